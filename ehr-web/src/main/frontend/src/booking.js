// The patient proves her password, then books, moves and cancels.
import { CheapPassword, agree } from './agreement.js';
import { NotOurMessage } from './appointment.js';
import { MalformedEncoding } from './canonical.js';
import { Away, Refused } from './hospital.js';
import { copyOf, element, filled, progressOf, say, told } from './page.js';
import { KeyConfirmationFailed } from './spake2plus.js';

const OVER = 'EHR-3303';

/** Brings the page to life, where it has the form. */
export function startBooking() {
  const booking = element('booking');
  if (!booking) {
    return;
  }
  const texts = booking.dataset;
  const desk = element('desk');
  const ask = element('ask');
  const said = element('bookingSaid');
  const failed = element('bookingFailed');
  const reason = element('askReason');
  let agreement = null;
  let state = null;
  let moving = null;
  let asked = null;
  let busy = false;

  /** One thing at a time: whoever presses twice is heard once. */
  async function alone(work) {
    if (busy) {
      return;
    }
    busy = true;
    const buttons = [...booking.querySelectorAll('button')];
    buttons.forEach((button) => (button.disabled = true));
    try {
      await work();
    } finally {
      busy = false;
      booking.querySelectorAll('button').forEach((button) => (button.disabled = false));
    }
  }

  function explain(failure) {
    if (failure instanceof Refused) {
      return failure.code === OVER ? texts.ended : told(failure);
    }
    if (failure instanceof KeyConfirmationFailed || failure instanceof MalformedEncoding) {
      return texts.hospitalFailed;
    }
    if (failure instanceof CheapPassword) {
      return texts.cheap;
    }
    if (failure instanceof NotOurMessage) {
      return texts.altered;
    }
    if (!(failure instanceof Away)) {
      console.error(failure);
    }
    return texts.away;
  }

  function dateIn(options) {
    const format = new Intl.DateTimeFormat(document.documentElement.lang, { timeZone: state.zone, ...options });
    return (time) => format.format(new Date(time));
  }

  function when({ start, end }) {
    const day = dateIn({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
    return `${day(start)}, ${hours({ start, end })}`;
  }

  function hours({ start, end }) {
    const hour = dateIn({ hour: '2-digit', minute: '2-digit', hour12: false });
    const zone = dateIn({ hour: '2-digit', timeZoneName: 'short' })(start).split(' ').pop();
    return `${hour(start)}–${hour(end)} ${zone}`;
  }

  const withSpecialty = ({ doctor, specialty }) => [doctor, specialty].filter(Boolean).join(', ');

  function showOwn() {
    element('ownNone').hidden = state.appointments.length > 0;
    element('own').replaceChildren(
      ...state.appointments.map((each) => {
        const { place, reason: why, note } = each;
        const row = copyOf('ownRow', { when: when(each), doctor: withSpecialty(each), place, reason: why, note });
        const off = each.state === 'CALLED_OFF';
        row.className = off ? 'bad' : 'now';
        row.querySelector('[data-field=calledOff]').hidden = !off;
        row.querySelector('[data-field=noteBox]').hidden = !off;
        row.querySelector('[data-field=buttons]').hidden = off;
        for (const [act, does] of [['move', () => startMoving(each)], ['cancel', () => open('CANCEL', each)]]) {
          const button = row.querySelector(`[data-act=${act}]`);
          button.setAttribute('aria-label', `${button.textContent}: ${when(each)}`);
          button.addEventListener('click', does);
        }
        return row;
      }),
    );
  }

  function showOffers() {
    const filter = element('offersDoctor');
    const chosen = filter.value;
    const doctors = [...new Set(state.offers.map(withSpecialty))].sort();
    filter.replaceChildren(filter.options[0], ...doctors.map((name) => new Option(name, name)));
    filter.value = doctors.includes(chosen) ? chosen : '';
    element('offersNone').hidden = state.offers.length > 0;
    element('offersFilter').hidden = doctors.length < 2;
    const days = new Map();
    const day = dateIn({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
    for (const slot of state.offers.filter((each) => !filter.value || withSpecialty(each) === filter.value)) {
      const name = day(slot.start);
      days.set(name, [...(days.get(name) ?? []), slot]);
    }
    element('offers').replaceChildren(
      ...[...days].map(([name, slots]) => {
        const row = copyOf('dayRow', { day: name });
        row.querySelector('[data-field=slots]').append(...slots.map(offer));
        return row;
      }),
    );
    element('moving').hidden = moving === null;
    element('movingText').textContent = moving ? filled(texts.moving, when(moving)) : '';
  }

  function offer(slot) {
    const row = copyOf('slotRow', { time: hours(slot), doctor: withSpecialty(slot), place: slot.place });
    const button = row.querySelector('[data-act=choose]');
    button.textContent = moving ? texts.moveHere : texts.choose;
    button.setAttribute('aria-label', `${button.textContent}: ${when(slot)}, ${slot.doctor}`);
    button.addEventListener('click', () => open(moving ? 'MOVE' : 'BOOK', slot));
    return row;
  }

  function show(newState) {
    state = newState;
    if (moving && !state.appointments.some(({ appointment }) => appointment === moving.appointment)) {
      moving = null;
    }
    element('deskWho').textContent = filled(texts.who, state.patient, state.hospital);
    element('deskZone').textContent = filled(texts.zone, state.zone);
    showOwn();
    showOffers();
    element('proof').hidden = true;
    desk.hidden = false;
  }

  function startMoving(appointment) {
    moving = appointment;
    say(said, '');
    showOffers();
    element('offersTitle').focus();
  }

  function stopMoving() {
    moving = null;
    showOffers();
  }

  function open(act, subject) {
    asked = { act, subject, moving };
    ask.querySelectorAll('[data-ask]').forEach((part) => (part.hidden = !part.dataset.ask.split(' ').includes(act)));
    element('askFrom').textContent = moving ? when(moving) : '';
    element('askPatient').textContent = state.patient;
    element('askWhen').textContent = when(subject);
    element('askDoctor').textContent = withSpecialty(subject);
    element('askPlace').textContent = subject.place;
    element('askYes').classList.toggle('ep-danger', act === 'CANCEL');
    say(element('askFailed'), '');
    ask.showModal();
  }

  function requestOf({ act, subject, moving: from }) {
    switch (act) {
      case 'BOOK':
        return { act, slot: subject.slot, reason: reason.value };
      case 'MOVE':
        return { act, appointment: from.appointment, slot: subject.slot };
      default:
        return { act, appointment: subject.appointment };
    }
  }

  /** The key is gone, here or there: nothing is left to see; what was written stays. */
  function close() {
    agreement?.end();
    agreement = null;
    desk.hidden = true;
    state = null;
    element('own').replaceChildren();
    element('offers').replaceChildren();
    element('proof').hidden = false;
    element('proofPassword').focus();
  }

  async function carryOut() {
    if (asked.act === 'BOOK' && reason.value.trim() === '') {
      say(element('askFailed'), texts.reasonNeeded, 'bad');
      reason.focus();
      return;
    }
    const { act } = asked;
    try {
      const answer = await agreement.say(requestOf(asked));
      ask.close();
      if (answer.refused) {
        say(failed, `${answer.refused.text} (${answer.refused.code})`, 'bad');
        say(said, '');
      } else {
        say(failed, '');
        say(said, { BOOK: texts.booked, MOVE: texts.moved, CANCEL: texts.cancelled }[act], 'good');
        reason.value = act === 'BOOK' ? '' : reason.value;
        moving = null;
      }
      show(answer);
      element('ownTitle').focus();
    } catch (failure) {
      ask.close();
      say(said, '');
      say(failed, explain(failure), 'bad');
      close();
    }
  }

  async function prove() {
    const fields = ['proofCard', 'proofPassword'].map(element);
    const missing = fields.find((field) => field.value.trim() === '');
    if (missing) {
      say(failed, texts.needed, 'bad');
      missing.focus();
      return;
    }
    const [card, password] = fields;
    say(failed, '');
    say(said, '');
    const onProgress = progressOf(element('proofWorking'), element('proofProgress'));
    try {
      agreement = await agree(texts, element('proofHospital').value, card.value.trim(), password.value, onProgress);
      show(await agreement.say({ act: 'LOOK' }));
      element('ownTitle').focus();
    } catch (failure) {
      say(failed, explain(failure), 'bad');
      close();
    } finally {
      password.value = '';
      element('proofWorking').hidden = true;
    }
  }

  element('proofForm').addEventListener('submit', (event) => {
    event.preventDefault();
    alone(prove);
  });
  element('askYes').addEventListener('click', () => alone(carryOut));
  element('askNo').addEventListener('click', () => ask.close());
  element('stopMoving').addEventListener('click', stopMoving);
  element('offersDoctor').addEventListener('change', showOffers);
  element('deskFinish').addEventListener('click', () => {
    close();
    say(failed, '');
    say(said, texts.finished, 'good');
  });
  window.addEventListener('pagehide', () => agreement && close());

  if (!window.isSecureContext) {
    say(failed, texts.notSecure, 'bad');
    element('proofSubmit').disabled = true;
  }
}
