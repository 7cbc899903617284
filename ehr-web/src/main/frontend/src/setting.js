// Who is signed in sets her appointment password, or a guardian a minor's: the browser makes the verifier, and only that
// is sent.
import { bytesToHex } from '@noble/hashes/utils.js';
import { identitiesOf } from './appointment.js';
import { Away, Refused, ask, stretchIn } from './hospital.js';
import { element, progressOf, say, told } from './page.js';
import { PasswordSalt, secretOf, stretchingInput, verifierOf } from './spake2plus.js';
import { isAcceptable } from './stretching.js';

const SHORTEST = 10;
const DONE = 'epione.appointment-password';

/** Brings the form to life, where the page has one. */
export function startSetting() {
  const setting = element('setting');
  if (!setting) {
    return;
  }
  const texts = setting.dataset;
  // A guardian's page names by which guardianship it is a minor's.
  const addressOf = (act) => `${texts.address}${act}${texts.for ? `?for=${encodeURIComponent(texts.for)}` : ''}`;
  const failed = element('settingFailed');
  const typed = ['settingNew', 'settingRepeat', 'settingAccount'].map(element);
  let busy = false;

  function fault(password, repeated, account) {
    if ([...password].length < SHORTEST) {
      return [texts.short, typed[0]];
    }
    if (password.normalize('NFC') !== repeated.normalize('NFC')) {
      return [texts.differs, typed[1]];
    }
    if (account === '') {
      return [texts.missing, typed[2]];
    }
    return password === account ? [texts.same, typed[0]] : null;
  }

  /** The page shows what is so now; what was done is said when it is there again. */
  function again(done) {
    sessionStorage.setItem(DONE, done);
    location.reload();
  }

  function explain(box, failure) {
    if (!(failure instanceof Refused) && !(failure instanceof Away)) {
      console.error(failure);
    }
    say(box, failure instanceof Refused ? told(failure) : texts.away, 'bad');
  }

  async function set(password, account) {
    const own = await ask('GET', addressOf(''));
    const salt = PasswordSalt.of(own.memoryKiB, own.passes, own.lanes, crypto.getRandomValues(new Uint8Array(16)));
    if (!isAcceptable(salt)) {
      throw new RangeError('a cost that makes guessing cheap');
    }
    const input = stretchingInput(password, identitiesOf({ kind: own.kind, hospital: own.hospital, name: own.account }));
    const onProgress = progressOf(element('settingWorking'), element('settingProgress'));
    const secret = secretOf(await stretchIn(texts.worker, input, salt, onProgress));
    await ask('POST', addressOf(''), { verifier: bytesToHex(verifierOf(salt, secret)), password: account });
  }

  element('settingForm').addEventListener('submit', async (event) => {
    event.preventDefault();
    if (busy) {
      return;
    }
    const [password, repeated, account] = typed.map((field) => field.value);
    const wrong = fault(password, repeated, account);
    if (wrong) {
      say(failed, wrong[0], 'bad');
      wrong[1].focus();
      return;
    }
    busy = true;
    element('settingSubmit').disabled = true;
    say(failed, '');
    try {
      await set(password, account);
      again(texts.done);
    } catch (failure) {
      explain(failed, failure);
    } finally {
      busy = false;
      element('settingSubmit').disabled = false;
      element('settingWorking').hidden = true;
    }
  });

  // Who has a password seldom wants another: the form waits until it is asked for.
  const opening = element('settingOpen');
  if (opening) {
    element('settingForm').hidden = true;
    opening.addEventListener('click', () => {
      opening.hidden = true;
      element('settingForm').hidden = false;
      typed[0].focus();
    });
  }

  const removal = element('removal');
  element('settingRemove')?.addEventListener('click', () => removal.showModal());
  element('removalNo').addEventListener('click', () => removal.close());
  element('removalYes').addEventListener('click', async () => {
    if (busy) {
      return;
    }
    busy = true;
    try {
      await ask('POST', addressOf('/removal'), { password: element('removalAccount').value });
      again(texts.removed);
    } catch (failure) {
      explain(element('removalFailed'), failure);
    } finally {
      busy = false;
      element('removalAccount').value = '';
    }
  });

  if (!window.isSecureContext) {
    say(failed, texts.notSecure, 'bad');
    element('settingSubmit').disabled = true;
  }
  say(element('settingSaid'), sessionStorage.getItem(DONE), 'good');
  sessionStorage.removeItem(DONE);
}
