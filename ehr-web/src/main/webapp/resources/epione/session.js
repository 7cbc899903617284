/* Warns before the session ends for lack of activity, and says so when it has ended. */
(function () {
  'use strict';
  function start() {
    var dialog = document.getElementById('idle');
    if (!dialog) { return; }
    var limit = Number(dialog.dataset.idleSeconds), warn = Number(dialog.dataset.warnSeconds);
    var last = Date.now(), left = document.getElementById('idleLeft');
    function touched() { last = Date.now(); }
    function stay() {
      fetch(dialog.dataset.keepAlive, { credentials: 'same-origin', headers: { 'X-Epione-Request': '1' } })
        .then(function (answer) { if (!answer.ok) { location.assign(dialog.dataset.ended); } });
      touched();
      dialog.close();
    }
    // The server counts from its last answer, so only requests count as activity here.
    var open = XMLHttpRequest.prototype.open;
    XMLHttpRequest.prototype.open = function () {
      this.addEventListener('loadend', touched);
      return open.apply(this, arguments);
    };
    document.addEventListener('epione:answered', touched);
    document.getElementById('idleStay').addEventListener('click', stay);
    dialog.addEventListener('cancel', function (event) { event.preventDefault(); stay(); });
    setInterval(function () {
      var remaining = Math.round(limit - (Date.now() - last) / 1000);
      if (remaining <= 0) { location.assign(dialog.dataset.ended); return; }
      left.textContent = String(remaining);
      if (remaining <= warn && !dialog.open) { dialog.showModal(); }
    }, 1000);
  }
  if (document.readyState === 'loading') { document.addEventListener('DOMContentLoaded', start); } else { start(); }
}());
