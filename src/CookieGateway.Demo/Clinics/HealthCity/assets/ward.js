// How many are waiting, as the ward tells it.
const waiting = document.getElementById('waiting')
const state = document.getElementById('ward-state')
const ward = new EventSource('/ward/live')

ward.addEventListener('open', () => { state.textContent = '' })
ward.addEventListener('message', (event) => { waiting.textContent = JSON.parse(event.data).waiting })
