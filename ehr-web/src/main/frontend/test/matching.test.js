import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bytesToHex } from '@noble/hashes/utils.js';
import { Altered, Conversation, advance } from '../src/matching.js';
import { SYMPTOMS, symptomOf } from '../src/symptoms.js';
import { hex } from './vectors.js';

const COUGH = 'HP:0012735';
const A = { own: '0a', ownCertificate: '11'.repeat(32), peer: '0b', peerCertificate: '22'.repeat(32), beginner: true };
const B = { own: '0b', ownCertificate: '22'.repeat(32), peer: '0a', peerCertificate: '11'.repeat(32), beginner: false };
const text = (bytes) => bytesToHex(bytes);

/** With the last bit flipped. */
const flipped = (message) => message.slice(0, -1) + (parseInt(message.at(-1), 16) ^ 1).toString(16);

/** A whole comparison; the hospitals may change what they carry. */
async function compare(ofA, ofB, { atA = A, atB = B, change = (what, message) => message } = {}) {
  const begun = await advance({ ...atA, due: 'BEGIN' }, ofA, null);
  const peerShareOfB = change('shareA', text(begun.share));
  const answered = await advance({ ...atB, due: 'ANSWER', peerShare: peerShareOfB }, ofB, null);
  const confirmed = await advance(
    {
      ...atA,
      due: 'CONFIRM',
      peerShare: change('shareB', text(answered.share)),
      peerConfirmation: change('confirmationB', text(answered.confirmation)),
    },
    ofA,
    begun.state,
  );
  const done = await advance(
    { ...atB, due: 'DONE', peerConfirmation: change('confirmationA', text(confirmed.confirmation)) },
    ofB,
    answered.state,
  );
  return { a: confirmed.state, b: done?.state ?? answered.state, messages: { begun, answered, confirmed } };
}

test('two with the same symptom have the same key', async () => {
  const { a, b } = await compare(COUGH, COUGH);
  assert.match(a.key, /^[0-9a-f]{32}$/);
  assert.deepEqual(a, b);
});

test('another symptom gives no key, and the hospitals the same messages', async () => {
  const same = await compare(COUGH, COUGH);
  const other = await compare(COUGH, 'HP:0001945');
  assert.deepEqual(other.a, { none: true });
  assert.deepEqual(other.b, { none: true });
  for (const step of ['begun', 'answered', 'confirmed']) {
    for (const what of ['share', 'confirmation']) {
      assert.equal(other.messages[step][what]?.length, same.messages[step][what]?.length, `${step} ${what}`);
    }
  }
});

test('other pseudonyms or certificates on one side give no key', async () => {
  for (const changed of [{ peer: '0c' }, { peerCertificate: '33'.repeat(32) }, { ownCertificate: '33'.repeat(32) }]) {
    const { a, b } = await compare(COUGH, COUGH, { atA: { ...A, ...changed } });
    assert.deepEqual([a, b], [{ none: true }, { none: true }]);
  }
});

test('whatever a hospital changes on the way, there is no key', async () => {
  for (const changed of ['shareA', 'shareB', 'confirmationB']) {
    const { a, b } = await compare(COUGH, COUGH, {
      change: (what, message) => (what === changed ? flipped(message) : message),
    });
    assert.deepEqual(a, { none: true }, changed);
    if (changed !== 'confirmationB') {
      assert.deepEqual(b, { none: true }, changed);
    }
  }
  const { b } = await compare(COUGH, COUGH, {
    change: (what, message) => (what === 'confirmationA' ? flipped(message) : message),
  });
  assert.deepEqual(b, { none: true });
});

test('messages of an earlier comparison give no key', async () => {
  const earlier = await compare(COUGH, COUGH);
  const { a } = await compare(COUGH, COUGH, {
    change: (what, message) => (what === 'shareB' ? text(earlier.messages.answered.share) : message),
  });
  assert.deepEqual(a, { none: true });
  const replayed = await compare(COUGH, COUGH, {
    change: (what, message) =>
      what === 'shareB'
        ? text(earlier.messages.answered.share)
        : what === 'confirmationB'
          ? text(earlier.messages.answered.confirmation)
          : message,
  });
  assert.deepEqual(replayed.a, { none: true });
});

