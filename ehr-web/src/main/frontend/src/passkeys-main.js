// What pages load that ask for a passkey: a button begins, the answer goes into the form's hidden field, and its hidden
// button sends it. The form may be renewed at any time.
import { filled, say } from './page.js';
import { addressOf, answerOf, optionsOf, reasonOf } from './passkeys.js';

const EXPECTED = ['late', 'cancelled', 'known', 'address', 'unable'];

const isAble = () => window.isSecureContext && Boolean(window.PublicKeyCredential && navigator.credentials);

async function ask(place) {
  const box = place.querySelector('[data-passkey-said]');
  const button = place.querySelector('[data-passkey-start]');
  const form = place.closest('form');
  const texts = place.dataset;
  // The last passkey may have been removed elsewhere since the page was asked for.
  if (!isAble() || !texts.options) {
    say(box, texts.unable, 'warn');
    return;
  }
  const options = optionsOf(texts.options);
  const begun = performance.now();
  button.disabled = true;
  say(box, texts.waiting, 'info');
  try {
    const credential = await navigator.credentials[texts.passkey]({ publicKey: options });
    form.querySelector('[data-passkey-answer]').value = answerOf(credential);
    say(box, '');
    form.querySelector('[data-passkey-send]').click();
  } catch (failure) {
    const reason = reasonOf(failure, performance.now() - begun, options.timeout);
    if (!EXPECTED.includes(reason)) {
      console.error(failure);
    }
    say(box, filled(texts[reason], addressOf(options)), 'warn');
    button.disabled = false;
    button.focus();
  }
}

document.addEventListener('click', (event) => {
  const button = event.target.closest?.('[data-passkey-start]');
  if (button && !button.disabled) {
    ask(button.closest('[data-passkey]'));
  }
});

/** What comes onto the page in answer to a button is where the keyboard goes on. */
function followTheKeyboard() {
  let shown = null;
  new MutationObserver(() => {
    const button = document.querySelector('[data-passkey=create] [data-passkey-start]');
    if (button && button !== shown) {
      button.focus();
    }
    shown = button;
  }).observe(document.body, { childList: true, subtree: true });
}

/** Who signs in begins with the passkey, which one key then does. */
function start() {
  const place = document.querySelector('[data-passkey=get]');
  if (!place) {
    followTheKeyboard();
    return;
  }
  if (isAble()) {
    place.querySelector('[data-passkey-start]').focus();
  } else {
    say(place.querySelector('[data-passkey-said]'), place.dataset.unable, 'warn');
    place.querySelector('[data-passkey-start]').disabled = true;
  }
}

if (document.readyState === 'loading') {
  document.addEventListener('DOMContentLoaded', start);
} else {
  start();
}
