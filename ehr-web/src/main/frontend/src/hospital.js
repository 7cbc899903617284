// The hospital's interface, as the browser calls it.

/** The server answered with a refusal. */
export class Refused extends Error {
  constructor(status, problem) {
    super(problem.title);
    this.status = status;
    this.code = problem.code ?? '';
    this.detail = problem.detail === problem.title ? '' : (problem.detail ?? '');
  }
}

/** Nothing came back: whether the request was carried out is not known. */
export class Away extends Error {}

/** Sends one request; gives the JSON of the answer, or null. */
export async function ask(method, address, body) {
  let answer;
  try {
    answer = await fetch(address, {
      method,
      credentials: 'same-origin',
      headers: { 'Content-Type': 'application/json', 'X-Epione-Request': '1' },
      body: body && JSON.stringify(body),
    });
  } catch (failure) {
    throw new Away('no answer', { cause: failure });
  }
  document.dispatchEvent(new Event('epione:answered'));
  if (answer.ok) {
    return answer.status === 200 ? answer.json() : null;
  }
  const problem = await answer.json().catch(() => ({ title: `${answer.status}` }));
  throw answer.status >= 502 ? new Away('no answer') : new Refused(answer.status, problem);
}

/** Stretches a password in a worker; tells the percentage. */
export function stretchIn(worker, input, salt, onProgress) {
  return new Promise((resolve, reject) => {
    const running = new Worker(worker);
    running.onmessage = ({ data }) => (data.stretched ? resolve(data.stretched) : onProgress(data.percent));
    running.onerror = (failure) => reject(new Error('the worker failed', { cause: failure }));
    running.postMessage({ input, salt: salt.encoded });
  });
}
