// The hospital's clock, in the language of the page.

/** How times are shown: the day, the hours from start to end, and both; in that time zone. */
export function clockOf(zone) {
  const format = (options) => {
    const made = new Intl.DateTimeFormat(document.documentElement.lang, { timeZone: zone, ...options });
    return (time) => made.format(new Date(time));
  };
  const day = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const hour = format({ hour: '2-digit', minute: '2-digit', hour12: false });
  const named = format({ hour: '2-digit', timeZoneName: 'short' });
  const hours = ({ start, end }) => `${hour(start)}–${hour(end)} ${named(start).split(' ').pop()}`;
  return { day, hours, when: ({ start, end }) => `${day(start)}, ${hours({ start, end })}` };
}

/** What begins on each day, in the order that it comes in: pairs of the day and its times. */
export function byDay(times, clock) {
  const days = new Map();
  for (const time of times) {
    const name = clock.day(time.start);
    days.set(name, [...(days.get(name) ?? []), time]);
  }
  return [...days];
}
