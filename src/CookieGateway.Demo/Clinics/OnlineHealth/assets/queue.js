const before = document.getElementById('before')
const state = document.getElementById('queue-state')
const socket = new WebSocket(`${location.protocol.replace('http', 'ws')}//${location.host}/queue/live`)

socket.addEventListener('open', () => { state.textContent = 'На связи' })
socket.addEventListener('message', (event) => {
  const news = JSON.parse(event.data)
  if ('thanks' in news) {
    state.textContent = 'Врач знает, что вы идёте'
    return
  }
  before.textContent = news.before
  if (news.before === 0) {
    state.textContent = 'Проходите, вас ждут'
    socket.send(JSON.stringify({ thanks: true }))
  }
})
