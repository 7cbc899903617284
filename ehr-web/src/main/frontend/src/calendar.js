// The doctor proves her password, then sees her own calendar.
import { byDay, clockOf } from './clock.js';
import { copyOf, element } from './page.js';
import { startProving } from './proving.js';

/** Brings the page to life, where it has the form. */
export function startCalendar() {
  const calendar = element('calendar');
  if (!calendar) {
    return;
  }
  let clock = null;

  startProving(calendar, {
    // User names are kept in lower case, and what both sides put into the run is the same to the letter.
    account: (name) => ({ kind: 'DOCTOR', name: name.toLowerCase() }),
    who: ({ doctor }) => doctor,
    show,
    clear: () => element('own').replaceChildren(),
    done() {},
  });

  function show({ zone, times }) {
    clock = clockOf(zone);
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
    const { place, patient = '', reason = '' } = slot;
    const row = copyOf('timeRow', { time: clock.hours(slot), place, patient, reason });
    row.querySelector('[data-field=free]').hidden = Boolean(slot.appointment);
    row.querySelector('[data-field=booked]').hidden = !slot.appointment;
    return row;
  }
}
