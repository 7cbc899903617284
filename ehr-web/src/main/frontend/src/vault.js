// What a patient's browser seals for itself under her matching password, which is never sent: the hospital keeps it and
// cannot open it. docs/formats.md gives the encodings.
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { Encoder } from './canonical.js';
import { stretchIn } from './hospital.js';
import { NotOpened, deriveKey, open, padded, seal, valueOf } from './sealing.js';
import { PasswordSalt, stretchingInput } from './spake2plus.js';
import { COST, isAcceptable } from './stretching.js';

const PURPOSE = {
  prover: new Encoder('epione.matching.password', 1).encoding(),
  verifier: new Uint8Array(0),
};
const PROBE = 'probe';

/** It is not this password. */
export class WrongPassword extends Error {}

/** Opens and seals under a key that stays in the browser. */
export class Vault {
  #key;

  constructor(key) {
    this.#key = key;
  }

  /** With a new password; gives the vault, and what the hospital keeps. */
  static async create(worker, password, onProgress) {
    const salt = PasswordSalt.of(COST.memoryKiB, COST.passes, COST.lanes, crypto.getRandomValues(new Uint8Array(16)));
    const vault = await Vault.#of(worker, password, salt, onProgress);
    return { vault, salt: bytesToHex(salt.encoded), probe: await vault.seal(PROBE, {}) };
  }

  /** With the password from before. */
  static async unlock(worker, password, { salt, probe }, onProgress) {
    const decoded = PasswordSalt.decode(hexToBytes(salt));
    if (!isAcceptable(decoded)) {
      throw new RangeError('a cost that makes guessing cheap');
    }
    const vault = await Vault.#of(worker, password, decoded, onProgress);
    try {
      await vault.open(PROBE, probe);
    } catch (failure) {
      throw failure instanceof NotOpened ? new WrongPassword() : failure;
    }
    return vault;
  }

  static async #of(worker, password, salt, onProgress) {
    const stretched = await stretchIn(worker, stretchingInput(password, PURPOSE), salt, onProgress);
    const key = await deriveKey(stretched, 'matching.vault', salt.encoded);
    stretched.fill(0);
    return new Vault(key);
  }

  /** Seals a value as what it is, so that none can stand for another; hexadecimal. */
  async seal(what, value) {
    return bytesToHex(await seal(this.#key, headerOf(what), padded(value)));
  }

  async open(what, sealed) {
    return valueOf(await open(this.#key, headerOf(what), hexToBytes(sealed)));
  }
}

function headerOf(what) {
  return new Encoder('epione.matching.sealed', 1).text(what).encoding();
}
