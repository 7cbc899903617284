// One side of SPAKE2 (RFC 9382), suite P256-SHA256-HKDF-SHA256-HMAC-SHA256, as
// org.epione.crypto.scheme.pake.SymptomMatching has it. docs/formats.md gives the encodings.
import { concatBytes, equalBytes } from '@noble/curves/utils.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import {
  KEY,
  KeyConfirmationFailed,
  M,
  N,
  POINT,
  Point,
  content,
  lengthPrefixed,
  message,
  pointOf,
  randomScalar,
  scalarBytes,
} from './pake.js';

const HALF = 16;
const A = { mask: M, share: 'epione.spake2.a-share', confirmation: 'epione.spake2.a-confirmation' };
const B = { mask: N, share: 'epione.spake2.b-share', confirmation: 'epione.spake2.b-confirmation' };

/** One side; its number x is all that it needs to go on later. */
export class Side {
  #own;
  #peer;
  #session;
  #w;
  #share;

  /**
   * @param first whether it is A
   * @param session a, b: the identities; aad: additional data
   * @param w from the secret
   * @param x its own number
   */
  constructor(first, session, w, x = randomScalar()) {
    [this.#own, this.#peer] = first ? [A, B] : [B, A];
    this.#session = session;
    this.#w = w;
    this.x = x;
    this.#share = Point.BASE.multiply(x).add(this.#own.mask.multiply(w));
  }

  /** Whether it is A. */
  get isFirst() {
    return this.#own === A;
  }

  /** The message with its share. */
  share() {
    return message(this.#own.share, this.#share.toBytes(false));
  }

  /**
   * Takes the other side's share; gives the key, this side's confirmation, and what the other's must be. The
   * confirmation can be sent in any case: it is no test of other secrets.
   */
  receive(peerShare) {
    const peer = pointOf(content(this.#peer.share, peerShare, POINT));
    const unmasked = peer.subtract(this.#peer.mask.multiply(this.#w));
    if (unmasked.is0()) {
      throw new KeyConfirmationFailed();
    }
    const shares = [this.#share.toBytes(false), peer.toBytes(false)];
    const transcript = lengthPrefixed(
      this.#session.a,
      this.#session.b,
      ...(this.#own === A ? shares : shares.reverse()),
      unmasked.multiply(this.x).toBytes(false),
      scalarBytes(this.#w),
    );
    const main = sha256(transcript);
    const info = concatBytes(utf8ToBytes('ConfirmationKeys'), this.#session.aad);
    const keys = hkdf(sha256, main.subarray(HALF), undefined, info, 2 * HALF);
    const ofA = message(A.confirmation, hmac(sha256, keys.subarray(0, HALF), transcript));
    const ofB = message(B.confirmation, hmac(sha256, keys.subarray(HALF), transcript));
    const [confirmation, expected] = this.#own === A ? [ofA, ofB] : [ofB, ofA];
    return { key: main.slice(0, HALF), confirmation, expected };
  }
}

/** Whether the other side's confirmation is the expected one; what is none is refused. */
export function confirms(expected, confirmation, ofFirst) {
  const tag = ofFirst ? A.confirmation : B.confirmation;
  return equalBytes(content(tag, expected, KEY), content(tag, confirmation, KEY));
}
