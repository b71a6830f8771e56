// Sends what waits: in the order it was signed, photos first and from where the line broke, each record once. The server
// answers the same record as it did the first time, so that asking again does no harm.
import * as api from '/m/api.js';
import { photos, queue } from '/m/store.js';

const PART = 256 * 1024;
// Held by the server: asked again until it has become of it what becomes of it.
export const LEFT = ['WAITING', 'SENDING', 'HELD'];

let running = null;

/** @param changed called after every step, for the screen; @param byHand whether somebody waits for the answer */
export function send(username, changed, byHand) {
  running ??= go(username, changed, byHand).finally(() => { running = null; });
  return running;
}

// How often the server is asked what became of what it holds.
const HELD_AGAIN = 60000;

async function go(username, changed, byHand) {
  const left = (await queue.all(username)).filter((item) => LEFT.includes(item.state));
  // What the server has not got yet comes first: its time runs.
  const waiting = left.filter((item) => item.state !== 'HELD');
  const held = left.filter((item) => item.state === 'HELD' && (byHand || Date.now() - (item.askedAt ?? 0) > HELD_AGAIN));
  for (const item of [...waiting, ...held]) {
    const held = item.state === 'HELD';
    if (held) item.askedAt = Date.now();
    else await note(item, { state: 'SENDING', reason: null }, changed);
    try {
      await one(item, changed);
    } catch (fault) {
      if (fault instanceof api.Refused && !later(fault)) {
        await note(item, { state: 'REFUSED', reason: fault.message }, changed);
        continue;
      }
      if (!held) await note(item, { state: 'WAITING', reason: fault instanceof api.Refused ? fault.message : null }, changed);
      throw fault;
    }
  }
}

const later = (fault) => ['sampling.phone.waiting', 'workflow.task.busy', 'workflow.task.suspended', 'sampling.photo.differs', 'sampling.photo.waiting', 'records.scan.away'].includes(fault.code);

async function one(item, changed) {
  // What is held has its photos.
  if (item.state !== 'HELD') for (const sha256 of item.photos) await upload(sha256);
  let answer = await api.record(item.body, item.signature);
  if (answer.outcome === 'PHOTOS') {
    for (const sha256 of answer.missing) await upload(sha256);
    answer = await api.record(item.body, item.signature);
  }
  if (answer.outcome === 'PHOTOS') throw new api.NoNetwork();
  await note(item, { state: answer.outcome, reason: answer.reason }, changed);
  if (['ACCEPTED', 'DEFERRED', 'EVIDENCE', 'VOID'].includes(answer.outcome)) await Promise.all(item.photos.map(photos.remove));
}

async function upload(sha256) {
  const { blob } = (await photos.get(sha256)) ?? {};
  let { offset, complete } = await api.photoState(sha256);
  while (!complete && blob) {
    const part = await blob.slice(offset, offset + PART).arrayBuffer();
    ({ offset, complete } = await api.photoPart(sha256, offset, blob.size, part));
  }
}

async function note(item, news, changed) {
  Object.assign(item, news);
  await queue.put(item);
  changed();
}
