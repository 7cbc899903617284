// What the pages' scripts share.
export const element = (id) => document.getElementById(id);

/** Fills the places {0}, {1} of a text. */
export const filled = (text, ...values) => text.replace(/\{(\d)\}/g, (place, i) => values[i] ?? place);

/** Shows a text in a box for messages; none takes it away. */
export function say(box, text, kind) {
  box.replaceChildren();
  if (text) {
    const note = document.createElement('p');
    note.className = `ep-note ${kind}`;
    note.textContent = text;
    box.append(note);
  }
}

/** What a refusal says, with its code. */
export const told = (refusal) => `${[refusal.message, refusal.detail].filter(Boolean).join(' ')} (${refusal.code})`;

/** A copy of a template with its fields filled in by name. */
export function copyOf(template, fields) {
  const copy = element(template).content.firstElementChild.cloneNode(true);
  for (const [name, text] of Object.entries(fields)) {
    copy.querySelector(`[data-field=${name}]`).textContent = text;
  }
  return copy;
}

/** Shows how far the work on a password is. */
export function progressOf(box, bar) {
  box.hidden = false;
  bar.value = 0;
  return (percent) => {
    bar.value = percent;
  };
}
