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
