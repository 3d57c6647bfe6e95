// The guard, first script of every page: what the page's code creates while it runs gets the same verdicts as what stands in its
// markup. The server has put this site's rules in; what the visitor granted stands on the script element. What is held keeps its
// address as data-cg-..., as the server's own held tags do.
(() => {
  const rules = {}
  const me = document.currentScript
  const [script, image, frame, style, font, media, object, hint, ping] = [1, 2, 3, 4, 5, 6, 7, 9, 10]
  const held = new Set()
  let grants, alone
  const grant = (words, trackers) => { grants = words; alone = trackers }
  grant(me.getAttribute('data-cg-grants').split(','), me.getAttribute('data-cg-trackers').split(' '))
  // One purpose or several, and the trackers they are for: all purposes must be granted, or all trackers by themselves.
  const permits = (purposes, trackers) => !!grants[2] || purposes.split(' ').every((word) => word == 'necessary' || grants.includes(word))
    || (trackers || '-').split(' ').every((tracker) => alone.includes(tracker))

  const hosts = new Map(), addresses = []
  const learn = ([purpose, tracker, kinds, places, address]) => {
    for (const place of places.split(' ')) {
      const [, host, path] = /([^/]*)(.*)/.exec(place)
      hosts.set(host, [...hosts.get(host) || [], { purpose, tracker, kinds, path: path && new RegExp('^' + path) }])
    }
    if (address) addresses.push({ purpose, tracker, path: new RegExp(address) })
  }
  // What came after the visitor's grant goes before what its purpose would allow.
  const newcomers = JSON.parse(me.getAttribute('data-cg-new')) || []
  newcomers.concat(rules.trackers).forEach(learn)
  // The long list is fetched where the short one does not decide, and at once: there is no way to ask an image to wait. Where it cannot
  // be had, nothing unknown passes.
  const read = (address) => {
    const request = new XMLHttpRequest()
    try {
      request.open('GET', address, false)
      request.send()
    } catch {}
    return request.response
  }
  const learnAll = () => {
    const list = read(rules.rest)
    rules.rest = ''
    try {
      const all = JSON.parse(list)
      hosts.clear()
      addresses.length = 0
      newcomers.concat(all).forEach(learn)
    } catch { rules.hold = -1 }
  }
  const longest = (a, b) => String(b.path).length - String(a.path).length
  const [own, allow] = [rules.own, rules.allow].map((text) => new RegExp(text))

  // The rule by which a request is held, if one is: of the host or a domain above it, of an address on any host, of the unknown.
  const holds = (address, kind) => {
    let url
    try { url = new URL(address, document.baseURI) } catch { return }
    const { hostname } = url
    if (!kind || grants[2] || !/^(http|ws)/.test(url.protocol)) return
    const target = (url.pathname + url.search).toLowerCase(), all = hostname + target
    if (allow.test(all)) return
    const isOwn = hostname == location.hostname || own.test(hostname)
    let rule
    for (let host = isOwn ? '' : hostname; host && !rule; host = host.replace(/^[^.]*\.?/, '')) {
      rule = hosts.get(host)?.sort(longest).find(({ kinds, path }) => (!kinds || kinds >> kind & 1) && (!path || path.test(target)))
    }
    if (!rule || rule.purpose == 'necessary') rule = addresses.find(({ path }) => path.test('//' + all)) || rule
    if (rules.rest && (rule ? rule.purpose == '?' && (grants[0] || alone[0]) : !isOwn)) {
      learnAll()
      return holds(address, kind)
    }
    if (!rule && !isOwn) rule = rules.hold >> kind & 1 ? { purpose: 'marketing', tracker: '' } : rules.ask?.(url, kind)
    if (rule && !permits(rule.purpose, rule.tracker)) return rule
  }

  // By what kind of request an attribute is fetched, if it is.
  const kindOf = ({ localName, rel, as }, name) => name == 'ping' ? ping : /set|poster/.test(name) ? image : localName != 'link'
    ? { script, img: image, image, input: image, iframe: frame, frame, object, embed: object, source: media, video: media, audio: media, track: media }[localName]
    : /pre(l|f|r)|mod/.test(rel) ? { style, font, image }[as] || script : /sty/.test(rel) ? style : /pre|dns/.test(rel) ? hint : /icon/.test(rel) && image
  // An image whose address names who looks at it is there to be requested, not to be seen: it counts as a beacon.
  const pixel = /\?.*(uid=|user_?id|visitor|session|pixel|counter)/

  // Elements. Images and media fetch at once; all others when they are in the document, and there check() meets them.
  const { setAttribute } = Element.prototype
  const fetched = 'src srcset href poster data ping srcdoc'
  const isFetched = (name) => fetched.split(' ').includes(name)
  const hold = (el, name, value) => {
    if (name == 'srcdoc') return !setAttribute.call(el, name, framed(value))
    const kind = kindOf(el, name)
    // Of several addresses a browser takes any.
    let rule
    if (kind) for (const address of /set|ping/.test(name) ? `${value}`.split(/,?\s+/) : [value]) {
      rule = rule || holds(address, kind) || (kind == image && pixel.test(address) && holds(address, ping))
    }
    if (!rule) return
    const set = (word, text) => setAttribute.call(el, word, text)
    set('data-cg-' + name, value)
    set('data-cg-purpose', rule.purpose)
    set('data-cg-tracker', rule.tracker)
    if (el.localName == 'script' && el.type != 'text/plain') {
      set('data-cg-type', el.type)
      set('type', 'text/plain')
    }
    el.removeAttribute(name)
    if (el.ownerDocument.defaultView && held.size < 999) held.add(el)
    return true
  }
  const eager = (el) => el.isConnected || /img|video|audio|source|input|^a/.test(el.localName)
  const checkOne = (el) => [...el.attributes || []].filter(({ name, value }) => isFetched(name) && hold(el, name, value)).length
  const check = (node) => {
    if (node?.querySelectorAll && !node.isConnected) [node, ...node.querySelectorAll(`[${fetched.replaceAll(' ', '],[')}]`)].forEach(checkOne)
    return node
  }

  // Markup from strings, tag by tag, in a document that fetches nothing.
  const { body } = document.implementation.createHTMLDocument('')
  const { set } = Object.getOwnPropertyDescriptor(Element.prototype, 'innerHTML')
  const tags = /<(script|img|iframe|link|video|audio|source|object|embed|input|a(?=[^>]*\sping))\b("[^"]*"|'[^']*'|[^'">])*>/gi
  const clean = (html) => {
    const text = String(html)
    const cleaned = text.replace(tags, (tag) => {
      set.call(body, tag)
      const el = body.firstChild
      return el && checkOne(el) ? el.outerHTML.replace(/<\/\w+>$/, '') : tag
    })
    return cleaned == text ? html : cleaned
  }
  // A document in a frame's attribute has a window of its own, and gets a guard of its own.
  const framed = (html) => String(html).includes(me.id) ? html : String(clean(html)).replace(/^(\s*<!doctype[^>]*>)?/i, '$&' + me.outerHTML.replace('nonce=""', `nonce="${me.nonce}"`))
  // The doors through which all of that comes, in this window and in those that its code makes without an address of their own.
  const through = (prepare) => (native) => function (...given) { return native.apply(this, given.map(prepare)) }
  const seen = new WeakSet()
  let doors
  const { get } = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'contentDocument')
  const guard = (window) => {
    // A frame that goes elsewhere gets new prototypes.
    if (!window || seen.has(window.Node)) return
    seen.add(window.Node)
    const wrap = (types, names, make) => {
      for (const type of types.split(' ')) {
        for (const name of names.split(' ')) {
          const owner = window[type]?.prototype || window[type]
          const native = owner && Object.getOwnPropertyDescriptor(owner, name)
          if (!native) continue
          const key = native.set ? 'set' : native.get ? 'get' : 'value'
          Object.defineProperty(owner, name, { ...native, [key]: make(native[key], name) })
        }
      }
    }
    wrap(Object.getOwnPropertyNames(window).filter((name) => /^HTML.+t$/.test(name)).join(' '), fetched,
      (native, name) => function (given) { if (!eager(this) || !hold(this, name, given)) native.call(this, given) })
    wrap('Element', 'setAttribute setAttributeNS', (native) => function (...given) {
      const [name, value] = given.slice(-2), lower = String(name).toLowerCase()
      if (!isFetched(lower) || !eager(this) || !hold(this, lower, value)) native.apply(this, given)
    })
    wrap('Node Element Document DocumentFragment CharacterData Range',
      'appendChild insertBefore replaceChild append prepend replaceChildren before after replaceWith insertAdjacentElement importNode adoptNode insertNode', through(check))
    wrap('Element ShadowRoot Document Range', 'innerHTML outerHTML setHTMLUnsafe insertAdjacentHTML write writeln createContextualFragment', through(clean))
    wrap('HTMLIFrameElement', 'contentWindow contentDocument', (native) => function () {
      guard(get.call(this)?.defaultView)
      return native.call(this)
    })
    doors(wrap)
  }

  me.guard = { permits, grant, hold, holds, held, read, rules, setAttribute, start(others) { doors = others; guard(window) } }
})()
