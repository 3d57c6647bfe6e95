// In place of gtm.js: reads the data layer from its first entry on, and every event's call-back fires.
(function () {
  document.cookie = '_gcl_au=1.1.1700000000; max-age=7776000; path=/'
  var layer = window.dataLayer = window.dataLayer || []
  function read(entry) {
    if (entry && entry.event) new Image().src = 'https://www.google-analytics.com/g/collect?v=2&via=gtm&en=' + entry.event
    if (entry && entry.eventCallback) setTimeout(entry.eventCallback, 0)
  }
  layer.forEach(read)
  var push = layer.push
  layer.push = function () {
    push.apply(layer, arguments);
    [].forEach.call(arguments, read)
  }
})()
