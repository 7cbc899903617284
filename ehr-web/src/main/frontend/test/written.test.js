import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startBooking } from '../src/booking.js';
import { startCalendar } from '../src/calendar.js';
import { Refused } from '../src/hospital.js';
import { openPage } from './page-double.js';

const NOTE = 'What you asked about needs another doctor.';
const timeOf = (number) => ({ start: `2027-01-31T0${number}:00:00Z`, end: `2027-01-31T0${number}:20:00Z`, place: 'House C' });

/** A hospital that answers all requests alike, until the time has ended. */
function hospitalOf(state) {
  const hospital = { asked: [], over: false };
  hospital.agree = async () => ({
    async say(request) {
      if (hospital.over) {
        throw new Refused(409, { code: 'EHR-3303', title: 'over' });
      }
      hospital.asked.push(request);
      return { hospital: 'A', zone: 'UTC', ...state };
    },
    end() {},
  });
  return hospital;
}

async function prove(page, name) {
  page('proofAccount').value = name;
  page('proofPassword').value = 'four green hills';
  await page('proofForm').on('submit');
}

async function openCalendar() {
  const page = openPage();
  const times = [1, 2].map((number) => ({
    ...timeOf(number),
    slot: `slot ${number}`,
    appointment: `appointment ${number}`,
    patient: `Patient ${number}`,
    reason: 'Cough',
  }));
  const hospital = hospitalOf({ doctor: 'Dr. 1', times });
  startCalendar(hospital.agree);
  await prove(page, 'dr.1');
  const slots = () => page('own').children[0].querySelector('[data-field=slots]').children;
  const callOff = (index) => slots()[index].querySelector('[data-act=callOff]').on('click');
  return { page, hospital, callOff, reason: page('askReason') };
}

async function expire({ page, hospital }) {
  hospital.over = true;
  await page('askYes').on('click');
  hospital.over = false;
  assert.equal(page('desk').hidden, true);
}

test('a note for one patient is not there for the next', async () => {
  const { callOff, reason } = await openCalendar();
  await callOff(0);
  reason.value = NOTE;
  await callOff(0);
  assert.equal(reason.value, NOTE, 'the same appointment again');
  await callOff(1);
  assert.equal(reason.value, '');
});

test('a note is gone when the doctor has finished, also for the same appointment', async () => {
  const { page, callOff, reason } = await openCalendar();
  await callOff(0);
  reason.value = NOTE;
  await page('deskFinish').on('click');
  assert.equal(reason.value, '');
  await prove(page, 'dr.1');
  await callOff(0);
  assert.equal(reason.value, '');
});

test('a note is kept for its appointment when the time has ended, for the same doctor alone', async () => {
  const opened = await openCalendar();
  const { page, callOff, reason } = opened;
  await callOff(0);
  reason.value = NOTE;
  await expire(opened);
  await prove(page, 'DR.1');
  await callOff(0);
  assert.equal(reason.value, NOTE);
  await expire(opened);
  await prove(page, 'dr.2');
  assert.equal(reason.value, '');
});

test('what is called off is the appointment at the time that was shown', async () => {
  const { page, hospital, callOff, reason } = await openCalendar();
  await callOff(1);
  reason.value = NOTE;
  await page('askYes').on('click');
  assert.deepEqual(hospital.asked.at(-1), { act: 'CALL_OFF', appointment: 'appointment 2', slot: 'slot 2', reason: NOTE });
  assert.equal(reason.value, '');
});

test('why a patient comes is gone when she has finished, and kept for her alone when the time has ended', async () => {
  const page = openPage();
  const hospital = hospitalOf({ patient: 'Ann Bell', appointments: [], offers: [{ ...timeOf(1), slot: 'slot 1', doctor: 'Dr. 1' }] });
  startBooking(hospital.agree);
  await prove(page, '1');
  const choose = () =>
    page('offers').children[0].querySelector('[data-field=slots]').children[0].querySelector('[data-act=choose]').on('click');
  const reason = page('askReason');
  await choose();
  reason.value = 'Pain in the knee';
  await expire({ page, hospital });
  await prove(page, '1');
  assert.equal(reason.value, 'Pain in the knee');
  await choose();
  await expire({ page, hospital });
  await prove(page, '2');
  assert.equal(reason.value, '');
  reason.value = 'Cough';
  await page('deskFinish').on('click');
  assert.equal(reason.value, '');
});
