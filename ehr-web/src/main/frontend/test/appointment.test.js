import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Dialogue, NotOurMessage, identitiesOf } from '../src/appointment.js';
import { hex } from './vectors.js';

const RUN = hex('000102030405060708090a0b0c0d0e0f');
const KEY = hex('42'.repeat(32));
const ANN = { kind: 'PATIENT', hospital: 'HOSPITAL-A', name: '1001' };

// Made with another implementation, as docs/formats.md has it; AgreedMessagesTest opens it too.
const ANSWER =
  '202122232425262728292a2b2c2a035cb41eb712157b16af5ff3ca599c64cfd6cee3c29019bec571f9cd02677e';

test('who takes part is one encoding, which nothing else gives', () => {
  const { prover, verifier } = identitiesOf(ANN);
  assert.deepEqual(prover, hex('1a6570696f6e652e6170706f696e746d656e742e70617469656e74010000000a484f53504954414c2d410000000431303031'));
  assert.deepEqual(verifier, hex('1b6570696f6e652e6170706f696e746d656e742e686f73706974616c010000000a484f53504954414c2d41'));
  assert.notDeepEqual(identitiesOf({ kind: 'PATIENT', hospital: 'HOSPITAL-A1', name: '001' }).prover, prover);
});

test("a doctor's account is another than the card of the same name, to the hospital and in every message", async () => {
  const doctor = identitiesOf({ ...ANN, kind: 'DOCTOR' });
  assert.deepEqual(doctor.prover, hex('196570696f6e652e6170706f696e746d656e742e646f63746f72010000000a484f53504954414c2d410000000431303031'));
  assert.deepEqual(doctor.verifier, identitiesOf(ANN).verifier);
  assert.throws(() => identitiesOf({ ...ANN, kind: 'toString' }), RangeError);
  const dialogue = await Dialogue.open(RUN, KEY, 'DOCTOR');
  await dialogue.seal({ act: 'look' });
  await assert.rejects(dialogue.open(hex(ANSWER)), NotOurMessage);
});

test('requests are numbered and never sealed alike', async () => {
  const dialogue = await Dialogue.open(RUN, KEY, 'PATIENT');
  const first = await dialogue.seal({ act: 'look' });
  const second = await dialogue.seal({ act: 'look' });
  assert.equal(first.number, 1);
  assert.equal(second.number, 2);
  assert.notDeepEqual(first.sealed, second.sealed);
});

test("what the patient sealed does not come back as the hospital's answer", async () => {
  const dialogue = await Dialogue.open(RUN, KEY, 'PATIENT');
  const { sealed } = await dialogue.seal({ act: 'look' });
  await assert.rejects(dialogue.open(sealed), NotOurMessage);
});

test('an answer opens once it is due, and not to another request, run or key', async () => {

  const answer = hex(ANSWER);
  const dialogue = await Dialogue.open(RUN, KEY, 'PATIENT');
  await assert.rejects(dialogue.open(answer), NotOurMessage);
  await dialogue.seal({ act: 'look' });
  assert.deepEqual(await dialogue.open(answer), { done: 'LOOKED' });
  for (let i = 0; i < answer.length; i++) {
    const changed = answer.slice();
    changed[i] ^= 1;
    await assert.rejects(dialogue.open(changed), NotOurMessage);
  }
  await assert.rejects(dialogue.open(answer.slice(0, 11)), NotOurMessage);
  await dialogue.seal({ act: 'look' });
  await assert.rejects(dialogue.open(answer), NotOurMessage);
  for (const other of [await Dialogue.open(KEY.slice(0, 16), KEY, 'PATIENT'), await Dialogue.open(RUN, hex('43'.repeat(32)), 'PATIENT')]) {
    await other.seal({ act: 'look' });
    await assert.rejects(other.open(answer), NotOurMessage);
  }
});
