// The phone's app: shows a screen, keeps contact with the server, sends what waits whenever it can.
import * as api from '/m/api.js';
import { kept } from '/m/store.js';
import { home, remembered } from '/m/home.js';
import { record } from '/m/record.js';
import { send } from '/m/queue.js';
import { t, turn } from '/m/words.js';

const AGAIN = 20000;
const screen = document.getElementById('screen');
const network = document.getElementById('network');

const app = {
  me: null, tasks: [], early: [], choices: null, signedOut: false, offline: false, task: null, reviewing: false, located: new Set(), ahead: 0,

  now: () => Date.now() + app.ahead,

  async draw() {
    const parts = app.task && app.me ? await record(app, app.task) : await home(app);
    const above = window.scrollY;
    screen.replaceChildren(...parts.filter(Boolean));
    window.scrollTo(0, above);
    document.querySelector('h1').textContent = t('title');
    document.getElementById('language').textContent = t('language');
    document.getElementById('who').textContent = app.me ? `${app.me.name} ${app.me.employer}` : '';
    network.textContent = t('offline');
    network.hidden = !app.offline;
  },

  async open(task) {
    app.task = task;
    app.reviewing = false;
    app.located.clear();
    await app.draw();
    window.scrollTo(0, 0);
  },

  // Whatever a button does: what the server refused stands on the screen, what the network refused changes nothing.
  async act(work) {
    try {
      await work();
      if (!app.task) await app.draw();
    } catch (fault) {
      await app.noticed(fault);
    }
  },

  async noticed(fault) {
    if (fault instanceof api.SignedOut) app.signedOut = true;
    else if (fault instanceof api.NoNetwork) app.offline = true;
    await app.draw();
    if (!(fault instanceof api.SignedOut || fault instanceof api.NoNetwork)) {
      const said = document.createElement('p');
      said.className = 'wrong';
      said.setAttribute('role', 'alert');
      said.textContent = fault.message;
      screen.prepend(said);
      said.scrollIntoView({ block: 'center' });
    }
  },

  async contact() {
    const told = await api.me();
    app.me = await remembered();
    app.signedOut = false;
    app.offline = false;
    app.ahead = await kept.get('ahead');
    if (told.roles.some((role) => role === 'SAMPLER' || role === 'WITNESS')) {
      app.tasks = await api.tasks();
      app.early = told.roles.includes('WITNESS') ? await api.ahead() : [];
      app.choices = told.roles.includes('SAMPLER') ? await api.choices() : null;
      await kept.put('tasks', { username: told.username, tasks: app.tasks, early: app.early, choices: app.choices });
    }
  },

  // Only what is this person's: somebody else's waits until they sign in themselves.
  // Asked for by hand, also what the server holds is asked for anew.
  async send(byHand = false) {
    if (!app.me || app.signedOut) return;
    try {
      await send(app.me.username, () => { if (!app.task) app.draw(); }, byHand);
      await app.contact();
      if (!app.task) await app.draw();
    } catch (fault) {
      await (app.task ? null : app.noticed(fault));
    }
  },
};

async function start() {
  if (location.pathname === '/m') history.replaceState(null, '', '/m/');
  app.me = await remembered();
  app.ahead = (await kept.get('ahead')) ?? 0;
  const known = await kept.get('tasks');
  if (app.me && known?.username === app.me.username) { app.tasks = known.tasks; app.early = known.early ?? []; app.choices = known.choices ?? null; }
  await app.draw();
  document.getElementById('language').addEventListener('click', () => { turn(); app.draw(); });
  await meet();
  // Else the browser may throw away what waits when the phone's memory is full.
  if (app.me) await navigator.storage?.persist?.();
}

async function meet() {
  try {
    await app.contact();
    if (!app.task) await app.draw();
    await app.send();
  } catch (fault) {
    if (!app.task) await app.noticed(fault);
  }
}

window.addEventListener('online', meet);
window.addEventListener('offline', () => { app.offline = true; network.textContent = t('offline'); network.hidden = false; });
setInterval(() => { if (document.visibilityState === 'visible' && !app.task) meet(); }, AGAIN);
if ('serviceWorker' in navigator) navigator.serviceWorker.register('/m/sw.js', { scope: '/m/' });
start();
