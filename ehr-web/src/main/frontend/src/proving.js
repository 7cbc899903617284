// Somebody proves an appointment password on a page, and then asks for things under the treatment key. What there is to
// ask for is the page's own.
import { CheapPassword, agree as agreeWithHospital } from './agreement.js';
import { NotOurMessage } from './appointment.js';
import { MalformedEncoding } from './canonical.js';
import { Away, Refused } from './hospital.js';
import { element, filled, progressOf, say, told } from './page.js';
import { KeyConfirmationFailed } from './spake2plus.js';

const OVER = 'EHR-3303';

/**
 * Brings the form for the password to life.
 *
 * @param box all of the page that is used under the key
 * @param page what the page does by itself: account(name) says for whom the password is, who(state) the name to show,
 *     show(state) shows what the hospital told, clear() takes that away, done(act) is told what was carried out,
 *     forget() empties what was written, when it is finished or somebody else's turn
 * @param agree proves a password to the hospital
 * @returns alone(work) does one thing at a time, carryOut(request, text) asks for something and tells how it went
 */
export function startProving(box, page, agree = agreeWithHospital) {
  const [proof, desk, ask, said, failed] = ['proof', 'desk', 'ask', 'deskSaid', 'deskFailed'].map(element);
  const texts = proof.dataset;
  let agreement = null;
  let last = null;
  let busy = false;

  /** One thing at a time: whoever presses twice is heard once. */
  async function alone(work) {
    if (busy) {
      return;
    }
    busy = true;
    const buttons = [...box.querySelectorAll('button')];
    buttons.forEach((button) => (button.disabled = true));
    try {
      await work();
    } finally {
      busy = false;
      box.querySelectorAll('button').forEach((button) => (button.disabled = false));
    }
  }

  function explain(failure) {
    if (failure instanceof Refused) {
      return failure.code === OVER ? texts.ended : told(failure);
    }
    if (failure instanceof KeyConfirmationFailed || failure instanceof MalformedEncoding) {
      return texts.hospitalFailed;
    }
    if (failure instanceof CheapPassword) {
      return texts.cheap;
    }
    if (failure instanceof NotOurMessage) {
      return texts.altered;
    }
    if (!(failure instanceof Away)) {
      console.error(failure);
    }
    return texts.away;
  }

  function show(state) {
    element('deskWho').textContent = filled(texts.who, page.who(state), state.hospital);
    element('deskZone').textContent = filled(texts.zone, state.zone);
    page.show(state);
    proof.hidden = true;
    desk.hidden = false;
    element('ownTitle').focus();
  }

  /** The key is gone, here or there: nothing is left to see; what was written stays. */
  function close() {
    agreement?.end();
    agreement = null;
    desk.hidden = true;
    page.clear();
    proof.hidden = false;
    element('proofPassword').focus();
  }

  async function prove() {
    const fields = ['proofAccount', 'proofPassword'].map(element);
    const missing = fields.find((field) => field.value.trim() === '');
    if (missing) {
      say(failed, texts.needed, 'bad');
      missing.focus();
      return;
    }
    const [name, password] = fields;
    const account = { ...page.account(name.value.trim()), hospital: element('proofHospital').value };
    const whose = JSON.stringify(account);
    if (whose !== last) {
      page.forget();
    }
    last = whose;
    say(failed, '');
    say(said, '');
    const onProgress = progressOf(element('proofWorking'), element('proofProgress'));
    try {
      agreement = await agree(texts, account, password.value, onProgress);
      show(await agreement.say({ act: 'LOOK' }));
    } catch (failure) {
      say(failed, explain(failure), 'bad');
      close();
    } finally {
      password.value = '';
      element('proofWorking').hidden = true;
    }
  }

  async function carryOut(request, text) {
    try {
      const answer = await agreement.say(request);
      ask.close();
      const { refused } = answer;
      say(failed, refused ? `${refused.text} (${refused.code})` : '', 'bad');
      say(said, refused ? '' : text, 'good');
      if (!refused) {
        page.done(request.act);
      }
      show(answer);
    } catch (failure) {
      ask.close();
      say(said, '');
      say(failed, explain(failure), 'bad');
      close();
    }
  }

  element('proofForm').addEventListener('submit', (event) => {
    event.preventDefault();
    alone(prove);
  });
  element('askNo').addEventListener('click', () => ask.close());
  element('deskFinish').addEventListener('click', () => {
    close();
    page.forget();
    say(failed, '');
    say(said, texts.finished, 'good');
  });
  window.addEventListener('pagehide', () => agreement && close());

  if (!window.isSecureContext) {
    say(failed, texts.notSecure, 'bad');
    element('proofSubmit').disabled = true;
  }
  return { alone, carryOut };
}
