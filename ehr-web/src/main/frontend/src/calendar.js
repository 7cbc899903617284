// The doctor proves her password, then keeps her own calendar: she sees who comes, offers times, takes them back, and calls
// appointments off.
import { byDay, clockOf } from './clock.js';
import { copyOf, element, filled, say } from './page.js';
import { startProving } from './proving.js';

/**
 * Brings the page to life, where it has the form.
 *
 * @param agree proves a password to the hospital, if not as in agreement.js
 */
export function startCalendar(agree) {
  const calendar = element('calendar');
  if (!calendar) {
    return;
  }
  const texts = calendar.dataset;
  const ask = element('ask');
  const start = element('offerStart');
  const reason = element('askReason');
  let clock = null;
  let asked = null;
  let noteFor = null;

  const page = {
    // User names are kept in lower case, and what both sides put into the run is the same to the letter.
    account: (name) => ({ kind: 'DOCTOR', name: name.toLowerCase() }),
    who: ({ doctor }) => doctor,
    show,
    clear: () => element('own').replaceChildren(),
    done(act) {
      start.value = act === 'OFFER' ? '' : start.value;
      reason.value = act === 'CALL_OFF' ? '' : reason.value;
    },
    forget() {
      reason.value = '';
    },
  };
  const { alone, carryOut } = startProving(calendar, page, agree);

  function show({ zone, times }) {
    clock = clockOf(zone);
    element('offerStartHint').textContent = filled(texts.zoneHint, zone);
    element('ownNone').hidden = times.length > 0;
    element('own').replaceChildren(
      ...byDay(times, clock).map(([day, slots]) => {
        const row = copyOf('dayRow', { day });
        row.querySelector('[data-field=slots]').append(...slots.map(time));
        return row;
      }),
    );
  }

  function time(slot) {
    const { place, patient = '', reason: why = '' } = slot;
    const row = copyOf('timeRow', { time: clock.hours(slot), place, patient, reason: why });
    const booked = Boolean(slot.appointment);
    row.querySelector('[data-field=free]').hidden = booked;
    row.querySelector('[data-field=booked]').hidden = !booked;
    for (const [act, asks, shown] of [['withdraw', 'WITHDRAW', !booked], ['callOff', 'CALL_OFF', booked]]) {
      const button = row.querySelector(`[data-act=${act}]`);
      button.hidden = !shown;
      button.setAttribute('aria-label', [`${button.textContent}: ${clock.when(slot)}`, patient].filter(Boolean).join(', '));
      button.addEventListener('click', () => open(asks, slot));
    }
    return row;
  }

  function open(act, slot) {
    // A note is for one patient: it stays for the same appointment only.
    if (act === 'CALL_OFF' && slot.appointment !== noteFor) {
      reason.value = '';
      noteFor = slot.appointment;
    }
    asked = { act, slot };
    ask.querySelectorAll('[data-ask]').forEach((part) => (part.hidden = !part.dataset.ask.split(' ').includes(act)));
    element('askWhen').textContent = clock.when(slot);
    element('askPatient').textContent = slot.patient ?? '';
    element('askPlace').textContent = slot.place;
    say(element('askFailed'), '');
    ask.showModal();
  }

  async function confirm() {
    const { act, slot } = asked;
    if (act === 'WITHDRAW') {
      await carryOut({ act, slot: slot.slot }, texts.withdrawn);
      return;
    }
    if (reason.value.trim() === '') {
      say(element('askFailed'), texts.noteNeeded, 'bad');
      reason.focus();
      return;
    }
    await carryOut({ act, appointment: slot.appointment, slot: slot.slot, reason: reason.value }, texts.calledOff);
  }

  async function offer() {
    const failed = element('offerFailed');
    say(failed, '');
    if (start.value === '') {
      say(failed, texts.startNeeded, 'bad');
      start.focus();
      return;
    }
    const [minutes, number] = ['offerMinutes', 'offerNumber'].map((id) => Math.trunc(element(id).valueAsNumber) || 0);
    const request = { act: 'OFFER', start: start.value, minutes, number, place: element('offerPlace').value };
    await carryOut(request, texts.offered);
  }

  element('askYes').addEventListener('click', () => alone(confirm));
  element('offerForm').addEventListener('submit', (event) => {
    event.preventDefault();
    alone(offer);
  });
}
