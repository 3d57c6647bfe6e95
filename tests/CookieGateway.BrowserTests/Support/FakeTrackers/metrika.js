// In place of tag.js: recognises the visitor, takes over the queue, sends one hit a counter, calls back.
(function () {
  document.cookie = '_ym_uid=1700000000123456789; max-age=31536000; path=/'
  document.cookie = '_ym_d=1700000000; max-age=31536000; path=/'
  localStorage.setItem('_ym_retryReqs', '{}')
  function send(url) { new Image().src = url }
  function ym(counter, method) {
    var rest = [].slice.call(arguments, 2)
    if (method === 'init') send('https://mc.yandex.ru/watch/' + counter + '?page-url=' + encodeURIComponent(location.href))
    if (method === 'reachGoal') send('https://mc.yandex.ru/watch/' + counter + '?goal=' + rest[0])
    rest.filter(function (one) { return typeof one === 'function' }).forEach(function (call) { setTimeout(call, 0) })
    if (method === 'hit' && rest[1] && rest[1].callback) setTimeout(rest[1].callback, 0)
  }
  var queue = (window.ym && window.ym.a) || []
  window.ym = ym
  queue.forEach(function (call) { ym.apply(null, call) })

  // The counter's older form: a constructor, and call-backs that wait for it.
  window.Ya = window.Ya || {}
  window.Ya.Metrika2 = function (options) {
    ym(options.id, 'init', options)
    this.reachGoal = function (goal, call) { ym(options.id, 'reachGoal', goal, call) }
  };
  (window.yandex_metrika_callbacks2 || []).forEach(function (call) { call() })
  window.yandex_metrika_callbacks2 = { push: function (call) { call() } }
})()