test('a state that is lost is not replaced by a new share', async () => {
  const { answered } = (await compare(COUGH, COUGH)).messages;
  const late = { ...A, due: 'CONFIRM', peerShare: text(answered.share), peerConfirmation: text(answered.confirmation) };
  const { share, confirmation, state } = await advance(late, COUGH, null);
  assert.equal(share, undefined);
  assert.equal(confirmation.length, answered.confirmation.length);
  assert.deepEqual(state, { none: true });
});

test('nothing is said where nothing is due', async () => {
  assert.equal(await advance({ ...A, due: 'WAIT' }, COUGH, null), null);
  assert.equal(await advance({ ...A, due: 'DONE' }, COUGH, { none: true }), null);
  assert.equal(await advance({ ...B, due: 'DONE', peerConfirmation: '00' }, COUGH, { key: '00' }), null);
});

const KEY = hex('42'.repeat(16));

async function both() {
  return [await Conversation.open(A, KEY), await Conversation.open(B, KEY)];
}

/** As the hospital of the receiver tells it. */
async function carried(sender, ...contents) {
  const messages = [];
  for (const [i, content] of contents.entries()) {
    messages.push({ outgoing: false, number: i + 1, sealed: text(await sender.seal(i + 1, content)), saidAt: '' });
  }
  return messages;
}

test('what one writes the other reads', async () => {
  const [a, b] = await both();
  const messages = await carried(a, { meet: true }, { text: 'Grüß dich' });
  assert.deepEqual((await b.read(messages)).map(({ content }) => content), [{ meet: true }, { text: 'Grüß dich' }]);
  const own = messages.map((each) => ({ ...each, outgoing: true }));
  assert.equal((await a.read(own)).length, 2);
});

test('a message that is altered, exchanged, repeated, left out or sent back does not open', async () => {
  const [a, b] = await both();
  const messages = await carried(a, { meet: true }, { text: 'one' }, { text: 'two' });
  const refused = (changed, reader = b) => assert.rejects(reader.read(changed), Altered);
  await refused([messages[0], { ...messages[1], sealed: flipped(messages[1].sealed) }]);
  await refused([messages[0], { ...messages[1], sealed: messages[2].sealed }]);
  await refused([messages[0], messages[2]]);
  await refused([messages[0], messages[0]]);
  await refused([messages[1], messages[0]]);
  await refused([messages[0], messages[1], { ...messages[1], number: 3 }]);
  await refused([{ ...messages[0], sealed: '' }]);
  await refused(messages, a);
  await refused(messages, await Conversation.open(B, hex('43'.repeat(16))));
  await refused(messages, await Conversation.open({ ...B, peer: '0c' }, KEY));
});

test('a short text and a shorter one are equally long on the way', async () => {
  const [a] = await both();
  const [no, never] = [await a.seal(2, { text: 'No' }), await a.seal(3, { text: 'Never, as long as I live' })];
  assert.equal(no.length, never.length);
});

test('symptoms have one code and one name each, and are found by both', () => {
  assert.equal(new Set(SYMPTOMS.map(({ code }) => code)).size, SYMPTOMS.length);
  assert.equal(new Set(SYMPTOMS.map(({ name }) => name.toLowerCase())).size, SYMPTOMS.length);
  for (const { code, name } of SYMPTOMS) {
    assert.match(code, /^HP:\d{7}$/);
    assert.ok(name.length > 2);
  }
  assert.equal(symptomOf(' cough ').code, COUGH);
  assert.equal(symptomOf('hp:0012735').name, 'Cough');
  assert.equal(symptomOf('coughing'), undefined);
});
