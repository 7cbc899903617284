// A patient looks for others with her symptom, and writes to who agreed as she did.
import { hexToBytes, bytesToHex } from '@noble/hashes/utils.js';
import { Away, Refused, ask } from './hospital.js';
import { Altered, Conversation, advance } from './matching.js';
import { copyOf, element, filled, progressOf, say, told } from './page.js';
import { NotOpened } from './sealing.js';
import { SYMPTOMS, symptomOf } from './symptoms.js';
import { Vault, WrongPassword } from './vault.js';

const SHORTEST = 10;
const LONGEST_TEXT = 2000;

/** How often the page asks for news, and for how long after the patient last did something. */
const ROUND = 3000;
const ATTENTION = 5 * 60_000;

/** Refusals by which others of the day wait; the page need not show them. */
const LIMITS = ['EHR-3405', 'EHR-3406'];

/** Brings the page to life. */
export function startSeeking() {
  const root = element('matching');
  const texts = root.dataset;
  const api = `${texts.api}matching`;
  const said = element('said');
  const failed = element('failed');
  const asked = element('asked');
  const cards = new Map();
  let vault = null;
  let busy = false;
  // What the page does by itself and what the patient does go one after the other.
  let running = Promise.resolve();
  let attended = Date.now();
  let timer = null;
  // Whether the page could not get news and says so.
  let silent = false;

  const exchange = (id, what) => `${api}/exchanges/${id}/${what}`;

  function explain(failure) {
    if (failure instanceof Refused) {
      return told(failure);
    }
    if (failure instanceof WrongPassword) {
      return texts.wrong;
    }
    if (!(failure instanceof Away)) {
      console.error(failure);
    }
    return texts.away;
  }

  /** After what is running now. */
  function inTurn(work) {
    const mine = running.then(work);
    running = mine.catch(() => {
      // Whoever began it is told; what comes after goes on.
    });
    return mine;
  }

  /** One thing at a time: whoever presses twice is heard once. */
  async function alone(work, box = failed) {
    if (busy) {
      return;
    }
    busy = true;
    attended = Date.now();
    root.setAttribute('aria-busy', 'true');
    say(box, '');
    try {
      await inTurn(work);
    } catch (failure) {
      say(box, explain(failure), 'bad');
    } finally {
      busy = false;
      root.removeAttribute('aria-busy');
    }
  }

  function fieldFault(id, text) {
    say(failed, text, 'bad');
    element(id).focus();
  }

  // The matching password.

  async function choose() {
    const [fresh, again, account] = ['chooseNew', 'chooseRepeat', 'chooseAccount'].map((id) => element(id).value);
    if ([...fresh].length < SHORTEST) {
      return fieldFault('chooseNew', texts.short);
    }
    if (fresh.normalize('NFC') !== again.normalize('NFC')) {
      return fieldFault('chooseRepeat', texts.differs);
    }
    if (account === '') {
      return fieldFault('chooseAccount', texts.missing);
    }
    if (fresh === account) {
      return fieldFault('chooseNew', texts.same);
    }
    const onProgress = progressOf(element('chooseWorking'), element('chooseProgress'));
    try {
      const made = await Vault.create(texts.worker, fresh, onProgress);
      const state = await ask('POST', `${api}/password`, { salt: made.salt, probe: made.probe, password: account });
      vault = made.vault;
      await opened(state);
    } finally {
      element('chooseWorking').hidden = true;
    }
  }

  async function unlock() {
    const password = element('unlockPassword').value;
    if (password === '') {
      return fieldFault('unlockPassword', texts.needed);
    }
    const onProgress = progressOf(element('unlockWorking'), element('unlockProgress'));
    try {
      const state = await ask('GET', api);
      if (!state.vault) {
        location.reload();
        return;
      }
      vault = await Vault.unlock(texts.worker, password, state.vault, onProgress);
      await opened(state);
    } finally {
      element('unlockWorking').hidden = true;
    }
  }

  async function opened(state) {
    root.querySelectorAll('input[type=password]').forEach((field) => (field.value = ''));
    element('choose').hidden = true;
    element('unlock').hidden = true;
    element('work').hidden = false;
    await show(state);
    element(state.search ? 'searchTitle' : 'beginTitle').focus();
    next();
  }

  // The search.

  async function begin() {
    const symptom = symptomOf(element('beginSymptom').value);
    const account = element('beginAccount').value;
    if (!symptom) {
      return fieldFault('beginSymptom', texts.symptomNeeded);
    }
    if (!element('beginAgreed').checked) {
      return fieldFault('beginAgreed', texts.agreeNeeded);
    }
    if (account === '') {
      return fieldFault('beginAccount', texts.missing);
    }
    const reach = root.querySelector('input[name=reach]:checked').value;
    const sealed = await vault.seal('symptom', { code: symptom.code });
    const state = await ask('POST', `${api}/searches`, { reach, sealed, agreed: true, password: account });
    element('beginAccount').value = '';
    element('beginAgreed').checked = false;
    element('beginSymptom').value = '';
    say(said, texts.begun, 'good');
    await show(state);
    element('searchTitle').focus();
  }

  async function showSearch(search) {
    element('begin').hidden = Boolean(search);
    element('search').hidden = !search;
    if (!search) {
      return null;
    }
    const { code } = await vault.open('symptom', search.sealed);
    const day = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'long' });
    element('searchSymptom').textContent = symptomOf(code)?.name ?? code;
    element('searchReach').textContent = search.reach === 'ALL_HOSPITALS' ? texts.all : texts.own;
    element('searchUntil').textContent = day.format(new Date(search.endsAt));
    element('searchCompared').textContent = filled(texts.compared, search.compared, search.most);
    return code;
  }

  // Comparisons.

  async function stateOf({ id, sealed }) {
    try {
      return sealed ? await vault.open(`exchange:${id}`, sealed) : null;
    } catch (failure) {
      // A state of another pair or password, put in place by somebody: nothing can be gone on with.
      if (failure instanceof NotOpened) {
        return null;
      }
      throw failure;
    }
  }

  /** Takes the next step of one comparison; tells whether something was done. */
  async function step(each, code) {
    const moved = code || each.due === 'DONE' ? await advance(each, code, await stateOf(each)) : null;
    if (!moved) {
      return false;
    }
    const sealed = await vault.seal(`exchange:${each.id}`, moved.state);
    const hex = (message) => message && bytesToHex(message);
    const body = { share: hex(moved.share), confirmation: hex(moved.confirmation), sealed };
    await ask('POST', exchange(each.id, moved.share || moved.confirmation ? 'step' : 'note'), body);
    return true;
  }

  /** All that is due now; tells whether something was done. */
  async function stepAll(state, code) {
    let done = false;
    for (const each of state.exchanges.filter(({ endedBy }) => !endedBy)) {
      try {
        done = (await step(each, code)) || done;
      } catch (failure) {
        if (!(failure instanceof Refused)) {
          throw failure;
        }
        // Another page of hers was quicker, the other left, or the day's comparisons are made.
        if (LIMITS.includes(failure.code)) {
          break;
        }
      }
    }
    return done;
  }

  async function show(state) {
    const code = await showSearch(state.search);
    const matches = [];
    for (const each of state.exchanges) {
      const kept = await stateOf(each);
      if (kept?.key && !kept.expected && !kept.no) {
        matches.push({ ...each, key: kept.key });
      }
    }
    const gone = new Set(cards.keys());
    for (const match of matches) {
      gone.delete(match.id);
      await showMatch(match);
    }
    gone.forEach((id) => {
      cards.get(id).row.remove();
      cards.delete(id);
    });
    element('matchesNone').hidden = matches.length > 0;
    return code;
  }

  // Who was found.

  async function showMatch(match) {
    if (!cards.has(match.id)) {
      cards.set(match.id, await newCard(match));
    }
    const card = cards.get(match.id);
    card.match = match;
    const kind = match.together ? 'talk' : match.agreed ? 'waiting' : 'found';
    if (kind === 'talk' && card.kind && card.kind !== 'talk') {
      say(said, texts.together, 'good');
    }
    card.kind = kind;
    card.row.querySelectorAll('[data-when]').forEach((part) => (part.hidden = part.dataset.when !== kind));
    const ended = Boolean(match.endedBy);
    card.part('ended').textContent = { OWN: texts.youLeft, PEER: texts.theyLeft }[match.endedBy] ?? '';
    card.part('ended').hidden = !ended;
    card.part('writing').hidden = ended;
    card.act('leave').hidden = ended;
    card.act('block').hidden = match.endedBy === 'OWN';
    if (match.together && card.shown !== match.sent + match.received) {
      await showSaid(card);
    }
    if (ended) {
      card.part('silence').hidden = true;
    }
  }

  async function newCard(match) {
    const title = filled(texts.somebody, cards.size + 1);
    const row = copyOf('matchRow', { title });
    const part = (name) => row.querySelector(`[data-field=${name}]`);
    const act = (name) => row.querySelector(`[data-act=${name}]`);
    const card = { row, part, act, shown: -1, conversation: await Conversation.open(match, hexToBytes(match.key)) };
    row.setAttribute('aria-label', title);
    const text = part('typed');
    text.id = `text-${match.id}`;
    text.maxLength = LONGEST_TEXT;
    part('textLabel').htmlFor = text.id;
    row.querySelectorAll('button').forEach((button) => button.setAttribute('aria-label', `${button.textContent}: ${title}`));
    act('meet').addEventListener('click', () => alone(() => meet(card)));
    act('decline').addEventListener('click', () => confirm('decline', () => decline(card)));
    act('leave').addEventListener('click', () => confirm('leave', () => leaveBy(card, 'end')));
    act('block').addEventListener('click', () => confirm('block', () => leaveBy(card, 'block')));
    act('report').addEventListener('click', () => confirm('report', () => report(card)));
    part('writing').addEventListener('submit', (event) => {
      event.preventDefault();
      alone(() => write(card));
    });
    element('matches').append(row);
    return card;
  }

  async function meet(card) {
    await send(card, { meet: true });
    say(said, texts.agreed, 'good');
    await round();
  }

  async function decline({ match }) {
    const sealed = await vault.seal(`exchange:${match.id}`, { key: match.key, no: true });
    await ask('POST', exchange(match.id, 'note'), { sealed });
    say(said, texts.declined, 'good');
    await round();
  }

  /** Leaves, or leaves for good. */
  async function leaveBy({ match }, how) {
    await ask('POST', exchange(match.id, how), {});
    say(said, how === 'block' ? texts.blocked : texts.left, 'good');
    await round();
  }

  /** Gives the key of this one conversation to the hospital, so that its administrator can read it. */
  async function report({ match }) {
    const reason = element('askedReason').value.trim();
    const password = element('askedAccount').value;
    const missing = reason === '' ? texts.reasonNeeded : password === '' ? texts.missing : '';
    if (missing) {
      say(element('askedFailed'), missing, 'bad');
      element(reason === '' ? 'askedReason' : 'askedAccount').focus();
      return false;
    }
    element('askedAccount').value = '';
    await ask('POST', exchange(match.id, 'report'), { key: match.key, reason, password });
    element('askedReason').value = '';
    say(said, texts.reported, 'good');
    return true;
  }

  async function send(card, content) {
    const number = card.match.sent + 1;
    const sealed = bytesToHex(await card.conversation.seal(number, content));
    await ask('POST', exchange(card.match.id, 'messages'), { number, sealed });
  }

  async function write(card) {
    const field = card.part('typed');
    const text = field.value.trim();
    if (text === '') {
      field.focus();
      return;
    }
    await send(card, { text });
    field.value = '';
    say(said, '');
    await round();
    field.focus();
  }

  async function showSaid(card) {
    const { match } = card;
    const messages = await ask('GET', exchange(match.id, 'messages'));
    const list = card.part('messages');
    const time = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'short', timeStyle: 'short' });
    try {
      const read = await card.conversation.read(messages);
      if (!read.some(({ outgoing, number, content }) => !outgoing && number === 1 && content.meet === true)) {
        throw new Altered('no agreement');
      }
      const spoken = read.filter(({ content }) => typeof content.text === 'string');
      list.replaceChildren(
        ...spoken.map(({ outgoing, saidAt, content }) => {
          const line = copyOf('saidRow', {
            who: outgoing ? texts.you : texts.they,
            when: time.format(new Date(saidAt)),
            text: content.text,
          });
          line.classList.toggle('own', outgoing);
          return line;
        }),
      );
      card.part('silence').hidden = spoken.length > 0;
      card.part('altered').hidden = true;
    } catch (failure) {
      if (!(failure instanceof Altered)) {
        throw failure;
      }
      // Nothing of what came is shown: it may not be from the other patient.
      list.replaceChildren();
      card.part('silence').hidden = true;
      card.part('altered').hidden = false;
      card.part('writing').hidden = true;
    }
    card.shown = match.sent + match.received;
    list.scrollTop = list.scrollHeight;
  }

  // News.

  /** Asks where it stands and does what is due, until nothing is. */
  async function round() {
    for (let again = true; again; ) {
      const state = await ask('GET', api);
      const code = await show(state);
      again = await stepAll(state, code);
    }
  }

  function next() {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      const attentive = Date.now() - attended < ATTENTION;
      element('asleep').hidden = attentive;
      // Asking would keep a session alive that nobody uses.
      if (vault && attentive && !document.hidden && !busy) {
        try {
          await inTurn(round);
          if (silent) {
            silent = false;
            say(failed, '');
          }
        } catch (failure) {
          silent = true;
          say(failed, explain(failure), 'bad');
          if (failure instanceof Refused && failure.status === 401) {
            return;
          }
        }
      }
      next();
    }, ROUND);
  }

  for (const event of ['keydown', 'pointerdown']) {
    document.addEventListener(event, () => (attended = Date.now()));
  }

  // A page that comes back as it was left would be open without its password.
  window.addEventListener('pageshow', ({ persisted }) => persisted && location.reload());

  // What is confirmed before.

  let confirmed = null;

  function confirm(what, act) {
    confirmed = act;
    asked.querySelectorAll('[data-ask]').forEach((part) => (part.hidden = part.dataset.ask !== what));
    element('askedAccountField').hidden = !['over', 'report'].includes(what);
    element('askedReasonField').hidden = what !== 'report';
    say(element('askedFailed'), '');
    asked.showModal();
  }

  asked.addEventListener('close', () => (element('askedAccount').value = ''));
  element('askedNo').addEventListener('click', () => asked.close());
  element('askedYes').addEventListener('click', () =>
    alone(async () => {
      if ((await confirmed()) !== false) {
        asked.close();
      }
    }, element('askedFailed')),
  );

  async function stop() {
    await show(await ask('POST', `${api}/searches/end`, {}));
    say(said, texts.stopped, 'good');
    element('beginTitle').focus();
  }

  async function startOver() {
    const password = element('askedAccount').value;
    if (password === '') {
      say(element('askedFailed'), texts.missing, 'bad');
      element('askedAccount').focus();
      return false;
    }
    element('askedAccount').value = '';
    await ask('POST', `${api}/password/removal`, { password });
    location.reload();
    return true;
  }

  const submits = { chooseForm: choose, unlockForm: unlock, beginForm: begin };
  for (const [form, act] of Object.entries(submits)) {
    element(form)?.addEventListener('submit', (event) => {
      event.preventDefault();
      alone(act);
    });
  }
  element(texts.set === 'true' ? 'unlock' : 'choose').hidden = false;
  element('searchStop').addEventListener('click', () => confirm('stop', stop));
  root.querySelectorAll('[data-act=over]').forEach((each) => each.addEventListener('click', () => confirm('over', startOver)));
  element('symptoms').append(...SYMPTOMS.map(({ code, name }) => new Option(code, name)));
  if (!window.isSecureContext) {
    say(failed, texts.notSecure, 'bad');
    root.querySelectorAll('button').forEach((button) => (button.disabled = true));
  }
}
