// Tell the networks of a request for a consultation, then let the form go its way.
document.querySelectorAll('.contact-form').forEach(function (form) {
  form.addEventListener('submit', function (event) {
    event.preventDefault()
    fbq('track', 'Lead')
    _tmr.push({ id: '9990104', type: 'reachGoal', goal: 'consultation' })
    yaCounter999000104.reachGoal('consultation', function () { form.submit() })
  })
})
