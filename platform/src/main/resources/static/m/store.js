// What the phone keeps (IndexedDB): its key, drafts, photos, and what waits to be sent. Written the moment it is entered.
import { openDB } from '/vendor/idb/index.js';

const db = openDB('jianzheng', 1, {
  upgrade(base) {
    base.createObjectStore('kept');
    base.createObjectStore('drafts');
    base.createObjectStore('photos', { keyPath: 'sha256' });
    base.createObjectStore('queue', { keyPath: 'id' });
  },
});

export const kept = {
  get: async (name) => (await db).get('kept', name),
  put: async (name, value) => (await db).put('kept', value, name),
};

const draftOf = (username, taskId) => `${username}/${taskId}`;
export const drafts = {
  get: async (username, taskId) => (await db).get('drafts', draftOf(username, taskId)),
  put: async (username, taskId, draft) => (await db).put('drafts', draft, draftOf(username, taskId)),
  remove: async (username, taskId) => (await db).delete('drafts', draftOf(username, taskId)),
};

export const photos = {
  get: async (sha256) => (await db).get('photos', sha256),
  add: async (blob) => {
    const sha256 = hex(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer()));
    await (await db).put('photos', { sha256, blob });
    return sha256;
  },
  remove: async (sha256) => (await db).delete('photos', sha256),
};

export const queue = {
  all: async (username) => (await (await db).getAll('queue')).filter((one) => one.username === username).sort((a, b) => a.seq - b.seq),
  put: async (item) => (await db).put('queue', item),
  remove: async (id) => (await db).delete('queue', id),
  // The draft leaves and the signed record is there in one step: whatever falls between, nothing is lost and nothing is there twice.
  enter: async (item, taskId) => {
    const step = (await db).transaction(['drafts', 'queue'], 'readwrite');
    const last = (await step.objectStore('queue').getAll()).reduce((most, one) => Math.max(most, one.seq), 0);
    await step.objectStore('queue').put({ ...item, seq: last + 1 });
    await step.objectStore('drafts').delete(draftOf(item.username, taskId));
    await step.done;
  },
};

export const hex = (buffer) => [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
const base64url = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

// The private half cannot be taken out of this browser, by nobody and for no purpose: extractable is false.
export async function key() {
  const before = await kept.get('key');
  if (before) return before;
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);
  const { crv, kty, x, y } = await crypto.subtle.exportKey('jwk', pair.publicKey);
  const jwk = JSON.stringify({ crv, kty, x, y }); // the order of RFC 7638
  const thumbprint = base64url(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(jwk)));
  const made = { pair, jwk, thumbprint };
  await kept.put('key', made);
  return made;
}

export async function sign(text) {
  const { pair } = await key();
  return base64url(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, pair.privateKey, new TextEncoder().encode(text)));
}
