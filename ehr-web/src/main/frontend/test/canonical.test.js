import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Decoder, Encoder, MalformedEncoding } from '../src/canonical.js';
import { PasswordSalt } from '../src/spake2plus.js';
import { isAcceptable } from '../src/stretching.js';
import { hex, utf8 } from './vectors.js';

test('an encoding is what CanonicalWriter writes', () => {
  const encoding = new Encoder('a.b', 1).u8(7).u32(258).u64(2 ** 40 + 1).bytes(Uint8Array.of(9)).text('e\u0301').encoding();
  assert.deepEqual(encoding, hex('03612e62010700000102000001000000000100000001090000 0002c3a9'.replace(' ', '')));
});

test('integers out of range are not written', () => {
  for (const write of [(e) => e.u8(256), (e) => e.u32(-1), (e) => e.u64(2 ** 53), (e) => e.u8(1.5), (e) => e.u32(2 ** 32)]) {
    assert.throws(() => write(new Encoder('x', 1)), RangeError);
  }
});

test('another tag, another version and trailing bytes are refused', () => {
  const encoding = new Encoder('x', 1).u8(1).encoding();
  assert.throws(() => new Decoder('y', 1, encoding), MalformedEncoding);
  assert.throws(() => new Decoder('x', 2, encoding), MalformedEncoding);
  assert.throws(() => new Decoder('x', 1, encoding).end(), MalformedEncoding);
  assert.throws(() => new Decoder('x', 1, encoding).u32(), MalformedEncoding);
});

test('a salt is read back, cut or longer ones are refused', () => {
  const { encoded } = PasswordSalt.of(65536, 3, 1, utf8('0123456789abcdef'));
  assert.equal(encoded.length, 44);
  assert.deepEqual(PasswordSalt.decode(encoded).salt, utf8('0123456789abcdef'));
  for (let length = 0; length < encoded.length; length++) {
    assert.throws(() => PasswordSalt.decode(encoded.slice(0, length)), MalformedEncoding);
  }
  assert.throws(() => PasswordSalt.decode(Uint8Array.from([...encoded, 0])), MalformedEncoding);
});

test('a cost that makes guessing cheap, or stops the browser, is not accepted', () => {
  assert.ok(isAcceptable({ memoryKiB: 65536, passes: 3, lanes: 1 }));
  assert.ok(!isAcceptable({ memoryKiB: 8, passes: 3, lanes: 1 }));
  assert.ok(!isAcceptable({ memoryKiB: 65536, passes: 1, lanes: 1 }));
  assert.ok(!isAcceptable({ memoryKiB: 1048576, passes: 3, lanes: 1 }));
  assert.ok(!isAcceptable({ memoryKiB: 65536, passes: 64, lanes: 1 }));
  assert.ok(!isAcceptable({ memoryKiB: 65536, passes: 3, lanes: 4 }));
});
