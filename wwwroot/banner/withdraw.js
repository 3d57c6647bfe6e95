// Takes back what had been granted: the vendors' own switches first, then what they left in this browser's storage. The cookies go with
// the answer of the server, which knows those that no script can see. Loaded when there is something to take back.
const guard = document.getElementById('cg-guard').guard

// What the catalog knows of all vendors; where it cannot be had, what the guard knows by heart has to do.
const vendors = async () => {
  try {
    return await (await fetch(new URL('cg-vendors.json', import.meta.url))).json()
  } catch {
    return { calls: [], storage: [] }
  }
}
const call = (path, args) => {
  const names = path.split('.')
  const owner = names.slice(0, -1).reduce((found, name) => found?.[name], window)
  if (typeof owner?.[names.at(-1)] == 'function') owner[names.at(-1)](...args)
}

export const withdraw = async () => {
  const { calls, storage } = await vendors()
  for (const [purpose, tracker, path, ...args] of calls) {
    // A vendor that fails at saying goodbye keeps nobody from leaving.
    try { if (!guard.permits(purpose, tracker)) call(path, args) } catch (problem) { console.warn(problem) }
  }
  for (const name of Object.getOwnPropertyNames(window)) {
    const [, counter] = /^yaCounter(\d+)$/.exec(name) || []
    if (counter && !guard.permits('analytics')) {
      window['disableYaCounter' + counter] = true
      window[name]?.destruct?.()
    }
  }
  const patterns = storage.map(([purpose, text]) => [purpose, new RegExp(text)])
  const goes = (key) => guard.keyHeld(key) || patterns.some(([purpose, pattern]) => pattern.test(key) && !guard.permits(purpose))
  for (const store of [localStorage, sessionStorage]) {
    for (const key of Object.keys(store)) if (goes(key)) store.removeItem(key)
  }
}
