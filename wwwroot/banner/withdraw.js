// Takes back what had been granted: the vendors' own switches first, then what they left in this browser's storage. The cookies go with
// the answer of the server, which knows those that no script can see. Loaded when there is something to take back.
const guard = document.getElementById('cg-guard').guard

export const withdraw = () => {
  for (const name of Object.getOwnPropertyNames(window)) {
    const [, counter] = /^yaCounter(\d+)$/.exec(name) || []
    if (counter && !guard.permits('analytics')) {
      window['disableYaCounter' + counter] = true
      window[name]?.destruct?.()
    }
  }
  for (const storage of [localStorage, sessionStorage]) {
    for (const key of Object.keys(storage)) if (guard.keyHeld(key)) storage.removeItem(key)
  }
}
