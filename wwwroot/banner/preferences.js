// Opens the preferences in place: the page itself, fetched as a document, in a dialog. Where that fails the page is opened instead.
const fetchPage = (address) => new Promise((done, failed) => {
  const request = new XMLHttpRequest()
  request.open('GET', address)
  request.responseType = 'document'
  request.onload = () => request.response?.getElementById('cg-preferences') ? done(request.response) : failed()
  request.onerror = failed
  request.send()
})
const style = (page) => new Promise((done) => {
  const { href } = page.querySelector('link[rel=stylesheet]')
  if ([...document.styleSheets].some((sheet) => sheet.href == href)) return done()
  const link = document.createElement('link')
  link.rel = 'stylesheet'
  link.href = href
  link.onload = link.onerror = done
  document.head.append(link)
})

export const open = async (prefix, lang, decide, opener) => {
  const address = `${prefix}/?lang=${lang}&return=${encodeURIComponent(location.pathname + location.search)}`
  let page
  try { page = await fetchPage(address) } catch { location.assign(address); return }
  await style(page)
  // Who has pressed twice gets one.
  if (document.getElementById('cg-dialog')) return
  const dialog = document.createElement('dialog')
  dialog.id = 'cg-dialog'
  dialog.lang = lang
  dialog.setAttribute('aria-labelledby', 'cg-preferences-title')
  const close = document.createElement('form')
  close.method = 'dialog'
  close.className = 'cg-close'
  const button = close.appendChild(document.createElement('button'))
  button.textContent = page.getElementById('cg-preferences').getAttribute('data-cg-close')
  dialog.append(close, document.adoptNode(page.getElementById('cg-preferences')))
  dialog.addEventListener('close', () => { dialog.remove(); opener?.focus() })
  dialog.addEventListener('click', (event) => {
    const act = event.target.closest('[data-cg-do]')?.getAttribute('data-cg-do')
    if (!act) return
    event.preventDefault()
    event.stopPropagation()
    const ticked = (name) => [...dialog.querySelectorAll(`input[name=${name}]:checked`)].map((box) => box.value)
    const grant = { accept: 'all', refuse: 'none', withdraw: 'none' }[act] || ticked('grant')
    dialog.close()
    decide(grant, act == 'save' ? ticked('tracker') : undefined, 'preferences')
  })
  document.body.append(dialog)
  dialog.showModal()
}
