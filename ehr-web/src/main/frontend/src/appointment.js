// What SPAKE2+ is run with for an appointment, and the messages under the treatment key that it gives. The hospital's
// side is org.epione.appointment; docs/formats.md gives the encodings.
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { Encoder } from './canonical.js';

/** Both sides of a run, as both know each other: the patient's card at that hospital, and the hospital. */
export function identitiesOf(hospital, cardNumber) {
  return {
    prover: new Encoder('epione.appointment.patient', 1).text(hospital).text(cardNumber).encoding(),
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
  #toPatient;
  #number = 0;

  /** The dialogue of the run with this id (16 bytes) under this treatment key. */
  static async open(run, treatmentKey) {
    const dialogue = new Dialogue();
    dialogue.#run = Uint8Array.from(run);
    const input = await crypto.subtle.importKey('raw', treatmentKey, 'HKDF', false, ['deriveKey']);
    dialogue.#toHospital = await derive(input, 'appointment.to-hospital', run);
    dialogue.#toPatient = await derive(input, 'appointment.to-patient', run);
    return dialogue;
  }

  /** Seals a request; gives its number and the sealed bytes. */
  async seal(request) {
    this.#number++;
    const nonce = crypto.getRandomValues(new Uint8Array(12));
    const sealed = await crypto.subtle.encrypt(
      { name: 'AES-GCM', iv: nonce, additionalData: this.#header() },
      this.#toHospital,
      utf8ToBytes(JSON.stringify(request)),
    );
    const bytes = new Uint8Array(12 + sealed.byteLength);
    bytes.set(nonce);
    bytes.set(new Uint8Array(sealed), 12);
    return { number: this.#number, sealed: bytes };
  }

  /** Opens the answer to the request that was sealed last. */
  async open(answer) {
    try {
      const opened = await crypto.subtle.decrypt(
        { name: 'AES-GCM', iv: answer.subarray(0, 12), additionalData: this.#header() },
        this.#toPatient,
        answer.subarray(12),
      );
      return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(opened));
    } catch (failure) {
      throw new NotOurMessage('the answer does not open', { cause: failure });
    }
  }

  #header() {
    return new Encoder('epione.appointment.message', 1).fixed(this.#run).u64(this.#number).encoding();
  }
}

/** As org.epione.crypto.hybrid.Aead derives keys; it cannot be taken out of the browser's keeping. */
function derive(input, label, context) {
  return crypto.subtle.deriveKey(
    {
      name: 'HKDF',
      hash: 'SHA-256',
      salt: utf8ToBytes('EPIONE-V01-AEAD-KEY-HKDF-SHA256'),
      info: new Encoder('epione.aead-key', 1).text(label).bytes(context).encoding(),
    },
    input,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}
