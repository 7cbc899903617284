// The canonical encoding of org.epione.crypto.codec.CanonicalWriter: a header (u8 length of the tag, the tag in
// ASCII, u8 version), then the fields. Integers are unsigned and big-endian; what has a variable length comes after it.
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/** Starts an encoding; each method adds a field and gives the encoder back. */
export class Encoder {
  #parts = [];

  constructor(tag, version) {
    this.u8(tag.length).fixed(utf8ToBytes(tag)).u8(version);
  }

  u8(value) {
    return this.#unsigned(value, 1);
  }

  u32(value) {
    return this.#unsigned(value, 4);
  }

  u64(value) {
    return this.#unsigned(value, 8);
  }

  /** Bytes whose number both sides know. */
  fixed(bytes) {
    this.#parts.push(Uint8Array.from(bytes));
    return this;
  }

  /** A length (u32) and that many bytes. */
  bytes(bytes) {
    return this.u32(bytes.length).fixed(bytes);
  }

  /** Text as UTF-8 in Unicode normal form C, with its length in bytes. */
  text(text) {
    return this.bytes(utf8ToBytes(text.normalize('NFC')));
  }

  encoding() {
    return concatBytes(...this.#parts);
  }

  #unsigned(value, size) {
    if (!Number.isSafeInteger(value) || value < 0 || value >= 2 ** (8 * size)) {
      throw new RangeError('integer out of range');
    }
    const bytes = new Uint8Array(size);
    for (let i = size - 1, rest = value; i >= 0; i--, rest = Math.floor(rest / 256)) {
      bytes[i] = rest % 256;
    }
    return this.fixed(bytes);
  }
}

/** Reads one encoding and refuses whatever an Encoder would not have written. */
export class Decoder {
  #bytes;
  #at = 0;

  constructor(tag, version, bytes) {
    this.#bytes = Uint8Array.from(bytes);
    const header = new Encoder(tag, version).encoding();
    const found = this.fixed(header.length);
    if (!found.every((byte, i) => byte === header[i])) {
      throw new MalformedEncoding(`not a ${tag}`);
    }
  }

  u8() {
    return this.fixed(1)[0];
  }

  u32() {
    return this.fixed(4).reduce((value, byte) => value * 256 + byte, 0);
  }

  fixed(length) {
    if (length > this.#bytes.length - this.#at) {
      throw new MalformedEncoding('ends too early');
    }
    this.#at += length;
    return this.#bytes.slice(this.#at - length, this.#at);
  }

  /** There must be nothing left. */
  end() {
    if (this.#at !== this.#bytes.length) {
      throw new MalformedEncoding('trailing bytes');
    }
  }
}

/** Bytes are not the encoding that they should be. */
export class MalformedEncoding extends Error {}
