import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MalformedEncoding } from '../src/canonical.js';
import {
  KeyConfirmationFailed,
  PasswordSalt,
  Prover,
  contextOf,
  secretOf,
  stretchingInput,
  verifierOf,
} from '../src/spake2plus.js';
import { stretch } from '../src/stretching.js';
import { hex, scalar, utf8, vectors } from './vectors.js';

const framed = (tag, content) => Uint8Array.from([tag.length, ...utf8(tag), 1, ...content]);
const verifierShare = (point) => framed('epione.spake2plus.verifier-share', point);
const verifierConfirmation = (bytes) => framed('epione.spake2plus.verifier-confirmation', bytes);

for (const { id, inputs, expected } of vectors('rfc9383')) {
  const secret = { w0: scalar(inputs.w0), w1: scalar(inputs.w1) };
  const prover = () =>
    new Prover(
      utf8(inputs.contextText),
      { prover: utf8(inputs.idProverText), verifier: utf8(inputs.idVerifierText) },
      secret,
      scalar(inputs.x),
    );
  const run = (share, confirmation) => () => prover().receive(share, confirmation);
  const goodShare = verifierShare(hex(expected.shareV));
  const goodConfirmation = verifierConfirmation(hex(expected.confirmV));

  test(`RFC 9383, ${id}: share, confirmation and key are the RFC's`, () => {
    const own = prover();
    assert.deepEqual(own.share(), framed('epione.spake2plus.prover-share', hex(expected.shareP)));
    const { key, confirmation } = own.receive(goodShare, goodConfirmation);
    assert.deepEqual(key, hex(expected.kShared));
    assert.deepEqual(confirmation, framed('epione.spake2plus.prover-confirmation', hex(expected.confirmP)));
  });

  test(`RFC 9383, ${id}: L is the RFC's`, () => {
    const salt = PasswordSalt.of(64, 2, 1, new Uint8Array(16));
    assert.deepEqual(verifierOf(salt, secret).slice(-65), hex(expected.l));
  });

  test('a changed confirmation gives no key and nothing to send', () => {
    for (let i = 0; i < 32; i++) {
      const changed = hex(expected.confirmV);
      changed[i] ^= 1;
      assert.throws(run(goodShare, verifierConfirmation(changed)), KeyConfirmationFailed);
    }
  });

  test('its own messages, sent back to the patient, are refused', () => {
    assert.throws(run(prover().share(), goodConfirmation), MalformedEncoding);
    const { confirmation } = prover().receive(goodShare, goodConfirmation);
    assert.throws(run(goodShare, confirmation), MalformedEncoding);
  });

  test('a share that hides nothing is refused', () => {
    // w0*N: what is left without the mask is the point at infinity.
    const bare = new Prover(
      utf8('x'),
      { prover: utf8('a'), verifier: utf8('b') },
      { w0: 1n, w1: 2n },
      3n,
    );
    const n =
      '04d8bbd6c639c62937b04d997f38c3770719c629d7014d49a24b4f98baa1292b49' +
      '07d60aa6bfade45008a636337f5168c64d9bd36034808cd564490b1e656edbe7';
    assert.throws(() => bare.receive(verifierShare(hex(n)), goodConfirmation), KeyConfirmationFailed);
  });

  test('what is no point of the curve is refused', () => {
    const offCurve = hex(expected.shareV);
    offCurve[64] ^= 1;
    const notReduced = hex(`04${'ff'.repeat(64)}`);
    const compressed = hex(expected.shareV);
    compressed[0] = 2;
    const infinity = new Uint8Array(65);
    const beginsLikeAPoint = hex(`04${'00'.repeat(64)}`);
    for (const point of [offCurve, notReduced, compressed, infinity, beginsLikeAPoint]) {
      assert.throws(run(verifierShare(point), goodConfirmation), MalformedEncoding);
    }
  });

  test('a message that is cut, longer or empty is refused', () => {
    for (let length = 0; length < goodShare.length; length++) {
      assert.throws(run(goodShare.slice(0, length), goodConfirmation), MalformedEncoding);
    }
    assert.throws(run(Uint8Array.from([...goodShare, 0]), goodConfirmation), MalformedEncoding);
    assert.throws(run(goodShare, goodConfirmation.slice(0, -1)), MalformedEncoding);
    assert.throws(run(goodShare, new Uint8Array(0)), MalformedEncoding);
  });
}

for (const { id, inputs, expected } of vectors('epione-spake2plus')) {
  const identities = { prover: hex(inputs.idProver), verifier: hex(inputs.idVerifier) };
  const salt = PasswordSalt.of(inputs.memoryKiB, inputs.passes, inputs.lanes, hex(inputs.salt));
  const secret = secretOf(stretch(stretchingInput(inputs.passwordText, identities), salt));

  test(`Epione, ${id}: verifier, messages and key are those of the Java side`, () => {
    assert.deepEqual(verifierOf(salt, secret), hex(expected.verifier));
    const prover = new Prover(contextOf(salt, hex(inputs.context)), identities, secret, scalar(inputs.x));
    assert.deepEqual(prover.share(), hex(expected.proverShare));
    const { key, confirmation } = prover.receive(hex(expected.verifierShare), hex(expected.verifierConfirmation));
    assert.deepEqual(key, hex(expected.key));
    assert.deepEqual(confirmation, hex(expected.proverConfirmation));
  });

  test('a password is the same however its accents were typed', () => {
    assert.deepEqual(
      stretchingInput(inputs.passwordText.normalize('NFD'), identities),
      stretchingInput(inputs.passwordText, identities),
    );
    assert.throws(() => stretchingInput('\ud800', identities), RangeError);
  });

  test('another password, patient, hospital or context ends without a key', () => {
    const answers = [hex(expected.verifierShare), hex(expected.verifierConfirmation)];
    const ends = (context, who, what) =>
      assert.throws(() => new Prover(context, who, what, scalar(inputs.x)).receive(...answers), KeyConfirmationFailed);
    const context = contextOf(salt, hex(inputs.context));
    ends(context, identities, secretOf(stretch(stretchingInput('correct horse', identities), salt)));
    ends(context, { ...identities, prover: utf8('mallory') }, secret);
    ends(context, { ...identities, verifier: utf8('HOSPITAL-2') }, secret);
    ends(contextOf(salt, utf8('appointment 2')), identities, secret);
    const otherSalt = PasswordSalt.of(inputs.memoryKiB, inputs.passes, inputs.lanes, new Uint8Array(16));
    ends(contextOf(otherSalt, hex(inputs.context)), identities, secret);
  });
}
