// What SPAKE2+ is run with for an appointment, and the messages under the treatment key that it gives. The hospital's
// side is org.epione.appointment; docs/formats.md gives the encodings.
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { Encoder } from './canonical.js';
import { deriveKey, open, seal } from './sealing.js';

/** The two kinds of account: a patient is named by her card number, a doctor by her user name in lower case. */
const KINDS = { PATIENT: 'patient', DOCTOR: 'doctor' };

function nameOf(kind) {
  if (!Object.hasOwn(KINDS, kind)) {
    throw new RangeError('no kind of account');
  }
  return KINDS[kind];
}

/** Both sides of a run, as both know each other: the account of that kind and name at that hospital, and the hospital. */
export function identitiesOf({ kind, hospital, name }) {
  return {
    prover: new Encoder(`epione.appointment.${nameOf(kind)}`, 1).text(hospital).text(name).encoding(),
    verifier: new Encoder('epione.appointment.hospital', 1).text(hospital).encoding(),
  };
}

/** What the treatment key is for. */
export function purposeOf(hospital) {
  return new Encoder('epione.appointment.purpose', 1).text(hospital).encoding();
}

/** A message of the dialogue was altered, or is not the one that is due. */
export class NotOurMessage extends Error {}

/**
 * The messages of one run: AES-256-GCM, with one key for each direction from the treatment key. Each request has the
 * next number, and its answer the same, so that none can be left out, repeated, exchanged or sent back.
 */
export class Dialogue {
  #run;
  #toHospital;
  #fromHospital;
  #number = 0;

  /** The dialogue of the run with this id (16 bytes) under this treatment key, by that kind of account. */
  static async open(run, treatmentKey, kind) {
    const dialogue = new Dialogue();
    dialogue.#run = Uint8Array.from(run);
    dialogue.#toHospital = await deriveKey(treatmentKey, 'appointment.to-hospital', run);
    dialogue.#fromHospital = await deriveKey(treatmentKey, `appointment.to-${nameOf(kind)}`, run);
    return dialogue;
  }

  /** Seals a request; gives its number and the sealed bytes. */
  async seal(request) {
    this.#number++;
    const sealed = await seal(this.#toHospital, this.#header(), utf8ToBytes(JSON.stringify(request)));
    return { number: this.#number, sealed };
  }

  /** Opens the answer to the request that was sealed last. */
  async open(answer) {
    try {
      const opened = await open(this.#fromHospital, this.#header(), answer);
      return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(opened));
    } catch (failure) {
      throw new NotOurMessage('the answer does not open', { cause: failure });
    }
  }

  #header() {
    return new Encoder('epione.appointment.message', 1).fixed(this.#run).u64(this.#number).encoding();
  }
}
