// In place of the social plugins' SDK.
window.FB = { init: function () {}, XFBML: { parse: function () {} } }
if (window.fbAsyncInit) window.fbAsyncInit()
