// The question goes off when the counter has called back.
document.querySelectorAll('form[data-goal]').forEach((form) => {
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    _tmr.push({ id: '9990103', type: 'reachGoal', goal: form.dataset.goal })
    ym(999000103, 'reachGoal', form.dataset.goal, {}, () => form.submit())
  })
})
