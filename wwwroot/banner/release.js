// Lets run what was held, once and in the order of the document, after a grant. Loaded when there is one.
const guard = document.getElementById('cg-guard').guard
const kept = (el, name) => el.getAttribute('data-cg-' + name)
const notes = /^(purpose|tracker|stub|addresses)$/
const own = 'data-cg-'.length
const permitted = (el) => guard.permits(kept(el, 'purpose') || '', kept(el, 'tracker'))
const trackers = (el) => (kept(el, 'tracker') || '').split(' ')
// Sets free what is held; by the browser's own setAttribute, since the guard's would hold again what is shown once.
const free = (el) => {
  guard.held.delete(el)
  const addresses = (kept(el, 'addresses') || '').split(' ')
  if (el.localName == 'style') el.textContent = el.textContent.replace(/data:,held/g, (none) => addresses.shift() || none)
  for (const name of ['type', ...el.getAttributeNames().map((name) => name.replace(/^data-cg-/, ''))]) {
    const value = kept(el, name)
    el.removeAttribute('data-cg-' + name)
    if (name == 'srcdoc' && value) guard.hold(el, name, value)
    else if (value != null && !notes.test(name)) guard.setAttribute.call(el, name, value)
  }
}
// What is no script for a browser is not fetched either, and nobody says so.
const isScript = (type) => /^(|module|(text|application)\/(x-)?(java|ecma)script[\d.]*|text\/(j|live)script)$/i.test(type.trim())
const loaded = (el) => isScript(kept(el, 'type') ?? el.type) && new Promise((done) => { el.addEventListener('load', done); el.addEventListener('error', done) })

// A script's copy runs where the held one stood. Without its attributes' "data-cg-" they are what they were.
const revive = (held) => {
  const live = document.createElement('script')
  for (const { name, value } of held.attributes) {
    if (name != 'type' && !name.startsWith('data-cg-')) live.setAttribute(name, value)
  }
  for (const { name, value } of held.attributes) {
    if (name.startsWith('data-cg-') && !notes.test(name.slice(own))) live.setAttribute(name.slice(own), value)
  }
  if (held.nonce) live.nonce = held.nonce
  if (!held.hasAttribute('data-cg-src')) live.text = held.text
  live.async = live.hasAttribute('async')
  return live
}
// A stub makes room for the real thing: its snippets do nothing where their global is already there.
const { calls, roots, mine } = guard.stubs
const clearStubs = (isDue) => {
  const leaves = (stub) => guard.stubs.permitted(stub) && isDue(stub[1])
  for (const [root, stubs] of roots) {
    if (!mine.has(window[root]) || !stubs.some(leaves)) continue
    // What the page has put into one that stands for a held script's own global, that script shall find.
    const added = { ...window[root] }
    // What the page has declared with var stays declared.
    if (!Reflect.deleteProperty(window, root)) window[root] = undefined
    if (stubs[0][2] == 2 && Object.keys(added).length) window[root] = added
  }
}
const replay = () => {
  const waiting = calls.splice(0).filter(([path, args]) => {
    const names = path.split('.')
    const owner = names.slice(0, -1).reduce((found, name) => found && found[name], window)
    const real = owner && owner[names.at(-1)]
    if (typeof real != 'function' || mine.has(real)) return true
    real.apply(owner, args)
  })
  calls.unshift(...waiting)
}
// One that the page's code has made keeps its listeners: it is set free itself. Its stub leaves only now: until then it has answered.
const run = (held) => {
  clearStubs((tracker) => trackers(held).includes(tracker))
  const isOwn = guard.held.has(held)
  const live = isOwn ? held : revive(held)
  const waits = kept(held, 'src') != null && loaded(live)
  if (isOwn) free(held)
  else held.replaceWith(live)
  return Promise.resolve(waits).then(replay)
}

// document.write of a late script would replace the page: what it writes is put behind the script instead.
const writeInPlace = () => {
  const { write, writeln } = document
  const put = (...parts) => {
    const at = document.currentScript
    const range = document.createRange()
    if (at && document.body.contains(at)) range.setStartAfter(at)
    else range.setStart(document.body, document.body.childNodes.length)
    range.insertNode(range.createContextualFragment(parts.join('')))
  }
  document.write = document.writeln = put
  return () => { delete document.write; delete document.writeln; if (document.write != write) Object.assign(document, { write, writeln }) }
}

