// In place of VK's openapi.js.
window.VK = {
  init: function () {},
  Retargeting: {
    Init: function (id) { this.id = id },
    Hit: function () { new Image().src = 'https://vk.com/rtrg?p=' + this.id },
    Event: function (name) { new Image().src = 'https://vk.com/rtrg?p=' + this.id + '&event=' + name },
  },
  Goal: function () {},
  Widgets: { Group: widget, Comments: widget, Like: widget },
}
function widget(id) { document.getElementById(id).textContent = 'VK' }
if (window.vkAsyncInit) window.vkAsyncInit()
