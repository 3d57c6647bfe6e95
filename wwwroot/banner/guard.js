// The guard, first script of every page: what the page's code creates while it runs gets the same verdicts as what stands in its
// markup. The server has put this site's rules in; what the visitor granted stands on the script element. What is held keeps its
// address as data-cg-..., as the server's own held tags do, and free() sets it free.
(() => {
  const rules = {}
  const me = document.currentScript
  const [script, image, frame, style, font, media, connect, hint, ping] = [1, 2, 3, 4, 5, 6, 8, 9, 10]
  const held = new Set()
  let grants, alone
  const grant = (words, trackers) => { grants = words; alone = trackers }
  grant(me.getAttribute('data-cg-grants').split(','), me.getAttribute('data-cg-trackers').split(' '))
  // One purpose or several, and the trackers they are for: all purposes must be granted, or all trackers by themselves.
  const permits = (purposes, trackers) => grants[2] || purposes.split(' ').every((word) => word == 'necessary' || grants.includes(word))
    || (trackers || '-').split(' ').every((tracker) => alone.includes(tracker))

  const hosts = new Map(), addresses = []
  const learn = ([purpose, tracker, kinds, places, address]) => {
    for (const place of places.split(' ')) {
      const [, host, path] = /([^/]*)(.*)/.exec(place)
      hosts.set(host, [...hosts.get(host) || [], { purpose, tracker, kinds, path: path && new RegExp('^' + path) }])
    }
    if (address) addresses.push({ purpose, tracker, path: new RegExp(address) })
  }
  rules.trackers.forEach(learn)
  // The long list is fetched where the short one does not decide, and at once: there is no way to ask an image to wait. Where it cannot
  // be had, nothing unknown passes.
  const learnAll = () => {
    const request = new XMLHttpRequest()
    request.open('GET', rules.rest, false)
    rules.rest = ''
    try {
      request.send()
      const all = JSON.parse(request.response)
      hosts.clear()
      addresses.length = 0
      all.forEach(learn)
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
    if (!rule && !isOwn && rules.hold >> kind & 1) rule = { purpose: 'marketing', tracker: '' }
    if (rule && !permits(rule.purpose, rule.tracker)) return rule
  }

  // By what kind of request an attribute is fetched, if it is.
  const kindOf = (el, name) => {
    const tag = el.localName
    if (/srcset|poster/.test(name) || tag == 'img') return image
    if (tag != 'link') return { script, iframe: frame, source: media, video: media, audio: media }[tag]
    const { rel, as } = el
    return /pre(l|f|r)|module/.test(rel) ? { style, font, image }[as] || script : /sty/.test(rel) ? style : /pre|dns/.test(rel) ? hint : /icon/.test(rel) && image
  }

  // Elements. Images and media fetch at once; all others when they are in the document, and there check() meets them.
  const { setAttribute, removeAttribute } = Element.prototype
  const fetched = /^(src|srcset|href|poster)$/
  const hold = (el, name, value) => {
    const rule = holds(value, kindOf(el, name))
    if (!rule) return
    const set = (word, text) => setAttribute.call(el, word, text)
    set('data-cg-' + name, value)
    set('data-cg-purpose', rule.purpose)
    set('data-cg-tracker', rule.tracker)
    if (el.localName == 'script' && el.type != 'text/plain') {
      set('data-cg-type', el.type)
      set('type', 'text/plain')
    }
    removeAttribute.call(el, name)
    if (el.ownerDocument == document && held.size < 999) held.add(el)
    return true
  }
  const eager = (el) => el.isConnected || /img|video|audio|source/.test(el.localName)
  const checkOne = (el) => [...el.attributes || []].filter(({ name, value }) => fetched.test(name) && hold(el, name, value)).length
  const check = (node) => {
    if (node?.querySelectorAll && !node.isConnected) [node, ...node.querySelectorAll('[src],[srcset],link,[poster]')].forEach(checkOne)
    return node
  }

  // Markup from strings, tag by tag, in a document that fetches nothing.
  const { body } = document.implementation.createHTMLDocument('')
  const { set } = Object.getOwnPropertyDescriptor(Element.prototype, 'innerHTML')
  const tags = /<(script|img|iframe|link|video|audio|source)\b("[^"]*"|'[^']*'|[^'">])*>/gi
  const clean = (html) => {
    const text = String(html)
    const cleaned = text.replace(tags, (tag) => {
      set.call(body, tag)
      const el = body.firstChild
      return el && checkOne(el) ? el.outerHTML.replace(/<\/\w+>$/, '') : tag
    })
    return cleaned == text ? html : cleaned
  }

  // The doors through which all of that comes.
  const wrap = (types, names, make) => {
    for (const type of types.split(' ')) {
      for (const name of names.split(' ')) {
        const owner = type == 'window' ? window : (window[type] || {}).prototype
        const native = owner && Object.getOwnPropertyDescriptor(owner, name)
        if (!native) continue
        const key = native.set ? 'set' : 'value'
        Object.defineProperty(owner, name, { ...native, [key]: make(native[key], name) })
      }
    }
  }
  const through = (prepare) => (native) => function (...given) { return native.apply(this, given.map(prepare)) }
  wrap('Script Image IFrame Media Video Source Link'.replace(/\w+/g, 'HTML$&Element'), 'src srcset href poster',
    (native, name) => function (given) { if (!eager(this) || !hold(this, name, given)) native.call(this, given) })
  wrap('Element', 'setAttribute', (native) => function (name, given) {
    const lower = String(name).toLowerCase()
    if (!fetched.test(lower) || !eager(this) || !hold(this, lower, given)) native.call(this, name, lower == 'srcdoc' ? clean(given) : given)
  })
  wrap('Node Element Document DocumentFragment CharacterData Range',
    'appendChild insertBefore replaceChild append prepend replaceChildren before after replaceWith insertAdjacentElement importNode adoptNode insertNode', through(check))
  wrap('Element ShadowRoot HTMLIFrameElement Document Range', 'innerHTML outerHTML srcdoc setHTMLUnsafe insertAdjacentHTML write writeln createContextualFragment', through(clean))

  // Requests by code. A held one is answered with nothing, so that whoever waits for it goes on.
  wrap('window', 'fetch', (native) => function (input, ...rest) {
    return holds(input?.url || input, connect) ? Promise.resolve(new Response('{}')) : native.call(this, input, ...rest)
  })
  wrap('XMLHttpRequest', 'open', (native) => function (method, url, ...rest) {
    native.call(this, ...holds(url, connect) ? ['GET', me.src.replace('guard.js', 'empty.json')] : [method, url], ...rest)
  })
  wrap('Navigator', 'sendBeacon', (native) => function (url, data) { return !!holds(url, ping) || native.call(this, url, data) })
  wrap('window', 'WebSocket EventSource', (native) => new Proxy(native, {
    construct: (type, given, made) => holds(given[0], connect)
      ? Object.assign(new EventTarget(), { readyState: 0, send() {}, close() {} })
      : Reflect.construct(type, given, made)
  }))

  // Cookies and storage of trackers, by name. To delete one is always allowed.
  const heldBy = (list) => {
    const patterns = list.map(([purpose, text]) => [purpose, new RegExp(text)])
    return (name) => !permits((patterns.find(([, pattern]) => pattern.test(name)) || ['necessary'])[0])
  }
  const cookieHeld = heldBy(rules.cookies), keyHeld = heldBy(rules.storage)
  wrap('Document', 'cookie', (native) => function (text) {
    if (/max-age=[0-]|19\d\d/i.test(text) || !cookieHeld(String(text).split('=')[0].trim())) native.call(this, text)
  })
  wrap('Storage', 'setItem', (native) => function (key, text) { if (!keyHeld(key)) native.call(this, key, text) })

  me.guard = { permits, grant, hold, held, keyHeld, rules, setAttribute }
})()
