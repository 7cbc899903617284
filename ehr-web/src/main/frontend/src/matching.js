// What SPAKE2 is run with where two patients compare their symptoms, and what follows from it: the steps of a
// comparison, and the messages of the conversation. docs/formats.md gives the encodings.
import { bytesToNumberBE } from '@noble/curves/utils.js';
import { argon2idAsync } from '@noble/hashes/argon2.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { Encoder, MalformedEncoding } from './canonical.js';
import { KeyConfirmationFailed, ORDER, WIDE } from './pake.js';
import { NotOpened, deriveKey, open, padded, seal, valueOf } from './sealing.js';
import { Side, confirms } from './spake2.js';

/** What hashing a symptom costs: the list is short, and a guess takes a run of its own anyway. */
export const COST = { m: 8192, t: 1, p: 1 };

/** Who compares with whom, A first: pseudonyms and the digests of their certificates. */
export function pairOf({ beginner, own, ownCertificate, peer, peerCertificate }) {
  const sides = [
    [hexToBytes(own), hexToBytes(ownCertificate)],
    [hexToBytes(peer), hexToBytes(peerCertificate)],
  ];
  const [[a, certificateA], [b, certificateB]] = beginner ? sides : sides.reverse();
  return { a, b, certificateA, certificateB };
}

/** A, B and the additional data of RFC 9382. */
export function sessionOf({ a, b, certificateA, certificateB }) {
  const aad = new Encoder('epione.spake2.certificates', 1).fixed(certificateA).fixed(certificateB).encoding();
  return { a, b, aad };
}

/** w from the symptom: another for each pair. */
export async function symptomNumber(pair, symptom, cost = COST) {
  const salt = sha256(
    new Encoder('epione.spake2.salt', 1)
      .bytes(pair.a)
      .bytes(pair.b)
      .fixed(pair.certificateA)
      .fixed(pair.certificateB)
      .encoding(),
  );
  const input = new Encoder('epione.spake2.symptom', 1).bytes(utf8ToBytes(symptom)).encoding();
  const stretched = await argon2idAsync(input, salt, { ...cost, dkLen: WIDE });
  return bytesToNumberBE(stretched) % ORDER;
}

/** Nobody with the same symptom, or nothing more to do with this pair. */
const NONE = { none: true };

/**
 * The next step of a comparison, from what the hospital tells and the state before (null at the beginning).
 *
 * Gives what to send (share, confirmation; none of them where nothing is due), and the state to keep: {x}, then
 * {key, expected} on the side that answers, then {key} where the symptom is the same and {none} where it is not.
 * What is malformed or altered ends like another symptom, and the hospital gets the same messages in all cases.
 */
export async function advance(exchange, symptom, state) {
  const side = async (x) => {
    const pair = pairOf(exchange);
    return new Side(exchange.beginner, sessionOf(pair), await symptomNumber(pair, symptom), x);
  };
  switch (exchange.due) {
    case 'BEGIN': {
      const begun = await side();
      return { share: begun.share(), state: { x: begun.x.toString(16) } };
    }
    case 'ANSWER': {
      const answering = await side();
      const { key, confirmation, expected } = received(answering, exchange.peerShare);
      return {
        share: answering.share(),
        confirmation,
        state: key ? { key: bytesToHex(key), expected: bytesToHex(expected) } : NONE,
      };
    }
    case 'CONFIRM': {
      // Without its number, the share cannot be gone on with, and a new one would be another try.
      const { key, confirmation, expected } = state?.x
        ? received(await side(BigInt(`0x${state.x}`)), exchange.peerShare)
        : { confirmation: unrelated(true) };
      const same = key && isRight(expected, exchange.peerConfirmation, false);
      return { confirmation, state: same ? { key: bytesToHex(key) } : NONE };
    }
    case 'DONE':
      if (state?.expected) {
        const same = isRight(hexToBytes(state.expected), exchange.peerConfirmation, true);
        return { state: same ? { key: state.key } : NONE };
      }
      return null;
    default:
      return null;
  }
}

function received(side, peerShare) {
  try {
    return side.receive(hexToBytes(peerShare));
  } catch (failure) {
    if (failure instanceof MalformedEncoding || failure instanceof KeyConfirmationFailed) {
      return { confirmation: unrelated(side.isFirst) };
    }
    throw failure;
  }
}

/** A confirmation of nothing, which looks like any other that is wrong. */
function unrelated(ofFirst) {
  return new Encoder(`epione.spake2.${ofFirst ? 'a' : 'b'}-confirmation`, 1)
    .fixed(crypto.getRandomValues(new Uint8Array(32)))
    .encoding();
}

function isRight(expected, confirmation, ofFirst) {
  try {
    return confirms(expected, hexToBytes(confirmation), ofFirst);
  } catch (failure) {
    if (failure instanceof MalformedEncoding) {
      return false;
    }
    throw failure;
  }
}

/** What came is not what the other wrote: altered, left out, repeated or exchanged on the way. */
export class Altered extends Error {}

/**
 * The messages of two patients under the key of their comparison: AES-256-GCM with a key for each direction, numbered
 * from 1 in each, so that none can be altered, repeated, exchanged, left out or sent back. The first is the agreement.
 */
export class Conversation {
  #toPeer;
  #toOwn;

  /** Between those of an exchange, under its key (16 bytes). */
  static async open(exchange, key) {
    const { a, b } = pairOf(exchange);
    const context = new Encoder('epione.matching.pair', 1).bytes(a).bytes(b).encoding();
    const conversation = new Conversation();
    const keys = [await deriveKey(key, 'matching.a-to-b', context), await deriveKey(key, 'matching.b-to-a', context)];
    [conversation.#toPeer, conversation.#toOwn] = exchange.beginner ? keys : keys.reverse();
    return conversation;
  }

  /** Seals the message with this number. */
  seal(number, content) {
    return seal(this.#toPeer, headerOf(number), padded(content));
  }

  /** Opens all that was said, in order; each side's numbers must be 1, 2, 3 and so on. */
  async read(said) {
    const next = { true: 1, false: 1 };
    const opened = [];
    for (const { outgoing, number, sealed, saidAt } of said) {
      if (number !== next[outgoing]++) {
        throw new Altered('a message is missing or there twice');
      }
      try {
        const bytes = await open(outgoing ? this.#toPeer : this.#toOwn, headerOf(number), hexToBytes(sealed));
        opened.push({ outgoing, number, saidAt, content: valueOf(bytes) });
      } catch (failure) {
        if (failure instanceof NotOpened || failure instanceof SyntaxError || failure instanceof TypeError) {
          throw new Altered('a message does not open', { cause: failure });
        }
        throw failure;
      }
    }
    return opened;
  }
}

function headerOf(number) {
  return new Encoder('epione.matching.message', 1).u64(number).encoding();
}
