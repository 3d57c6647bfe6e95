// In place of gtag/js: commands are the arguments objects in the data layer.
(function () {
  document.cookie = '_ga=GA1.1.1700000000.1; max-age=63072000; path=/'
  var layer = window.dataLayer = window.dataLayer || []
  function send(name) { new Image().src = 'https://www.google-analytics.com/g/collect?v=2&en=' + name }
  function read(entry) {
    if (!entry || Object.prototype.toString.call(entry) !== '[object Arguments]') return
    if (entry[0] === 'config') send('page_view')
    if (entry[0] === 'event') {
      send(entry[1])
      if (entry[2] && entry[2].event_callback) setTimeout(entry[2].event_callback, 0)
    }
  }
  layer.slice().forEach(read)
  var push = layer.push
  layer.push = function () {
    push.apply(layer, arguments);
    [].forEach.call(arguments, read)
  }
})()
