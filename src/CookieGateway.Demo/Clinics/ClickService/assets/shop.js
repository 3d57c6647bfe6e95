// E-commerce events as the tag manager's manual has them: the page goes on when the event has called back.
document.querySelectorAll('form[data-cart]').forEach(function (form) {
  form.addEventListener('submit', function (event) {
    event.preventDefault()
    fbq('track', 'AddToCart', { content_ids: [form.dataset.cart], value: Number(form.dataset.price), currency: 'KZT' })
    dataLayer.push({
      event: 'add_to_cart',
      ecommerce: { currency: 'KZT', items: [{ item_id: form.dataset.cart, price: Number(form.dataset.price) }] },
      eventCallback: function () { form.submit() },
      eventTimeout: 2000,
    })
  })
})

document.querySelectorAll('form[data-order]').forEach(function (form) {
  form.addEventListener('submit', function (event) {
    event.preventDefault()
    ym(999000105, 'reachGoal', 'order', { order_price: 24900, currency: 'KZT' }, function () { form.submit() })
  })
})
