// Task alerts (Web Push): asked for by a button, never by itself; whether they are on is what the browser and the server both say.
import * as api from '/m/api.js';
import { el } from '/m/page.js';
import { kept, key } from '/m/store.js';
import { language, t } from '/m/words.js';

const able = () => 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;
const tongue = () => (language ? 'en' : 'zh');
const bytes = (base64url) => Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0));
const same = (buffer, array) => buffer && array.length === buffer.byteLength && array.every((byte, i) => byte === new Uint8Array(buffer)[i]);

let checked = null;
let asked = false;

/** What the first screen shows of it, filled in when it is known: nothing where the browser or the server has no push. */
export function reminders(app) {
  const place = el('div', { id: 'reminders' });
  if (able() && app.me.phone === 'CONFIRMED') fill(app, place).catch(() => {});
  return place;
}

async function fill(app, place) {
  const offered = await offer(app);
  if (!offered) return;
  const card = el('section', { className: 'card' }, el('h3', {}, t('reminders')));
  if (Notification.permission === 'denied') card.append(el('p', { className: 'soft' }, t('reminders.denied')));
  else if (await isOn(app, offered)) card.append(el('p', { className: 'soft' }, t('reminders.on')), button(app, 'reminders.stop', off));
  else card.append(el('p', { className: 'soft' }, t('reminders.off')), button(app, 'reminders.start', () => on(app, offered)));
  place.replaceChildren(card);
}

const button = (app, word, work) => el('button', { type: 'button', onclick: () => app.act(async () => { await work(); checked = null; }) }, t(word));

// Asked of the server once a start; without network it is what it was.
async function offer(app) {
  if (!asked && !app.offline && !app.signedOut) {
    const told = await api.pushKey().catch(() => null);
    if (told) {
      asked = true;
      await kept.put('push', told.key);
    }
  }
  return kept.get('push');
}

const registration = async () => (await navigator.serviceWorker.getRegistration('/m/')) ?? null;
const current = async () => (await registration())?.pushManager.getSubscription() ?? null;

async function isOn(app, offered) {
  const subscription = await current();
  if (!subscription || Notification.permission !== 'granted') return false;
  const now = `${app.me.username} ${subscription.endpoint} ${tongue()}`;
  if (checked === now || app.offline || app.signedOut) return true;
  if (!same(subscription.options.applicationServerKey, bytes(offered))) return false;
  try {
    // Of somebody else's, or ended by the push service: then it is off until it is asked for again.
    const { on: stands } = await api.pushStanding(subscription.endpoint);
    if (stands) { await tell(subscription); checked = now; }
    return stands;
  } catch {
    return true;
  }
}

async function on(app, offered) {
  if (await Notification.requestPermission() !== 'granted') return;
  // Not the page's own: opened as /m it lies outside the worker's scope, and would wait for ever.
  const { pushManager } = await registration() ?? {};
  if (!pushManager) throw new Error(t('reminders.away'));
  const before = await pushManager.getSubscription();
  if (before && !same(before.options.applicationServerKey, bytes(offered))) await before.unsubscribe();
  let subscription;
  try {
    subscription = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytes(offered) });
  } catch {
    throw new Error(t('reminders.away'));
  }
  try {
    await tell(subscription);
  } catch (fault) {
    await subscription.unsubscribe();
    throw fault;
  }
}

async function tell(subscription) {
  const { endpoint, keys } = subscription.toJSON();
  const { thumbprint } = await key();
  await api.subscribe({ phone: thumbprint, endpoint, p256dh: keys.p256dh, auth: keys.auth, language: tongue() });
}

async function off() {
  const subscription = await current();
  if (!subscription) return;
  await api.unsubscribe(subscription.endpoint);
  await subscription.unsubscribe();
}
