// What is asked of the server, in the session of whoever is signed in. What fails says how: nobody is signed in, the server
// refused and why, or there was no network.
import { kept, key } from '/m/store.js';

export class SignedOut extends Error {}
export class Refused extends Error {
  constructor(problem) {
    super(problem.detail ?? String(problem.status));
    this.code = problem.code ?? '';
  }
}
export class NoNetwork extends Error {}

let csrf = null;

const PATIENCE = 6;

// A server that has too much to do says after how many seconds to come again; not every phone at the same moment.
async function fetched(path, options) {
  for (let left = /^\/m\/api\/(photos\/|records$)/.test(path) ? PATIENCE : 0; ; left -= 1) {
    const answer = await fetch(path, options);
    const seconds = [429, 503].includes(answer.status) ? Number(answer.headers.get('Retry-After')) : 0;
    if (!seconds || left === 0) return answer;
    await new Promise((next) => setTimeout(next, seconds * 1000 * (1 + Math.random())));
  }
}

async function ask(path, options = {}) {
  const headers = { Accept: 'application/json', ...options.headers };
  if (options.method === 'POST' && csrf) headers[csrf.header] = csrf.token;
  let answer;
  try {
    answer = await fetched(path, { ...options, headers, redirect: 'manual', cache: 'no-store' });
  } catch {
    throw new NoNetwork();
  }
  if (answer.type === 'opaqueredirect' || answer.status === 401 || answer.status === 403) throw new SignedOut();
  if (answer.status === 422 || answer.status === 404) throw new Refused(await answer.json().catch(() => ({ status: answer.status })));
  if (!answer.ok) throw new NoNetwork();
  return answer.json();
}

// Who is signed in; what of it is needed without network is kept. How far this clock is off is measured at every contact.
export async function me() {
  const { thumbprint } = await key();
  const told = await ask(`/m/api/me?phone=${thumbprint}`);
  csrf = { header: told.csrfHeader, token: told.csrf };
  await kept.put('me', { username: told.username, name: told.name, employer: told.employer, roles: told.roles, phone: told.phone, checkCode: told.checkCode });
  await kept.put('ahead', Date.parse(told.serverTime) - Date.now());
  if (told.contact) await kept.put('contact', { username: told.username, token: told.contact });
  return told;
}

// A sample without an order has no task; on this phone it goes by its own number.
export const tasks = async () => (await ask('/m/api/tasks')).map((task) => (task.unordered ? { ...task, taskId: `unordered-${task.unordered}` } : task));
// What may be said of a sample whose test nobody has ordered.
export const choices = () => ask('/m/api/new-sample');
// Of samples that nobody has taken yet as far as the server knows; on this phone they go by their case.
export const ahead = async () => (await ask('/m/api/ahead')).map((task) => ({ ...task, taskId: `ahead-${task.caseId}`, ahead: true }));
// Why nothing waits any more, in the reader's language.
export const gone = async (caseId) => (await ask(`/m/api/gone?caseId=${caseId ?? ''}`)).why;
export const register = (jwk, device) => post('/m/api/phones', { jwk, device });
export const record = (text, signature) => post('/m/api/records', { record: text, signature });
export const photoState = (sha256) => ask(`/m/api/photos/${sha256}`);
export const photoPart = (sha256, offset, length, part) => ask(`/m/api/photos/${sha256}`, {
  method: 'POST',
  body: part,
  headers: { 'Content-Type': 'application/octet-stream', 'Upload-Offset': String(offset), 'Upload-Length': String(length) },
});

export const pushKey = () => ask('/m/api/push');
export const pushStanding = (endpoint) => post('/m/api/push/standing', { endpoint });
export const subscribe = (subscription) => post('/m/api/push', subscription);
export const unsubscribe = (endpoint) => post('/m/api/push/off', { endpoint });

const post = (path, body) => ask(path, { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } });
