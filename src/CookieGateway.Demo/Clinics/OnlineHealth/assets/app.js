// The application: views by address, without loading a page. Like many, it tells its trackers of every view and
// fetches some of them only then, so that nothing in the page's HTML names them.
const view = document.getElementById('view')

const views = {
  '/app': (data) => `<h2>Сводка</h2><p>Визитов впереди: <b>${data.visits}</b>, новых анализов: <b>${data.results}</b>.</p>`,
  '/app/visits': () => '<h2>Визиты</h2><p>Завтра в 10:40, Сауле Ибраева.</p>',
  '/app/results': () => '<h2>Анализы</h2><p>Гемоглобин 138 г/л, в норме.</p>',
  '/app/advice': () => '<h2>Советы</h2><p>Прогулка в полчаса заменяет половину таблеток от давления.</p>',
}

const data = await (await fetch('/app/data')).json()

function show(address) {
  view.innerHTML = (views[address] ?? views['/app'])(data)
  document.title = view.querySelector('h2').textContent
  ym(999000102, 'hit', address)
  gtag('event', 'page_view', { page_location: location.href })
  if (address === '/app/visits') loadScript('https://static.hotjar.com/c/hotjar-9990102.js?sv=6')
  if (address === '/app/results') showPixel(`https://vk.com/rtrg?p=VK-RTRG-999000-demo&r=${Math.random()}`)
  if (address === '/app/advice') showFrame('https://www.youtube.com/embed/demo0000102')
}

function loadScript(address) {
  const script = document.createElement('script')
  script.async = true
  script.src = address
  document.head.append(script)
}

function showPixel(address) {
  new Image().src = address
}

function showFrame(address) {
  const frame = document.createElement('iframe')
  frame.width = 480
  frame.height = 270
  frame.title = 'Видео'
  frame.src = address
  view.append(frame)
}

document.querySelectorAll('[data-view]').forEach((link) => {
  link.addEventListener('click', (event) => {
    event.preventDefault()
    history.pushState(null, '', link.pathname)
    show(link.pathname)
  })
})
addEventListener('popstate', () => show(location.pathname))
show(location.pathname)
