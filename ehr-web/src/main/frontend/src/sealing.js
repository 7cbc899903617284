// AES-256-GCM as org.epione.crypto.hybrid.Aead has it: nonce (12, random), ciphertext, tag (16).
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { Encoder } from './canonical.js';

const NONCE = 12;

/** It was not sealed under this key and header, or something was changed. */
export class NotOpened extends Error {}

/** A key from a secret, which cannot be taken out of the browser's keeping. */
export async function deriveKey(secret, label, context) {
  const input = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
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

/** Seals bytes; the header is bound and not in the result. */
export async function seal(key, header, bytes) {
  const iv = crypto.getRandomValues(new Uint8Array(NONCE));
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: header }, key, bytes);
  const result = new Uint8Array(NONCE + sealed.byteLength);
  result.set(iv);
  result.set(new Uint8Array(sealed), NONCE);
  return result;
}

/** Opens what was sealed. */
export async function open(key, header, sealed) {
  const iv = sealed.subarray(0, NONCE);
  try {
    const opened = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv, additionalData: header },
      key,
      sealed.subarray(NONCE),
    );
    return new Uint8Array(opened);
  } catch (failure) {
    throw new NotOpened('it does not open', { cause: failure });
  }
}

/** JSON in UTF-8, filled up with spaces to a multiple of 256 bytes: the length tells little. */
export function padded(value) {
  const bytes = utf8ToBytes(JSON.stringify(value));
  const whole = new Uint8Array(Math.ceil(bytes.length / 256) * 256).fill(0x20);
  whole.set(bytes);
  return whole;
}

/** What {@link padded} wrote. */
export function valueOf(bytes) {
  return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
}
