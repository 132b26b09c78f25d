// A form that takes its time says so, counts the seconds and is not sent twice. Without this the browser alone shows that it waits.
document.querySelectorAll('form[data-busy]').forEach(function (form) {
  let line = null;
  form.addEventListener('submit', function (event) {
    if (line) {
      event.preventDefault();
      return;
    }
    const started = Date.now();
    line = document.createElement('p');
    line.className = 'busy';
    line.setAttribute('role', 'status');
    const words = document.createElement('span');
    words.textContent = form.dataset.busy + '，请不要关闭页面。';
    const bar = document.createElement('progress');
    bar.setAttribute('aria-label', form.dataset.busy);
    const seconds = document.createElement('span');
    seconds.className = 'mute';
    line.append(words, bar, seconds);
    form.append(line);
    const timer = setInterval(function () {
      if (!line) {
        clearInterval(timer);
        return;
      }
      seconds.textContent = '已用' + Math.round((Date.now() - started) / 1000) + '秒';
    }, 1000);
  });
  // Back from the next page: the form is as good as new.
  window.addEventListener('pageshow', function () {
    if (line) {
      line.remove();
      line = null;
    }
  });
});