// Who waits for the page to be ready while its scripts run late need not wait: it is.
const answerLateListeners = () => {
  const add = EventTarget.prototype.addEventListener
  const late = (target, type) => (type == 'DOMContentLoaded' && (target == document || target == window))
    || (type == 'load' && target == window && document.readyState == 'complete')
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    const target = this || window
    if (!late(target, type) || !listener) return add.call(target, type, listener, options)
    setTimeout(() => { const event = new Event(type); listener.handleEvent ? listener.handleEvent(event) : listener.call(target, event) })
  }
  const { onload } = window
  return () => {
    EventTarget.prototype.addEventListener = add
    if (window.onload != onload && document.readyState == 'complete') window.onload?.(new Event('load'))
  }
}

const parsed = () => document.readyState != 'loading' ? undefined
  : new Promise((done) => document.addEventListener('DOMContentLoaded', done, { once: true }))

// A placeholder makes room for the frame that it keeps.
export const show = (placeholder) => {
  const frame = placeholder.querySelector('[data-cg-purpose]')
  if (!frame) return
  if (frame.getAttribute('hidden') == 'data-cg-placeholder') frame.hidden = false
  free(frame)
  placeholder.replaceWith(frame)
}

// A document in a frame's attribute is loaded anew where something in it is held: it has a guard of its own, which starts from what is
// granted now. Into one that is fenced off nobody sees, so what stands in its text decides.
const renew = (frame) => {
  const text = new DOMParser().parseFromString(frame.srcdoc, 'text/html')
  const holds = [...text.querySelectorAll('[data-cg-purpose]')].filter(permitted)
  if (!holds.length && !frame.contentDocument?.getElementById('cg-guard')?.guard?.held.size) return
  for (const el of holds) {
    if (el.localName == 'script') el.removeAttribute('type')
    free(el)
  }
  text.getElementById('cg-guard')?.remove()
  guard.hold(frame, 'srcdoc', (text.doctype ? '<!doctype html>' : '') + text.documentElement.outerHTML)
}

let last = Promise.resolve()
export const release = () => last = last.then(async () => {
  await parsed()
  const restore = [writeInPlace(), answerLateListeners()]
  // What the guard has held is judged again: what was unknown then, or not looked up, may be known now.
  for (const el of [...guard.held, ...document.querySelectorAll('[data-cg-purpose="?"]')]) {
    const names = ['src', 'srcset', 'href', 'poster', 'data', 'ping'].filter((name) => kept(el, name))
    if (names.some((name) => guard.hold(el, name, kept(el, name)))) continue
    if (el.localName == 'script') guard.setAttribute.call(el, 'data-cg-purpose', 'necessary')
    else free(el)
  }
  for (const el of document.querySelectorAll('[data-cg-purpose]:not(script)')) {
    const placeholder = el.closest('[data-cg-placeholder]')
    if (!permitted(el)) continue
    if (placeholder) show(placeholder)
    else free(el)
  }
  document.querySelectorAll('iframe[srcdoc]').forEach(renew)
  // Those in frames that code has made come last.
  const inFrames = [...guard.held].filter((el) => el.localName == 'script' && el.ownerDocument != document)
  const scripts = [...document.querySelectorAll('script[data-cg-purpose]'), ...inFrames].filter(permitted)
  // What no held script will bring is brought by another, such as a tag manager: its stub makes room first.
  const coming = new Set(scripts.flatMap(trackers))
  clearStubs((tracker) => !coming.has(tracker))
  const is = (script, word) => script.hasAttribute('data-cg-src') && script.hasAttribute(word)
  const isModule = (script) => kept(script, 'type') == 'module'
  // Sorted before the first of them runs: what is set free has nothing on it that tells any more.
  const [anytime, late, now] = [[], [], []]
  for (const script of scripts) (is(script, 'async') ? anytime : is(script, 'defer') || isModule(script) ? late : now).push(script)
  const running = anytime.map(run)
  for (const script of [...now, ...late]) await run(script)
  await Promise.all(running)
  replay()
  restore.forEach((undo) => undo())
})
