// A booking is a lead. The form goes off when Google's tag has called back, as its manual shows it.
document.querySelectorAll('form[data-lead]').forEach((form) => {
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    fbq('track', 'Lead', { content_name: form.dataset.lead })
    gtag('event', 'generate_lead', {
      event_category: form.dataset.lead,
      event_callback: () => form.submit(),
    })
  })
})

document.querySelector('.newsletter').addEventListener('submit', () => {
  dataLayer.push({ event: 'newsletter' })
})
