// One run with a hospital: SPAKE2+ up to the treatment key, then requests under it.
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { Dialogue, identitiesOf, purposeOf } from './appointment.js';
import { Away, ask, stretchIn } from './hospital.js';
import { PasswordSalt, Prover, contextOf, secretOf, stretchingInput } from './spake2plus.js';
import { isAcceptable } from './stretching.js';

const TRIES = 3;

/** The hospital asks for a cost that this side does not accept. */
export class CheapPassword extends Error {}

/** How an account is named to the hospital. */
const namedBy = ({ kind, hospital, name }) =>
  kind === 'DOCTOR' ? { hospital, userName: name } : { hospital, cardNumber: name };

/** Proves the password of an account to the hospital; gives the agreement. The password does not leave this function. */
export async function agree({ api, worker }, account, password, onProgress) {
  const identities = identitiesOf(account);
  const named = namedBy(account);
  const { salt: told } = await ask('POST', `${api}appointments/salt`, named);
  const salt = PasswordSalt.decode(hexToBytes(told));
  if (!isAcceptable(salt)) {
    throw new CheapPassword();
  }
  const secret = secretOf(await stretchIn(worker, stretchingInput(password, identities), salt, onProgress));
  const prover = new Prover(contextOf(salt, purposeOf(account.hospital)), identities, secret);
  const begun = await ask('POST', `${api}appointments/runs`, { ...named, share: bytesToHex(prover.share()) });
  const { key, confirmation } = prover.receive(hexToBytes(begun.share), hexToBytes(begun.confirmation));
  const run = `${api}appointments/runs/${begun.run}`;
  await ask('POST', `${run}/confirmation`, { confirmation: bytesToHex(confirmation) });
  const dialogue = await Dialogue.open(hexToBytes(begun.run), key, account.kind);
  key.fill(0);
  return new Agreement(run, dialogue);
}

/** A treatment key that is agreed. */
class Agreement {
  #run;
  #dialogue;

  constructor(run, dialogue) {
    this.#run = run;
    this.#dialogue = dialogue;
  }

  /**
   * Sends a request and opens the answer. Where none comes, the very same is sent again: the hospital carries it out
   * once.
   */
  async say(request) {
    const { number, sealed } = await this.#dialogue.seal(request);
    const body = { number, sealed: bytesToHex(sealed) };
    for (let left = TRIES - 1; ; left--) {
      try {
        const { sealed: answer } = await ask('POST', `${this.#run}/requests`, body);
        return await this.#dialogue.open(hexToBytes(answer));
      } catch (failure) {
        if (!(failure instanceof Away) || left === 0) {
          throw failure;
        }
      }
    }
  }

  /** Lets the hospital forget the key, also while the page is being left. */
  end() {
    fetch(this.#run, { method: 'DELETE', keepalive: true, headers: { 'X-Epione-Request': '1' } }).catch(() => {
      // The hospital forgets it by itself a quarter of an hour later.
    });
  }
}
