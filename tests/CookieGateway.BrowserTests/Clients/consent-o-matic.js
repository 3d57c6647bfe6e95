// Reads a rule of Consent-O-Matic as the extension does, by its own rules.schema.json: the part of the language that our rule speaks.
// What it does not know it refuses, so that a rule which passes here holds nothing that was skipped.
(rule, wanted) => {
  const shown = (element) => element.offsetHeight > 0 && getComputedStyle(element).display != 'none'
  const find = ({ selector, displayFilter, ...more }) => {
    if (Object.keys(more).length) throw new Error('a selection of an unknown kind: ' + Object.keys(more))
    return [...document.querySelectorAll(selector)].find((element) => displayFilter === undefined || shown(element) == displayFilter)
  }
  const matchers = {
    css: ({ target }) => !!find(target),
    checkbox: ({ target }) => find(target).checked
  }
  const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds))
  const actions = {
    list: async ({ actions: steps }) => { for (const step of steps) await act(step) },
    click: async ({ target }) => find(target).click(),
    hide: async ({ target }) => { const element = find(target); if (element) element.style.opacity = 0 },
    waitcss: async ({ target, retries, waitTime }) => {
      for (let left = retries; left > 0 && !find(target); left--) await pause(waitTime)
    },
    consent: async ({ consents }) => {
      for (const { type, matcher, toggleAction } of consents) {
        if (!(type in wanted)) throw new Error('nobody was asked about the category ' + type)
        if (matchers[matcher.type](matcher) != wanted[type]) await act(toggleAction)
      }
    }
  }
  const act = (action) => actions[action.type](action)
  const matches = (list) => list.every((matcher) => matchers[matcher.type](matcher))

  return (async () => {
    const { detectors, methods } = rule
    if (!detectors.some(({ presentMatcher, showingMatcher }) => matches(presentMatcher) && matches(showingMatcher))) return 'not showing'
    for (const name of ['HIDE_CMP', 'OPEN_OPTIONS', 'HIDE_CMP', 'DO_CONSENT', 'SAVE_CONSENT']) await act(methods.find((method) => method.name == name).action)
    return 'done'
  })()
}
