// A form that takes its time says so, counts the seconds and is not sent twice; where the server knows how far it is, it says that too. Without this the
// browser alone shows that it waits.
document.querySelectorAll('form[data-busy]').forEach(function (form) {
  let line = null;
  let key = null;
  function element(name, of) {
    const made = document.createElement(name);
    of.append(made);
    return made;
  }
  // A name that nobody guesses, for this one time.
  function name() {
    const field = form.querySelector('input[name="progress"]') || element('input', form);
    field.type = 'hidden';
    field.name = 'progress';
    field.value = Array.from(crypto.getRandomValues(new Uint8Array(16)), function (byte) { return byte.toString(16).padStart(2, '0'); }).join('');
    return field.value;
  }
  function ask(said, bar) {
    fetch('/progress/' + key, { credentials: 'same-origin' }).then(function (answer) { return answer.ok ? answer.json() : null; }).then(function (stage) {
      if (stage) {
        said.textContent = stage.words;
        bar.max = Math.max(stage.of, 1);
        bar.value = stage.done;
      }
    }).catch(function () { /* the page that is waited for says the rest */ });
  }
  form.addEventListener('submit', function (event) {
    if (line) {
      event.preventDefault();
      return;
    }
    key = 'stages' in form.dataset ? name() : null;
    const started = Date.now();
    line = element('p', form);
    line.className = 'busy';
    const words = element('span', line);
    words.setAttribute('role', 'status');
    words.textContent = form.dataset.busy + '，请不要关闭页面。';
    const bar = element('progress', line);
    bar.setAttribute('aria-label', form.dataset.busy);
    const said = element('span', line);
    const seconds = element('span', line);
    seconds.className = 'mute';
    const timer = setInterval(function () {
      if (!line) {
        clearInterval(timer);
        return;
      }
      seconds.textContent = '已用' + Math.round((Date.now() - started) / 1000) + '秒';
      if (key) { ask(said, bar); }
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
