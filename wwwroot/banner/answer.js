// Sends an answer and follows it: what is new is released in place, what is gone needs one reload. Loaded when there is one.
import { banner, buttons, current, hideBanner, listeners, script, state, tell } from './cg-banner.js'

const { guard } = script
const [form] = (banner || buttons).getElementsByTagName('form')
const prefix = form.getAttribute('action').replace(/\/[^/]*$/, '')
const { lang } = banner || buttons
const isStrict = script.hasAttribute('data-cg-strict')
const has = (next) => next.purposes.length + next.trackers.length > 0
// Newcomers, which their purpose does not let in: by id, once an answer does.
const newcomers = JSON.parse(script.getAttribute('data-cg-new') || '[]')
state.held ||= newcomers.map(([, id]) => id)
const admitted = ({ purposes, held = [] }) =>
  newcomers.filter(([, id, , , , purpose]) => purposes.includes(purpose) && !held.includes(id)).map(([, id]) => id)
// Three purposes in a row would tell the guard that nothing is left to hold.
const words = ({ purposes: [one, two, three], held = [] }) => three && held.length ? [three, two, '', one] : [one, two, three].filter(Boolean)

// From one known state to another.
export const follow = async (next) => {
  const { asks, purposes, trackers } = state
  const before = admitted(state), now = admitted(next)
  const lost = [...purposes, ...before].some((one) => ![...next.purposes, ...now].includes(one)) || trackers.some((tracker) => !next.trackers.includes(tracker) && !next.purposes.length)
  const changed = lost || next.purposes.length > purposes.length || next.trackers.length > trackers.length || now.length > before.length
  Object.assign(state, next)
  const granted = words(next), alone = [...next.trackers, ...now]
  guard.grant(granted, alone)
  // The guards of documents in frames begin from what stands here.
  script.setAttribute('data-cg-grants', granted)
  script.setAttribute('data-cg-trackers', alone.join(' '))
  hideBanner(!next.asks)
  for (const { form } of buttons.querySelectorAll('button')) form.hidden = !has(next)
  // What was called before a refusal or under one is told to nobody, whatever is granted later.
  if (!has(next) || (!asks && !has({ purposes, trackers }))) guard.stubs.calls.length = 0
  if (!changed && (!asks || next.asks)) return
  const { tellBefore, tellAfter } = await import('./cg-signals.js')
  tellBefore()
  if (!lost && changed && !isStrict) await (await import('./cg-release.js')).release()
  tellAfter(next.trackers)
  if (lost) await (await import('./cg-withdraw.js')).withdraw()
  listeners.forEach((listener) => listener(current()))
  document.dispatchEvent(new CustomEvent('cookieconsent', { detail: current() }))
  if (lost || (changed && isStrict)) location.reload()
}

export const decide = async (grant, tracker, via) => {
  const { asks } = state
  hideBanner(true)
  try {
    const answer = await fetch(prefix + '/decision', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ grant, tracker, via, lang, notice: form.elements.notice?.value, page: location.pathname })
    })
    if (!answer.ok) throw answer
    const { purposes, trackers, held } = await answer.json()
    const next = { asks: false, purposes, trackers, held: held || [] }
    tell(next)
    await follow(next)
  } catch (problem) {
    if (!(problem instanceof Response) && !(problem instanceof TypeError)) throw problem
    hideBanner(!asks)
    const said = banner?.querySelector('[data-cg-part=problem]')
    if (said) said.hidden = false
  }
}

export const open = async (from) => (await import('./cg-preferences.js')).open(prefix, lang, decide, from)

export const refresh = async () => {
  const answer = await fetch(prefix + '/state.json').catch(() => {})
  if (answer?.ok) follow(await answer.json())
}
