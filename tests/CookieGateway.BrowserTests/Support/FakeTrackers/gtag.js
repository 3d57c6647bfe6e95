// In place of gtag/js: commands are the arguments objects in the data layer. As the real one does, each hit says in gcs what is granted: ads,
// then statistics.
(function () {
  document.cookie = '_ga=GA1.1.1700000000.1; max-age=63072000; path=/'
  var layer = window.dataLayer = window.dataLayer || []
  var signals = {}
  var digit = function (signal) { return signals[signal] === 'denied' ? '0' : '1' }
  function send(name) {
    new Image().src = 'https://www.google-analytics.com/g/collect?v=2&en=' + name + '&gcs=G1' + digit('ad_storage') + digit('analytics_storage')
  }
  function read(entry) {
    if (!entry || Object.prototype.toString.call(entry) !== '[object Arguments]') return
    if (entry[0] === 'consent') Object.assign(signals, entry[2])
    if (entry[0] === 'consent' && entry[1] === 'update') send('consent_update')
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
