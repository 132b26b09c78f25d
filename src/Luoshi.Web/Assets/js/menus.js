// An open menu closes when somebody goes on elsewhere, or presses Escape. Without this it closes by its own button.
document.addEventListener('click', function (event) {
  document.querySelectorAll('details.menu[open]').forEach(function (menu) {
    if (!menu.contains(event.target)) {
      menu.open = false;
    }
  });
});
document.addEventListener('keydown', function (event) {
  if (event.key !== 'Escape') {
    return;
  }
  document.querySelectorAll('details.menu[open]').forEach(function (menu) {
    menu.open = false;
    menu.querySelector('summary').focus();
  });
});
// What opens in a row of a list: Escape closes it and goes back to what opened it. Ctrl+Enter in a longer field sends what can be sent there, where that is
// one thing; the sheet of 填报 has its own. Without this the Tab key leads to the button.
document.addEventListener('keydown', function (event) {
  const at = event.target;
  if (event.isComposing || !(at instanceof Element)) {
    return;
  }
  const opened = event.key === 'Escape' && at.closest('.ops details[open]:not(.menu)');
  if (opened) {
    opened.open = false;
    opened.querySelector('summary').focus();
  } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && at.tagName === 'TEXTAREA' && at.form && at.form.id !== 'sheet') {
    const buttons = at.form.querySelectorAll('button:not([type="button"])');
    if (buttons.length === 1) {
      event.preventDefault();
      buttons[0].click();
    }
  }
});
