// In place of Jivo's chat.
window.jivo_api = { open: function () { window.chatIsOpen = true } }
if (window.jivo_onLoadCallback) window.jivo_onLoadCallback()
