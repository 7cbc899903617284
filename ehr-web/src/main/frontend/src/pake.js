// What SPAKE2 (RFC 9382) and SPAKE2+ (RFC 9383) have in common: the group, the masks, and how messages and transcripts
// are written. docs/formats.md gives the encodings.
import { p256 } from '@noble/curves/nist.js';
import { bytesToNumberBE, concatBytes, numberToBytesBE } from '@noble/curves/utils.js';
import { Decoder, Encoder, MalformedEncoding } from './canonical.js';

export const { Point } = p256;
export const ORDER = Point.Fn.ORDER;

/** Bytes of a point, and of a MAC. */
export const POINT = 65;
export const KEY = 32;

/** Bytes that are reduced to one number, so that no number is likelier than another. */
export const WIDE = 40;

const SCALAR = 32;

// The RFCs' section 4: hashes of names, whose discrete logarithms nobody knows.
export const M = Point.fromHex(
  '04886e2f97ace46e55ba9dd7242579f2993b64e16ef3dcab95afd497333d8fa12f' +
    '5ff355163e43ce224e0b0e65ff02ac8e5c7be09419c785e0ca547d55a12e2d20',
);
export const N = Point.fromHex(
  '04d8bbd6c639c62937b04d997f38c3770719c629d7014d49a24b4f98baa1292b49' +
    '07d60aa6bfade45008a636337f5168c64d9bd36034808cd564490b1e656edbe7',
);

/** Not the same secret, or something was changed on the way; which of them cannot be known. */
export class KeyConfirmationFailed extends Error {
  constructor() {
    super('key confirmation failed');
  }
}

/** A number from 1 to the order less 1. */
export function randomScalar() {
  return bytesToNumberBE(p256.utils.randomSecretKey());
}

/** 32 bytes, big-endian. */
export function scalarBytes(scalar) {
  return numberToBytesBE(scalar, SCALAR);
}

/** A message of an exchange. */
export function message(tag, bytes) {
  return new Encoder(tag, 1).fixed(bytes).encoding();
}

/** What is in one. */
export function content(tag, encoded, length) {
  const decoder = new Decoder(tag, 1, encoded);
  const bytes = decoder.fixed(length);
  decoder.end();
  return bytes;
}

/** A point of the curve, never the point at infinity; SEC 1 without compression, as only that is written. */
export function pointOf(bytes) {
  if (bytes[0] !== 4) {
    throw new MalformedEncoding('a point begins with 04');
  }
  try {
    const point = Point.fromBytes(bytes);
    point.assertValidity();
    return point;
  } catch {
    throw new MalformedEncoding('not a point of the curve');
  }
}

/** RFC 9383: before each part its length in bytes, eight bytes, little-endian. */
export function lengthPrefixed(...parts) {
  return concatBytes(
    ...parts.flatMap((part) => {
      const length = new Uint8Array(8);
      new DataView(length.buffer).setUint32(0, part.length, true);
      return [length, part];
    }),
  );
}
