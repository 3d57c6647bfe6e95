// Shows and listens. What an answer sets in motion lies in modules of its own: no page view loads them before there is one.
const byId = (id) => document.getElementById('cg-' + id)
export const script = byId('guard')
export const banner = byId('banner')
export const buttons = byId('settings')
const words = (name) => (script.getAttribute('data-cg-' + name) || '').split(/[ ,]/).filter(Boolean)
export const state = { asks: !!banner, purposes: words('grants'), trackers: words('trackers') }
export const current = () => ({ decided: !state.asks, purposes: [...state.purposes], trackers: [...state.trackers] })
export const listeners = new Set()

export const hideBanner = (isHidden) => {
  if (banner) banner.hidden = isHidden
  buttons.hidden = !isHidden
}
const answer = () => import('./cg-answer.js')
const decide = async (...given) => (await answer()).decide(...given)
const open = async (from) => (await answer()).open(from)

document.addEventListener('click', (event) => {
  const button = event.target.closest?.('[data-cg-do],[data-consent-settings]')
  if (!button || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey) return
  const say = () => decide(button.value)
  const act = {
    accept: say, refuse: say, withdraw: () => decide('none'),
    choose: () => open(button), settings: () => open(button),
    always: () => decide(undefined, button.form.elements.tracker.value),
    once: async () => (await import('./cg-release.js')).show(button.closest('[data-cg-placeholder]'))
  }[button.getAttribute('data-cg-do') || 'settings']
  if (!act) return
  event.preventDefault()
  // Where a module cannot be had the form is sent as it would be without scripts, and the link followed.
  act().catch((problem) => {
    if (!(problem instanceof TypeError)) throw problem
    if (button.form) button.form.requestSubmit(button)
    else location.assign(button.href)
  })
})
// Who points at a button or steps onto it will not wait for what it needs.
for (const type of ['pointerover', 'focusin']) banner?.addEventListener(type, answer, { once: true })
addEventListener('keydown', (event) => {
  if (event.key == 'Escape' && banner?.contains(document.activeElement)) hideBanner(true)
})

// Other tabs follow. A page from the browser's memory asks what holds now: no script can read the cookie.
let tabs
export const tell = (next) => tabs?.postMessage(next)
const listen = () => {
  tabs = new BroadcastChannel('cg-consent')
  tabs.onmessage = async ({ data }) => (await answer()).follow(data)
}
const refresh = async () => (await answer()).refresh()
addEventListener('pagehide', () => tabs.close())
addEventListener('pageshow', ({ persisted }) => { if (persisted) { listen(); refresh() } })
listen()
if (performance.getEntriesByType('navigation')[0]?.type == 'back_forward') refresh()

if (banner) new ResizeObserver(() => document.documentElement.style.setProperty('--cg-height', banner.offsetHeight + 24 + 'px')).observe(banner)
for (const link of document.querySelectorAll('a[data-cg-label]')) link.textContent = link.getAttribute('data-cg-label')
window.cookieConsent = {
  get state() { return current() },
  onChange: (listener) => { listeners.add(listener); return () => listeners.delete(listener) },
  open: () => open(),
  acceptAll: () => decide('all'),
  rejectAll: () => decide('none')
}
