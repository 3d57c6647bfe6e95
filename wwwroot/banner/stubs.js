// What the page calls while its tracker is held: calls are answered, call-backs come soon, nothing is stored. After a grant the calls
// are made again, once each and in order, to the real thing; after a refusal they are forgotten. The names come from the catalog.
(() => {
  const { permits, rules } = document.currentScript.guard
  const mine = new WeakSet()
  const roots = new Map()
  const calls = []
  const permitted = (stub) => permits(stub[0], stub[1])

  // A call-back is called once: soon by us, or by the real thing if that should be sooner.
  const once = (call) => {
    let done
    const answer = function () { if (!done) { done = true; return call.apply(this, arguments) } }
    setTimeout(answer, 20, record(''))
    return answer
  }
  const answered = (args) => args.map((arg) => {
    if (typeof arg == 'function') return once(arg)
    if (arg?.constructor == Object) {
      for (const name in arg) if (/callback|success/i.test(name) && typeof arg[name] == 'function') arg[name] = once(arg[name])
    }
    return arg
  })

  // What a function is given to do later (on, ready, push) is not a call-back: it waits for the real thing.
  // Stands for a function, an object or a constructor, whatever the page takes it for; as text it is empty.
  const record = (path, waits) => {
    const proxy = new Proxy(function () {}, {
      get: (own, name) => name == Symbol.toPrimitive ? () => ''
        : typeof name == 'symbol' || (name in own && !/^(name|length|prototype|call)$/.test(name)) ? own[name]
          : name == 'then' && !waits ? undefined : record(path && `${path}.${name}`, waits),
      apply: (own, self, args) => {
        if (path && calls.length < 500) calls.push([path, waits || /\.(on|subscribe|ready|push)$/.test(path) ? args : answered(args)])
        return record('')
      },
      construct: () => record('')
    })
    mine.add(proxy)
    return proxy
  }
  const stand = (root, stub, isQueue) => {
    if (window[root] === undefined && !permitted(stub)) window[root] = isQueue ? [] : record(root, stub[2])
  }
  const define = (root, stub, isQueue) => {
    roots.set(root, [...roots.get(root) || [], stub])
    stand(root, stub, isQueue)
  }
  const families = []
  const learn = (stub) => {
    for (const name of stub[3].split(' ')) {
      const [, root, kind] = /([^*[]*)(.?)/.exec(name)
      if (kind == '*') families.push([new RegExp(`\\b${root}\\w+`, 'g'), stub])
      else define(root, stub, kind)
    }
  }
  rules.stubs.forEach(learn)
  // A tracker that few pages have brings its stub on its held tag: it is there before the next script runs, as the parser lets
  // observers go first. https://html.spec.whatwg.org/#scriptEndTag
  const read = (el) => el.getAttribute?.('data-cg-stub')?.split(';').forEach((stub) => learn(stub.split(',')))
  const observer = new MutationObserver((changes) => changes.forEach(({ addedNodes }) => addedNodes.forEach(read)))
  observer.observe(document, { childList: true, subtree: true })
  // Globals with a number in their name, such as yaCounter123, are known from the held scripts that would have made them. Their
  // libraries put themselves in our place once they are there: until then we answer, and a form sent in between is not lost.
  addEventListener('DOMContentLoaded', () => {
    observer.disconnect()
    for (const { textContent } of document.querySelectorAll('script[data-cg-purpose]')) {
      for (const [family, stub] of families) for (const root of textContent.match(family) || []) stand(root, stub)
    }
  })

  // Google's consent mode: everything denied before anything else is said, whatever becomes of the array that says it.
  const signals = (granted) => ({
    ad_storage: granted('marketing'), ad_user_data: granted('marketing'), ad_personalization: granted('marketing'),
    analytics_storage: granted('analytics'), functionality_storage: granted('preferences'),
    personalization_storage: granted('preferences'), security_storage: 'granted'
  })
  const consent = function () { return arguments }
  const first = [consent('consent', 'default', { ...signals(() => 'denied'), wait_for_update: 500 })]
  const state = () => signals((purpose) => permits(purpose) ? 'granted' : 'denied')
  if (permits('preferences') || permits('analytics') || permits('marketing')) first.push(consent('consent', 'update', state()))
  let layer
  const adopt = (array) => {
    if (!Array.isArray(array) || array == layer) return
    const { push } = array
    array.unshift(...first)
    array.push = function (...items) {
      if (!permits('analytics') && !permits('marketing')) items.forEach((item) => answered(item?.length ? [...item] : [item]))
      return push.apply(this, items)
    }
    layer = array
  }
  adopt(window.dataLayer || [])
  Object.defineProperty(window, 'dataLayer', { configurable: true, get: () => layer, set: adopt })
  window.gtag ||= function () { layer.push(arguments) }

  document.currentScript.guard.stubs = { calls, roots, mine, permitted, nothing: record(''), tell: () => layer.push(consent('consent', 'update', state())) }
})()
