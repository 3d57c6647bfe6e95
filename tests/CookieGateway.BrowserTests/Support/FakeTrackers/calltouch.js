// In place of Calltouch' call tracking, which puts other telephone numbers into the page.
(function () {
  document.cookie = '_ct=demo; max-age=31536000; path=/'
  new Image().src = 'https://mod.calltouch.ru/hit?session=1'
  window.ct = function () {}
})()
