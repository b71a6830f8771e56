// Sends what waits: in the order it was signed, photos first and from where the line broke, each record once. The server
// answers the same record as it did the first time, so that asking again does no harm.
import * as api from '/m/api.js';
import { photos, queue } from '/m/store.js';

const PART = 256 * 1024;
// Held by the server: asked again until it has become of it what becomes of it.
export const LEFT = ['WAITING', 'SENDING', 'HELD'];

let running = null;

/** @param changed called after every step, for the screen */
export function send(username, changed) {
  running ??= go(username, changed).finally(() => { running = null; });
  return running;
}

async function go(username, changed) {
  for (const item of await queue.all(username)) {
    if (!LEFT.includes(item.state)) continue;
    const held = item.state === 'HELD';
    if (!held) await note(item, { state: 'SENDING', reason: null }, changed);
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
  for (const sha256 of item.photos) await upload(sha256);
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
