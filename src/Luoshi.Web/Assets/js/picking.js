// One box that ticks all boxes of its list, and a button that says how many are ticked. Without this the boxes work one by one.
document.querySelectorAll('[data-picking]').forEach(function (form) {
  const all = form.querySelector('[data-all]');
  const boxes = Array.from(form.querySelectorAll('input[name="pick"]'));
  const buttons = Array.from(form.querySelectorAll('.bulk button'));
  const words = buttons.map(function (button) { return button.textContent; });
  function tell() {
    const count = boxes.filter(function (box) { return box.checked; }).length;
    buttons.forEach(function (button, index) { button.textContent = count === 0 ? words[index] : words[index] + '（' + count + '项）'; });
    if (all) {
      all.checked = count > 0 && count === boxes.length;
      all.indeterminate = count > 0 && count < boxes.length;
    }
  }
  if (all) {
    all.hidden = false;
    all.addEventListener('change', function () {
      boxes.forEach(function (box) { box.checked = all.checked; });
      tell();
    });
  }
  form.addEventListener('change', tell);
});
