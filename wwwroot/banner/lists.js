// For sites that name filter lists. A list is a hundred times what a page may weigh, so the server, which has it, is asked about third
// parties that nobody else knows: once for each address, and at once, for the same reason as the long list is fetched at once.
(() => {
  const { permits, read, rules } = document.currentScript.guard
  const answers = new Map()
  // The server reads no more of an address than this.
  const most = 2000
  rules.ask = ({ hostname, pathname, search }, kind) => {
    if (permits('marketing')) return
    const question = `${rules.lists}?kind=${kind}&host=${hostname}&target=${encodeURIComponent((pathname + search).slice(0, most))}`
    if (!answers.has(question)) {
      // Where there is no answer, nothing unknown passes.
      let answer = { purpose: 'marketing', tracker: '' }
      try { answer = JSON.parse(read(question)).tracker } catch {}
      answers.set(question, answer)
    }
    return answers.get(question)
  }
})()
