// Tells those who listen what the visitor chose: Google, Microsoft, Meta, TikTok, Matomo, and the site's own people. Loaded with a choice.
const guard = document.getElementById('cg-guard').guard
const word = (purpose) => guard.permits(purpose) ? 'granted' : 'denied'
const call = (name, ...args) => { if (typeof window[name] == 'function') window[name](...args) }
const each = (object, ...names) => names.forEach((name) => { if (object && typeof object[name] == 'function') object[name]() })

// Before what was held runs, so that the first thing it reads is true.
export const tellBefore = () => {
  guard.stubs.tell()
  if (window.uetq) window.uetq.push('consent', 'update', { ad_storage: word('marketing') })
}

// After it, to those who have a switch of their own.
export const tellAfter = (trackers) => {
  const ads = guard.permits('marketing')
  const statistics = guard.permits('analytics')
  call('clarity', 'consentv2', { ad_Storage: word('marketing'), analytics_Storage: word('analytics') })
  call('fbq', 'consent', ads ? 'grant' : 'revoke')
  each(window.ttq, ...ads ? ['grantConsent', 'enableCookie'] : ['revokeConsent', 'disableCookie'])
  if (window._paq) window._paq.push([statistics ? 'setConsentGiven' : 'forgetConsentGiven'], [statistics ? 'setCookieConsentGiven' : 'forgetCookieConsentGiven'])
  window.dataLayer.push({
    event: 'cookie_consent',
    cookie_consent: { preferences: guard.permits('preferences'), analytics: statistics, marketing: ads, trackers }
  })
}
