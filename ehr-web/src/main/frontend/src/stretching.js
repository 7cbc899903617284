// Argon2id, and what it may cost. It runs in a worker (stretching-worker.js), so that the page stays alive.
import { argon2id } from '@noble/hashes/argon2.js';
import { STRETCHED } from './spake2plus.js';

/** What a new password costs: 64 MiB, 3 passes, 1 lane, as RFC 9106 recommends where memory is short. */
export const COST = { memoryKiB: 65536, passes: 3, lanes: 1 };

/** Whether a cost that a hospital tells is one that this side accepts: not cheaper to guess, and bearable here. */
export function isAcceptable({ memoryKiB, passes, lanes }) {
  return memoryKiB >= COST.memoryKiB && memoryKiB <= 4 * COST.memoryKiB && passes >= COST.passes && passes <= 8 && lanes === 1;
}

/** Stretches; tells how far it is, from 0 to 1. */
export function stretch(input, salt, onProgress = () => {}) {
  return argon2id(input, salt.salt, {
    t: salt.passes,
    m: salt.memoryKiB,
    p: salt.lanes,
    dkLen: STRETCHED,
    onProgress,
  });
}
