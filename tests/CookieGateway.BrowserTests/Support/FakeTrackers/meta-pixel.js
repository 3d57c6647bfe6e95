// In place of fbevents.js: takes over fbq's queue.
(function () {
  document.cookie = '_fbp=fb.1.1700000000000.1; max-age=7776000; path=/'
  var fbq = window.fbq
  fbq.callMethod = function (command, name) {
    if (command === 'track') new Image().src = 'https://www.facebook.com/tr/?ev=' + name
  }
  var queue = fbq.queue || []
  fbq.queue = []
  queue.forEach(function (call) { fbq.callMethod.apply(fbq, call) })
})()
