/*
 * Downloads of attachments. A file of a stored record is first fetched from the cloud, piece by piece,
 * which the server does and the page shows. Before the browser saves anything the server has compared
 * all of it with what was signed: what is not that is said here, and nothing of it is saved.
 */
(function () {
  'use strict';
  var AGAIN = 500;
  function start() {
    document.addEventListener('click', function (event) {
      var button = event.target.closest('button[data-file]');
      if (button && !button.disabled) { download(button); }
    });
  }
  function download(button) {
    var line = button.closest('li');
    var bar = line.querySelector('progress'), state = line.querySelector('[role=status]');
    button.disabled = true;
    state.classList.remove('ep-bad');
    (button.dataset.fetched === 'true' ? fetched() : Promise.resolve()).then(checked).catch(function (why) {
      say(why && why.said ? why.said : button.dataset.away);
      state.classList.add('ep-bad');
    }).finally(function () {
      button.disabled = false;
      if (bar) { bar.hidden = true; }
    });

    function say(words) {
      if (state.textContent !== words) { state.textContent = words; }
    }
    /* Asks again until all of it is here. */
    function fetched() {
      say(button.dataset.fetching);
      return ask('POST').then(function (answer) { return answer.json(); }).then(function (progress) {
        if (progress.failed) { throw { said: button.dataset.damaged }; }
        if (bar) {
          bar.hidden = false;
          bar.value = progress.length ? Math.floor(progress.received * 100 / progress.length) : 0;
        }
        if (progress.complete) { return undefined; }
        return new Promise(function (done) { setTimeout(done, AGAIN); }).then(fetched);
      });
    }
    function checked() {
      say(button.dataset.checking);
      return ask('HEAD').then(function () {
        var link = document.createElement('a');
        link.href = button.dataset.file;
        link.download = '';
        document.body.appendChild(link);
        link.click();
        link.remove();
        say(button.dataset.begun);
      });
    }
    function ask(method) {
      return fetch(button.dataset.file, { method: method, credentials: 'same-origin', headers: { 'X-Epione-Request': '1' } }).then(function (answer) {
        document.dispatchEvent(new Event('epione:answered'));
        if (answer.ok) { return answer; }
        if (method === 'HEAD') { throw { said: answer.status === 409 ? button.dataset.damaged : button.dataset.away }; }
        return answer.json().then(function (problem) { throw { said: problem.title + ' (' + problem.code + ')' }; });
      });
    }
  }
  start();
}());
