// The patient's side of SPAKE2+ (RFC 9383), suite P256-SHA256-HKDF-SHA256-HMAC-SHA256, as
// org.epione.crypto.scheme.pake.Spake2Plus has the hospital's. docs/formats.md gives the encodings.
import { bytesToNumberBE, equalBytes } from '@noble/curves/utils.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { Decoder, Encoder } from './canonical.js';
import {
  KEY,
  KeyConfirmationFailed,
  M,
  N,
  ORDER,
  POINT,
  Point,
  WIDE,
  content,
  lengthPrefixed,
  message,
  pointOf,
  randomScalar,
  scalarBytes,
} from './pake.js';

export { KeyConfirmationFailed };

/** How many bytes Argon2id stretches the password to: half for each of w0 and w1. */
export const STRETCHED = 2 * WIDE;

/** Salt and cost as the hospital tells them: 44 bytes, PasswordSalt. */
export class PasswordSalt {
  static decode(encoded) {
    const salt = new PasswordSalt();
    salt.encoded = Uint8Array.from(encoded);
    const decoder = new Decoder('epione.password-salt', 1, encoded);
    salt.memoryKiB = decoder.u32();
    salt.passes = decoder.u8();
    salt.lanes = decoder.u8();
    salt.salt = decoder.fixed(16);
    decoder.end();
    return salt;
  }

  /** A new one. */
  static of(memoryKiB, passes, lanes, salt) {
    return PasswordSalt.decode(
      new Encoder('epione.password-salt', 1).u32(memoryKiB).u8(passes).u8(lanes).fixed(salt).encoding(),
    );
  }
}

/** What Argon2id stretches: password, patient and hospital, each with its length. */
export function stretchingInput(password, identities) {
  if (!password.isWellFormed()) {
    throw new RangeError('the password holds half a character');
  }
  return lengthPrefixed(utf8ToBytes(password.normalize('NFC')), identities.prover, identities.verifier);
}

/** w0 and w1 from the stretched password, RFC 9383 section 3.2. */
export function secretOf(stretched) {
  if (stretched.length !== STRETCHED) {
    throw new RangeError(`a stretched password has ${STRETCHED} bytes`);
  }
  return {
    w0: bytesToNumberBE(stretched.subarray(0, WIDE)) % ORDER,
    w1: bytesToNumberBE(stretched.subarray(WIDE)) % ORDER,
  };
}

/** What the hospital keeps in place of the password: salt, w0 and L = w1*P. */
export function verifierOf(salt, secret) {
  return new Encoder('epione.spake2plus.verifier', 1)
    .bytes(salt.encoded)
    .fixed(scalarBytes(secret.w0))
    .fixed(Point.BASE.multiply(secret.w1).toBytes(false))
    .encoding();
}

/** Context of RFC 9383: what the key is for, bound to salt and cost. */
export function contextOf(salt, purpose) {
  return new Encoder('epione.spake2plus.context', 1).bytes(salt.encoded).bytes(purpose).encoding();
}

/** One run of the patient's side: share, then what the hospital answers, once. */
export class Prover {
  #context;
  #identities;
  #secret;
  #x;
  #share;

  constructor(context, identities, secret, x = randomScalar()) {
    this.#context = context;
    this.#identities = identities;
    this.#secret = secret;
    this.#x = x;
    this.#share = Point.BASE.multiply(x).add(M.multiply(secret.w0));
  }

  /** The message with the patient's share, x*P + w0*M. */
  share() {
    return message('epione.spake2plus.prover-share', this.#share.toBytes(false));
  }

  /**
   * Takes the hospital's share and confirmation.
   *
   * Gives the shared key and the patient's own confirmation, which may be sent only now: the hospital has shown that
   * it knows the verifier. Throws MalformedEncoding or KeyConfirmationFailed; nothing is to be sent then.
   */
  receive(share, confirmation) {
    const keys = this.#agree(pointOf(content('epione.spake2plus.verifier-share', share, POINT)));
    const confirmed = content('epione.spake2plus.verifier-confirmation', confirmation, KEY);
    if (!equalBytes(confirmed, keys.expected)) {
      throw new KeyConfirmationFailed();
    }
    return {
      key: keys.shared,
      confirmation: message('epione.spake2plus.prover-confirmation', keys.own),
    };
  }

  #agree(shareV) {
    const unmasked = shareV.subtract(N.multiply(this.#secret.w0));
    if (unmasked.is0()) {
      throw new KeyConfirmationFailed();
    }
    const shareP = this.#share.toBytes(false);
    const transcript = lengthPrefixed(
      this.#context,
      this.#identities.prover,
      this.#identities.verifier,
      M.toBytes(false),
      N.toBytes(false),
      shareP,
      shareV.toBytes(false),
      unmasked.multiply(this.#x).toBytes(false),
      unmasked.multiply(this.#secret.w1).toBytes(false),
      scalarBytes(this.#secret.w0),
    );
    const main = sha256(transcript);
    const confirmation = hkdf(sha256, main, undefined, utf8ToBytes('ConfirmationKeys'), 2 * KEY);
    return {
      shared: hkdf(sha256, main, undefined, utf8ToBytes('SharedKey'), KEY),
      own: hmac(sha256, confirmation.subarray(0, KEY), shareV.toBytes(false)),
      expected: hmac(sha256, confirmation.subarray(KEY), shareP),
    };
  }
}
