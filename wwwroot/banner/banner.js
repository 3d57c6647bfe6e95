// Shows, asks, sends. What a choice sets in motion lies in modules of its own, loaded when there is one.
const byId = (id) => document.getElementById('cg-' + id)
const script = byId('guard')
const { guard } = script
const banner = byId('banner')
const buttons = byId('settings')
const [form] = (banner || buttons).getElementsByTagName('form')
const prefix = form.getAttribute('action').replace(/\/[^/]*$/, '')
const listeners = new Set()
let opener

const words = (name) => (script.getAttribute('data-cg-' + name) || '').split(/[ ,]/).filter(Boolean)
let state = { asks: !!banner, purposes: words('grants'), trackers: words('trackers') }
const has = (next) => next.purposes.length + next.trackers.length > 0

const measure = () => document.documentElement.style.setProperty('--cg-height', banner.offsetHeight + 24 + 'px')
const hideBanner = (isHidden) => {
  if (banner) banner.hidden = isHidden
  buttons.hidden = !isHidden
  if (isHidden && opener) opener.focus()
}

// From one known state to another: what is new is released in place, what is gone needs one reload.
const follow = async (next) => {
  const lost = state.purposes.some((purpose) => !next.purposes.includes(purpose)) || state.trackers.some((tracker) => !next.trackers.includes(tracker) && !next.purposes.length)
  const changed = lost || next.purposes.length > state.purposes.length || next.trackers.length > state.trackers.length
  const answered = state.asks && !next.asks
  state = next
  guard.grant(next.purposes, next.trackers)
  hideBanner(!next.asks)
  for (const { form } of buttons.querySelectorAll('button')) form.hidden = !has(next)
  if (!has(next)) guard.stubs.forget()
  if (!changed && !answered) return
  const { tellBefore, tellAfter } = await import('./signals.js')
  tellBefore()
  if (lost) (await import('./withdraw.js')).withdraw()
  else if (changed && !script.hasAttribute('data-cg-strict')) await (await import('./release.js')).release()
  tellAfter(next.trackers)
  listeners.forEach((listener) => listener(current()))
  document.dispatchEvent(new CustomEvent('cookieconsent', { detail: current() }))
  if (lost || (changed && script.hasAttribute('data-cg-strict'))) location.reload()
}

const decide = async (grant, tracker, via) => {
  const before = state
  hideBanner(true)
  try {
    const answer = await fetch(prefix + '/decision', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ grant, tracker, via, lang: (banner || buttons).lang, page: location.pathname })
    })
    if (!answer.ok) throw answer
    const { purposes, trackers } = await answer.json()
    const next = { asks: false, purposes, trackers }
    tabs?.postMessage(next)
    await follow(next)
  } catch (problem) {
    if (!(problem instanceof Response) && !(problem instanceof TypeError)) throw problem
    hideBanner(!before.asks)
    const said = banner?.querySelector('[data-cg-part=problem]')
    if (said) said.hidden = false
  }
}

const open = async (from) => (await import('./preferences.js')).open(prefix, (banner || buttons).lang, decide, from)
const current = () => ({ decided: !state.asks, purposes: [...state.purposes], trackers: [...state.trackers] })

document.addEventListener('click', (event) => {
  const button = event.target.closest?.('[data-cg-do],[data-consent-settings]')
  if (!button || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey) return
  const act = button.getAttribute('data-cg-do') || 'settings'
  const placeholder = button.closest('[data-cg-placeholder]')
  const acts = {
    accept: () => decide('all'), refuse: () => decide('none'), withdraw: () => decide('none'),
    choose: () => open(button), settings: () => open(button),
    always: () => decide(undefined, button.form.elements.tracker.value),
    once: async () => (await import('./release.js')).show(placeholder)
  }
  if (acts[act]) { event.preventDefault(); acts[act]() }
})
addEventListener('keydown', (event) => {
  if (event.key == 'Escape' && banner?.contains(document.activeElement)) hideBanner(true)
})

// Other tabs follow. A page from the browser's memory asks what holds now: no script can read the cookie.
let tabs
const listen = () => {
  tabs = new BroadcastChannel('cg-consent')
  tabs.onmessage = ({ data }) => follow(data)
}
const refresh = async () => {
  const answer = await fetch(prefix + '/state.json').catch(() => {})
  if (answer?.ok) follow(await answer.json())
}
addEventListener('pagehide', () => tabs.close())
addEventListener('pageshow', ({ persisted }) => { if (persisted) { listen(); refresh() } })
listen()
if (performance.getEntriesByType('navigation')[0]?.type == 'back_forward') refresh()

if (banner) { measure(); new ResizeObserver(measure).observe(banner) }
for (const link of document.querySelectorAll('a[data-cg-label]')) link.textContent = link.getAttribute('data-cg-label')
window.cookieConsent = {
  get state() { return current() },
  onChange: (listener) => { listeners.add(listener); return () => listeners.delete(listener) },
  open: () => open(),
  acceptAll: () => decide('all'),
  rejectAll: () => decide('none')
}
