// The guard's doors beside elements: what code requests, and what it writes into cookies and storage. The kinds of request are
// numbers: 1 a script, 8 what code asks for, 10 a beacon.
(() => {
  const me = document.currentScript
  const { permits, holds, read, rules, start } = me.guard
  // Cookies and keys by name. To delete one is always allowed.
  const heldBy = (list) => {
    const patterns = list.map(([purpose, text]) => [purpose, new RegExp(text)])
    return (name) => !permits((patterns.find(([, pattern]) => pattern.test(name)) || ['necessary'])[0])
  }
  const cookieHeld = heldBy(rules.cookies), keyHeld = me.guard.keyHeld = heldBy(rules.storage)
  start((wrap) => {
    // Requests by code. A held one is answered with nothing, so that whoever waits for it goes on.
    wrap('window', 'fetch', (native) => async function (input) {
      return holds(input?.url || input, 8) ? new Response('{}') : native.apply(this, arguments)
    })
    wrap('XMLHttpRequest', 'open', (native) => function (method, url, ...rest) {
      native.apply(this, holds(url, 8) ? ['GET', me.src.replace('guard.js', 'empty.json'), ...rest] : arguments)
    })
    wrap('Navigator', 'sendBeacon', (native) => function (url) { return !!holds(url, 10) || native.apply(this, arguments) })
    // A worker that is made of text has its code in its address. One that names a tracker is there for it.
    const named = (address) => /^(blob|data):/.test(address) && read(address).match(/http[^'"`\s]+/g) || []
    wrap('window', 'WebSocket EventSource Worker SharedWorker', (native, name) => new Proxy(native, {
      construct: (type, given, made) => holds(given[0], /Worker/.test(name) ? 1 : 8) || named(given[0]).some((address) => holds(address, 2))
        ? me.guard.stubs.nothing : Reflect.construct(type, given, made)
    }))
    wrap('window', 'Audio', (native) => new Proxy(native, { construct: (type, [src]) => Object.assign(new type, src && { src }) }))

    wrap('Document', 'cookie', (native) => function (text) {
      if (/max-age=[0-]|19\d\d/i.test(text) || !cookieHeld(String(text).split('=')[0].trim())) native.apply(this, arguments)
    })
    wrap('CookieStore', 'set', (native) => async function (cookie) {
      if (!cookieHeld(cookie.name || cookie)) return native.apply(this, arguments)
    })
    wrap('Storage', 'setItem', (native) => function (key) { if (!keyHeld(key)) native.apply(this, arguments) })
  })
})()
