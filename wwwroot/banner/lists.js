// For sites that name filter lists. A list is a hundred times what a page may weigh, so the server, which has it, is asked about third
// parties that nobody else knows: once for each address, and at once, for the same reason as the long list is fetched at once.
(() => {
  const { permits, rules } = document.currentScript.guard
  const answers = new Map()
  // The server reads no more of an address than this.
  const most = 2000
  rules.ask = ({ hostname, pathname, search }, kind) => {
    if (permits('marketing')) return
    const question = `${rules.lists}?kind=${kind}&host=${hostname}&target=${encodeURIComponent((pathname + search).slice(0, most))}`
    if (!answers.has(question)) {
      const request = new XMLHttpRequest()
      let answer = { purpose: 'marketing', tracker: '' }
      request.open('GET', question, false)
      try {
        request.send()
        answer = JSON.parse(request.response).tracker
      } catch {}
      answers.set(question, answer)
    }
    return answers.get(question)
  }
})()
