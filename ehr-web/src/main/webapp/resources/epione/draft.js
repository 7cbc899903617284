/*
 * Saves a doctor's text while it is typed, and says when. One save at a time, each naming the version
 * that it follows; whatever was not saved stays in the field. It does not need the page's own state,
 * so it goes on when the doctor has signed in again in another window.
 */
(function () {
  'use strict';
  var PAUSE = 800, AGAIN = 5000;
  function start() {
    var state = document.getElementById('draftState');
    if (!state) { return; }
    var text = document.getElementById('write:text');
    var step = Number(document.getElementById('write:step').value);
    var ended = document.getElementById('draftEnded'), refused = document.getElementById('draftRefused');
    var typing = document.getElementById('draftTyping');
    var saved = text.value, timer = 0, sending = null, over = false, signedOut = false;

    // The page replaces this field when it shows what is signed.
    function version() { return document.getElementById('write:version'); }
    function say(words) {
      if (state.textContent !== words) { state.textContent = words; }
    }
    function savedAt(time) {
      say(state.dataset.saved.replace('{0}', new Date(time).toISOString().slice(11, 16) + '\u00a0UTC'));
    }
    function later(pause) {
      clearTimeout(timer);
      timer = setTimeout(save, pause);
    }
    function answered(answer, typed) {
      document.dispatchEvent(new Event('epione:answered'));
      if (answer.ok) {
        return answer.json().then(function (kept) {
          saved = typed;
          version().value = String(kept.version);
          savedAt(kept.keptAt);
          ended.hidden = true;
          // The page of the session that has ended cannot do anything else any more.
          if (signedOut) { location.reload(); }
          typing.hidden = text.value === saved;
          if (text.value !== saved) { later(PAUSE); }
        });
      }
      if (answer.status === 401) {
        signedOut = true;
        say('');
        typing.hidden = true;
        ended.hidden = false;
        return undefined;
      }
      if (answer.status >= 500) { return away(); }
      return answer.json().then(function (problem) {
        over = problem.code !== 'EHR-3010';
        say('');
        typing.hidden = true;
        document.getElementById('draftReason').textContent = problem.title + ' (' + problem.code + ')';
        refused.querySelector('a').hidden = !over;
        refused.hidden = false;
      });
    }
    function away() {
      say(state.dataset.away);
      typing.hidden = true;
      later(AGAIN);
    }
    function save() {
      clearTimeout(timer);
      if (sending) { return sending.then(save); }
      if (over || text.value === saved) { return Promise.resolve(); }
      var typed = text.value;
      refused.hidden = true;
      sending = fetch(state.dataset.address, {
        method: 'POST', credentials: 'same-origin', keepalive: true,
        headers: { 'Content-Type': 'application/json', 'X-Epione-Request': '1' },
        body: JSON.stringify({ step: step, version: Number(version().value), text: typed })
      }).then(function (answer) { return answered(answer, typed); }).catch(away).finally(function () { sending = null; });
      return sending;
    }

    if (state.dataset.kept) { savedAt(state.dataset.kept); }
    text.addEventListener('input', function () {
      if (over) { return; }
      typing.hidden = false;
      later(PAUSE);
    });
    text.addEventListener('blur', save);
    window.addEventListener('focus', save);
    window.addEventListener('pagehide', save);
    document.addEventListener('visibilitychange', function () { if (document.hidden) { save(); } });
    window.addEventListener('beforeunload', function (event) {
      if (text.value !== saved && (over || signedOut)) { event.preventDefault(); }
    });
    // A page that the browser kept shows what was; what is now, only the server knows.
    window.addEventListener('pageshow', function (event) { if (event.persisted) { location.reload(); } });
    // Nothing is shown for signing before it is saved.
    document.getElementById('write').addEventListener('click', function (event) {
      var button = event.target.closest('button');
      if (!button || button.id !== 'write:prepare' || (text.value === saved && !sending)) { return; }
      event.preventDefault();
      event.stopImmediatePropagation();
      save().then(function () { if (text.value === saved) { button.click(); } });
    }, true);
  }
  if (document.readyState === 'loading') { document.addEventListener('DOMContentLoaded', start); } else { start(); }
}());
