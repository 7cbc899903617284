import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressOf, answerOf, bytesOf, optionsOf, reasonOf, textOf } from '../src/passkeys.js';

const buffer = (...bytes) => Uint8Array.from(bytes).buffer;

test('bytes are Base64 for URLs without padding, of each length', () => {
  for (const [bytes, text] of [
    [[], ''],
    [[0xfb], '-w'],
    [[0xff, 0xef], '_-8'],
    [[0xff, 0xef, 0xbe], '_---'],
    [[0, 1, 2, 3], 'AAECAw'],
  ]) {
    assert.equal(textOf(Uint8Array.from(bytes).buffer), text);
    assert.deepEqual([...bytesOf(text)], bytes);
  }
  assert.throws(() => bytesOf('%'));
});

test('options for making one have bytes where browsers want bytes', () => {
  const options = optionsOf(
    JSON.stringify({
      rp: { id: 'ehr.hospital.example', name: 'Epione' },
      user: { id: '_-8', name: 'mira', displayName: 'Mira' },
      challenge: 'AAECAw',
      excludeCredentials: [{ type: 'public-key', id: '-w', transports: ['usb'] }],
      timeout: 300000,
    }),
  );
  assert.deepEqual([...options.challenge], [0, 1, 2, 3]);
  assert.deepEqual([...options.user.id], [0xff, 0xef]);
  assert.deepEqual(options.excludeCredentials, [{ type: 'public-key', id: Uint8Array.of(0xfb), transports: ['usb'] }]);
  assert.equal(options.timeout, 300000);
  assert.equal(addressOf(options), 'ehr.hospital.example');
});

test('options for signing in have them too', () => {
  const options = optionsOf(
    JSON.stringify({ challenge: 'AAECAw', rpId: 'localhost', allowCredentials: [{ type: 'public-key', id: '-w' }] }),
  );
  assert.deepEqual([...options.challenge], [0, 1, 2, 3]);
  assert.deepEqual(options.allowCredentials, [{ type: 'public-key', id: Uint8Array.of(0xfb) }]);
  assert.equal(addressOf(options), 'localhost');
});

test('what was made is told with how the authenticator is reached, where the browser says it', () => {
  const response = { clientDataJSON: buffer(1), attestationObject: buffer(2, 3) };
  const credential = { id: '-w', rawId: buffer(0xfb), type: 'public-key', response };
  assert.deepEqual(JSON.parse(answerOf(credential)), {
    id: '-w',
    rawId: '-w',
    type: 'public-key',
    response: { clientDataJSON: 'AQ', attestationObject: 'AgM', transports: [] },
    clientExtensionResults: {},
  });
  response.getTransports = () => ['usb', 'nfc'];
  assert.deepEqual(JSON.parse(answerOf(credential)).response.transports, ['usb', 'nfc']);
});

test('what was signed is told with whom it is for, where the authenticator says it', () => {
  const response = { clientDataJSON: buffer(1), authenticatorData: buffer(2), signature: buffer(3), userHandle: null };
  const credential = { id: '-w', rawId: buffer(0xfb), type: 'public-key', response };
  assert.deepEqual(JSON.parse(answerOf(credential)).response, {
    clientDataJSON: 'AQ',
    authenticatorData: 'Ag',
    signature: 'Aw',
    userHandle: null,
  });
  response.userHandle = buffer(4);
  assert.equal(JSON.parse(answerOf(credential)).response.userHandle, 'BA');
});

test('each failure has a text of its own', () => {
  const failure = (name) => Object.assign(new Error(), { name });
  assert.equal(reasonOf(failure('NotAllowedError'), 10, 300000), 'cancelled');
  assert.equal(reasonOf(failure('NotAllowedError'), 300000, 300000), 'late');
  assert.equal(reasonOf(failure('AbortError'), 10, 300000), 'cancelled');
  assert.equal(reasonOf(failure('TimeoutError'), 10, 300000), 'late');
  assert.equal(reasonOf(failure('InvalidStateError'), 10, 300000), 'known');
  assert.equal(reasonOf(failure('SecurityError'), 10, 300000), 'address');
  assert.equal(reasonOf(failure('NotSupportedError'), 10, 300000), 'unable');
  assert.equal(reasonOf(failure('UnknownError'), 10, 300000), 'failed');
  assert.equal(reasonOf(undefined, 10, 300000), 'failed');
});
