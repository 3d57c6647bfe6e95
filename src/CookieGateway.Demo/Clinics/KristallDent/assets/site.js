// The menu of narrow screens.
var burger = document.querySelector('.burger')
burger.addEventListener('click', function () {
  var open = burger.getAttribute('aria-expanded') !== 'true'
  burger.setAttribute('aria-expanded', String(open))
})

// As the counter's manual has it: the goal first, the form when the counter has answered. Whoever holds the counter
// back has to answer in its place, or no patient is ever called back.
document.querySelectorAll('form[data-goal]').forEach(function (form) {
  form.addEventListener('submit', function (event) {
    event.preventDefault()
    ct('goal', form.dataset.goal)
    ym(999000101, 'reachGoal', form.dataset.goal, { page: location.pathname }, function () {
      form.submit()
    })
  })
})
