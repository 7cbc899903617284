// The vectors that the Java side passes too.
import { readFileSync } from 'node:fs';

const FOLDER = new URL('../../../../../ehr-crypto/src/test/resources/vectors/pake/', import.meta.url);

export const hex = (text) => Uint8Array.from(Buffer.from(text, 'hex'));
export const utf8 = (text) => new TextEncoder().encode(text);
export const scalar = (text) => BigInt(`0x${text}`);

export function vectors(name) {
  const { vectors: all } = JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), 'utf8'));
  if (all.length === 0) {
    throw new Error(`${name} has no vectors`);
  }
  return all;
}
