// The patient proves her password, then books, moves and cancels.
import { byDay, clockOf } from './clock.js';
import { copyOf, element, filled, say } from './page.js';
import { startProving } from './proving.js';

/**
 * Brings the page to life, where it has the form.
 *
 * @param agree proves a password to the hospital, if not as in agreement.js
 */
export function startBooking(agree) {
  const booking = element('booking');
  if (!booking) {
    return;
  }
  const texts = booking.dataset;
  const ask = element('ask');
  const reason = element('askReason');
  let state = null;
  let clock = null;
  let moving = null;
  let asked = null;

  const page = {
    account: (name) => ({ kind: 'PATIENT', name }),
    who: ({ patient }) => patient,
    show,
    clear() {
      state = null;
      element('own').replaceChildren();
      element('offers').replaceChildren();
    },
    done(act) {
      reason.value = act === 'BOOK' ? '' : reason.value;
      moving = null;
    },
    forget() {
      reason.value = '';
      moving = null;
    },
  };
  const { alone, carryOut } = startProving(booking, page, agree);

  const withSpecialty = ({ doctor, specialty }) => [doctor, specialty].filter(Boolean).join(', ');

  function showOwn() {
    element('ownNone').hidden = state.appointments.length > 0;
    element('own').replaceChildren(
      ...state.appointments.map((each) => {
        const { place, reason: why, note } = each;
        const when = clock.when(each);
        const row = copyOf('ownRow', { when, doctor: withSpecialty(each), place, reason: why, note });
        const off = each.state === 'CALLED_OFF';
        row.className = off ? 'bad' : 'now';
        row.querySelector('[data-field=calledOff]').hidden = !off;
        row.querySelector('[data-field=noteBox]').hidden = !off;
        row.querySelector('[data-field=buttons]').hidden = off;
        for (const [act, does] of [['move', () => startMoving(each)], ['cancel', () => open('CANCEL', each)]]) {
          const button = row.querySelector(`[data-act=${act}]`);
          button.setAttribute('aria-label', `${button.textContent}: ${when}`);
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
    const offers = state.offers.filter((each) => !filter.value || withSpecialty(each) === filter.value);
    element('offers').replaceChildren(
      ...byDay(offers, clock).map(([day, slots]) => {
        const row = copyOf('dayRow', { day });
        row.querySelector('[data-field=slots]').append(...slots.map(offer));
        return row;
      }),
    );
    element('moving').hidden = moving === null;
    element('movingText').textContent = moving ? filled(texts.moving, clock.when(moving)) : '';
  }

  function offer(slot) {
    const row = copyOf('slotRow', { time: clock.hours(slot), doctor: withSpecialty(slot), place: slot.place });
    const button = row.querySelector('[data-act=choose]');
    button.textContent = moving ? texts.moveHere : texts.choose;
    button.setAttribute('aria-label', `${button.textContent}: ${clock.when(slot)}, ${slot.doctor}`);
    button.addEventListener('click', () => open(moving ? 'MOVE' : 'BOOK', slot));
    return row;
  }

  function show(newState) {
    state = newState;
    clock = clockOf(state.zone);
    if (moving && !state.appointments.some(({ appointment }) => appointment === moving.appointment)) {
      moving = null;
    }
    showOwn();
    showOffers();
  }

  function startMoving(appointment) {
    moving = appointment;
    say(element('deskSaid'), '');
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
    element('askFrom').textContent = moving ? clock.when(moving) : '';
    element('askPatient').textContent = state.patient;
    element('askWhen').textContent = clock.when(subject);
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

  async function confirm() {
    if (asked.act === 'BOOK' && reason.value.trim() === '') {
      say(element('askFailed'), texts.reasonNeeded, 'bad');
      reason.focus();
      return;
    }
    const done = { BOOK: texts.booked, MOVE: texts.moved, CANCEL: texts.cancelled }[asked.act];
    await carryOut(requestOf(asked), done);
  }

  element('askYes').addEventListener('click', () => alone(confirm));
  element('stopMoving').addEventListener('click', stopMoving);
  element('offersDoctor').addEventListener('change', showOffers);
}
