import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MalformedEncoding } from '../src/canonical.js';
import { KeyConfirmationFailed } from '../src/pake.js';
import { pairOf, sessionOf, symptomNumber } from '../src/matching.js';
import { Side, confirms } from '../src/spake2.js';
import { hex, scalar, utf8, vectors } from './vectors.js';

const framed = (tag, content) => Uint8Array.from([tag.length, ...utf8(tag), 1, ...content]);
const shareOfA = (point) => framed('epione.spake2.a-share', point);
const shareOfB = (point) => framed('epione.spake2.b-share', point);
const confirmationOfA = (bytes) => framed('epione.spake2.a-confirmation', bytes);
const confirmationOfB = (bytes) => framed('epione.spake2.b-confirmation', bytes);

for (const { id, inputs, expected } of vectors('rfc9382')) {
  const session = { a: utf8(inputs.idAText), b: utf8(inputs.idBText), aad: new Uint8Array(0) };
  const a = () => new Side(true, session, scalar(inputs.w), scalar(inputs.x));
  const b = () => new Side(false, session, scalar(inputs.w), scalar(inputs.y));

  test(`RFC 9382, ${id}: shares, confirmations and key are the RFC's`, () => {
    assert.deepEqual(a().share(), shareOfA(hex(expected.pA)));
    assert.deepEqual(b().share(), shareOfB(hex(expected.pB)));
    const ofA = a().receive(b().share());
    const ofB = b().receive(a().share());
    assert.deepEqual(ofA.key, hex(expected.ke));
    assert.deepEqual(ofB.key, hex(expected.ke));
    assert.deepEqual(ofA.confirmation, confirmationOfA(hex(expected.confirmA)));
    assert.deepEqual(ofB.confirmation, confirmationOfB(hex(expected.confirmB)));
    assert.ok(confirms(ofA.expected, ofB.confirmation, false));
    assert.ok(confirms(ofB.expected, ofA.confirmation, true));
  });

  test(`${id}: a changed confirmation is not right`, () => {
    const { expected: right } = a().receive(b().share());
    for (let i = 0; i < 32; i++) {
      const changed = hex(expected.confirmB);
      changed[i] ^= 1;
      assert.ok(!confirms(right, confirmationOfB(changed), false));
    }
  });

  test(`${id}: another number, and so another symptom, has another key`, () => {
    const other = new Side(false, session, scalar(inputs.w) + 1n, scalar(inputs.y));
    const ofA = a().receive(other.share());
    const ofOther = other.receive(a().share());
    assert.notDeepEqual(ofA.key, ofOther.key);
    assert.ok(!confirms(ofA.expected, ofOther.confirmation, false));
    assert.ok(!confirms(ofOther.expected, ofA.confirmation, true));
  });

  test(`${id}: what is no point of the curve is refused`, () => {
    const offCurve = hex(expected.pB);
    offCurve[64] ^= 1;
    const compressed = hex(expected.pB);
    compressed[0] = 2;
    const points = [offCurve, compressed, hex(`04${'ff'.repeat(64)}`), new Uint8Array(65), hex(`04${'00'.repeat(64)}`)];
    for (const point of points) {
      assert.throws(() => a().receive(shareOfB(point)), MalformedEncoding);
    }
  });

  test(`${id}: a message that is cut, longer, empty or its own is refused`, () => {
    const good = b().share();
    for (let length = 0; length < good.length; length++) {
      assert.throws(() => a().receive(good.slice(0, length)), MalformedEncoding);
    }
    assert.throws(() => a().receive(Uint8Array.from([...good, 0])), MalformedEncoding);
    assert.throws(() => a().receive(a().share()), MalformedEncoding);
    const { expected: right, confirmation } = a().receive(good);
    assert.throws(() => confirms(right, confirmation, false), MalformedEncoding);
  });
}

test('a share that hides nothing is refused', () => {
  const n =
    '04d8bbd6c639c62937b04d997f38c3770719c629d7014d49a24b4f98baa1292b49' +
    '07d60aa6bfade45008a636337f5168c64d9bd36034808cd564490b1e656edbe7';
  const session = { a: utf8('a'), b: utf8('b'), aad: new Uint8Array(0) };
  assert.throws(() => new Side(true, session, 1n, 3n).receive(shareOfB(hex(n))), KeyConfirmationFailed);
});

for (const { id, inputs, expected } of vectors('epione-matching')) {
  const exchange = {
    beginner: true,
    own: inputs.a,
    ownCertificate: inputs.certificateA,
    peer: inputs.b,
    peerCertificate: inputs.certificateB,
  };
  const cost = { m: inputs.memoryKiB, t: inputs.passes, p: inputs.lanes };

  test(`Epione, ${id}: number, messages and key are those of the Java side`, async () => {
    const pair = pairOf(exchange);
    const w = await symptomNumber(pair, inputs.symptomText, cost);
    assert.equal(w, scalar(expected.w));
    const a = new Side(true, sessionOf(pair), w, scalar(inputs.x));
    const b = new Side(false, sessionOf(pair), w, scalar(inputs.y));
    assert.deepEqual(a.share(), hex(expected.aShare));
    assert.deepEqual(b.share(), hex(expected.bShare));
    const ofA = a.receive(b.share());
    assert.deepEqual(ofA.confirmation, hex(expected.aConfirmation));
    assert.deepEqual(ofA.expected, hex(expected.bConfirmation));
    assert.deepEqual(ofA.key, hex(expected.key));
  });
}
