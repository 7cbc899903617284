/*
 * Sends files in slices, one after the other, each with its digest. The server says how far a file is;
 * after a break, a reload or a restart the same file is chosen again, compared, and goes on from there.
 */
(function () {
  'use strict';
  var AGAIN = 4000;
  function start() {
    var choose = document.getElementById('attachFiles');
    if (!choose) { return; }
    var texts = choose.dataset, address = texts.address;
    var now = document.getElementById('attachNow'), name = document.getElementById('attachName');
    var bar = document.getElementById('attachBar'), done = document.getElementById('attachDone');
    var pause = document.getElementById('attachPause'), state = document.getElementById('attachState');
    var problem = document.getElementById('attachProblem'), again = document.getElementById('attachAgain');
    var removing = document.getElementById('attachRemove');
    var queue = [], busy = false, paused = false, wanted = null, wake = function () {};

    function say(words) {
      if (state.textContent !== words) { state.textContent = words; }
    }
    function trouble(words) {
      problem.textContent = words;
      problem.hidden = !words;
    }
    function wait(time) {
      return new Promise(function (resolve) {
        wake = resolve;
        setTimeout(resolve, time);
      });
    }
    window.addEventListener('online', function () { wake(); });

    /* The answer; asked again while the server does not answer or nobody is signed in. */
    async function ask(method, path, headers, body) {
      for (;;) {
        try {
          var answer = await fetch(address + path, {
            method: method, credentials: 'same-origin', body: body,
            headers: Object.assign({ 'X-Epione-Request': '1' }, headers)
          });
          document.dispatchEvent(new Event('epione:answered'));
          if (answer.ok) {
            trouble('');
            return answer.status === 204 ? null : await answer.json();
          }
          if (answer.status !== 401 && answer.status < 500) { throw await answer.json(); }
          trouble(answer.status === 401 ? texts.ended : texts.away);
        } catch (failed) {
          if (failed && failed.code) { throw failed; }
          trouble(texts.away);
        }
        await wait(AGAIN);
      }
    }
    function asJson(method, path, value) {
      return ask(method, path, { 'Content-Type': 'application/json' }, value === undefined ? undefined : JSON.stringify(value));
    }
    async function digest(bytes) {
      return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    }
    function hex(bytes) {
      return Array.from(bytes, function (each) { return each.toString(16).padStart(2, '0'); }).join('');
    }
    async function bytes(file, from, to) {
      try {
        return await file.slice(from, to).arrayBuffer();
      } catch (unreadable) {
        throw { title: texts.unread };
      }
    }
    function show(sent, size) {
      var percent = Math.floor(sent * 100 / size);
      bar.value = percent;
      done.textContent = percent + ' %';
    }

    /* Whether the file begins with what has arrived of that upload. */
    async function compare(file, upload) {
      var digests = [];
      say(texts.comparing);
      for (var at = 0; at < upload.received; at += upload.slice) {
        digests.push(hex(await digest(await bytes(file, at, Math.min(file.size, at + upload.slice)))));
      }
      return asJson('POST', '/' + upload.id + '/resumption', { digests: digests });
    }
    async function upload(file, id) {
      var all = await ask('GET', '');
      var begun = all.filter(function (each) { return !each.complete && each.readable && each.size === file.size && (!id || each.id === id); });
      for (var i = 0; i < begun.length; i++) {
        try {
          return await compare(file, begun[i]);
        } catch (refused) {
          if (refused.code !== 'EHR-3045' || id) { throw refused; }
        }
      }
      if (id) { throw { title: texts.other }; }
      return asJson('POST', '', { name: file.name, mediaType: file.type, size: file.size });
    }
    async function send(file, id) {
      name.textContent = file.name;
      now.hidden = false;
      show(0, file.size || 1);
      var there = await upload(file, id);
      try {
        while (there.received < file.size) {
          if (paused) {
            say(texts.paused);
            await wait(1000);
            continue;
          }
          say(texts.sending.replace('{0}', file.name));
          show(there.received, file.size);
          there = await slice(file, there);
        }
        show(file.size, file.size);
        say(texts.sealing);
        await asJson('POST', '/' + there.id + '/completion');
      } catch (refused) {
        // What cannot be attached at all is not kept as an upload to go on with.
        if (refused.code === 'EHR-3040') { await ask('DELETE', '/' + there.id); }
        throw refused;
      }
      say(texts.attached.replace('{0}', file.name));
    }
    async function slice(file, there) {
      var part = await bytes(file, there.received, Math.min(file.size, there.received + there.slice));
      var sum = btoa(String.fromCharCode.apply(null, await digest(part)));
      try {
        return await ask('PATCH', '/' + there.id, {
          'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': String(there.received), 'Content-Digest': 'sha-256=:' + sum + ':'
        }, part);
      } catch (refused) {
        if (refused.code !== 'EHR-3043' && refused.code !== 'EHR-3044') { throw refused; }
        // An answer was lost, or another window sends too: the server knows how far it is.
        var known = (await ask('GET', '')).filter(function (each) { return each.id === there.id && !each.complete; });
        if (!known.length) { throw refused; }
        if (known[0].received === there.received) { await wait(AGAIN); }
        return known[0];
      }
    }
    async function work() {
      if (busy) { return; }
      busy = true;
      while (queue.length) {
        var next = queue.shift();
        try {
          await send(next.file, next.id);
        } catch (refused) {
          say('');
          trouble(next.file.name + ': ' + (refused.title || texts.away) + (refused.code ? ' (' + refused.code + ')' : ''));
        }
        window.showAttachments();
      }
      now.hidden = true;
      busy = false;
    }
    function take(files, id) {
      trouble('');
      if (!window.crypto || !window.crypto.subtle) {
        trouble(texts.insecure);
        return;
      }
      Array.from(files).forEach(function (file) { queue.push({ file: file, id: id }); });
      work();
    }

    choose.addEventListener('change', function () {
      take(choose.files, null);
      choose.value = '';
    });
    again.addEventListener('change', function () {
      take(again.files, wanted);
      again.value = '';
    });
    pause.addEventListener('click', function () {
      paused = !paused;
      pause.textContent = paused ? pause.dataset.on : pause.dataset.pause;
      wake();
    });
    document.getElementById('attach').addEventListener('click', function (event) {
      var on = event.target.closest('button[data-go-on]'), away = event.target.closest('button[data-remove]');
      if (on) {
        wanted = on.dataset.goOn;
        again.click();
      }
      if (away) {
        removing.dataset.upload = away.dataset.remove;
        document.getElementById('attachRemoveName').textContent = away.dataset.name;
        removing.showModal();
      }
    });
    document.getElementById('attachRemoveNo').addEventListener('click', function () { removing.close(); });
    document.getElementById('attachRemoveYes').addEventListener('click', function () {
      removing.close();
      trouble('');
      ask('DELETE', '/' + removing.dataset.upload).then(function () {
        say(texts.removed);
      }).catch(function (refused) {
        if (refused.code !== 'EHR-1003') { trouble(refused.title + ' (' + refused.code + ')'); }
      }).finally(function () {
        window.showAttachments();
        // The button that had the focus is gone.
        choose.focus();
      });
    });
    window.addEventListener('beforeunload', function (event) {
      if (busy) { event.preventDefault(); }
    });
  }
  if (document.readyState === 'loading') { document.addEventListener('DOMContentLoaded', start); } else { start(); }
}());
