// The first screen: who is signed in, whose this phone is, what waits on the site, what was sent and what was not.
import * as api from '/m/api.js';
import { el, facts, clock, left } from '/m/page.js';
import { drafts, kept, key, queue } from '/m/store.js';
import { reminders } from '/m/push.js';
import { LEFT } from '/m/queue.js';
import { t } from '/m/words.js';

const KINDS = { ACCEPTED: 'good', REFUSED: 'bad', CONFLICT: 'bad', VOID: 'bad' };

export async function home(app) {
  const { me } = app;
  const parts = [];
  if (app.signedOut || !me) parts.push(...signIn(app));
  if (me) {
    if (!me.roles.some((role) => role === 'SAMPLER' || role === 'WITNESS')) return [...parts, el('p', { className: 'wrong' }, t('wrongRole'))];
    if (me.phone !== 'CONFIRMED') parts.push(await phone(app));
    parts.push(...await tasks(app), ...await sent(app));
    parts.push(reminders(app));
  }
  return parts;
}

function signIn(app) {
  return [
    el('p', { className: app.me ? 'wrong' : 'lead' }, app.me ? t('signedOut') : t('lead')),
    el('a', { className: 'button primary', href: '/m/sign-in' }, t('signIn')),
  ];
}

async function phone(app) {
  const { me } = app;
  const made = await key();
  const card = el('section', { className: 'card' }, el('h3', {}, t('phone')), el('p', {}, t(`phone.${me.phone}`)));
  if (me.checkCode) card.append(el('p', { className: 'left' }, me.checkCode));
  if (me.phone === 'NONE') {
    card.append(el('button', { type: 'button', className: 'primary', onclick: () => app.act(async () => { await api.register(made.jwk, device()); await app.contact(); }) }, t('register')));
  }
  return card;
}

// What tells this phone from the person's others; nothing is decided by it.
function device() {
  const model = /\(([^)]*)\)/.exec(navigator.userAgent)?.[1].split(';').map((part) => part.trim()).filter((part) => !/^(Linux|U|wv)$/.test(part)).join(' ');
  return (model || 'phone').slice(0, 80);
}

async function tasks(app) {
  const left = (await queue.all(app.me.username)).filter((item) => LEFT.includes(item.state));
  const waiting = new Set(left.flatMap((item) => [item.taskId, item.caseId && `${item.kind} ${item.caseId}`]));
  const not = (task) => !waiting.has(task.taskId) && !(task.caseId && waiting.has(`${task.kind} ${task.caseId}`));
  const open = app.tasks.filter(not);
  return [
    el('h2', {}, t('tasks')),
    ...open.map((task) => card(app, task)),
    open.length ? null : el('p', { className: 'soft' }, t('noTasks')),
    app.choices?.projects.length ? el('button', { type: 'button', onclick: () => app.open(NEW) }, t('newSample')) : null,
    el('button', { type: 'button', onclick: () => app.act(app.contact) }, t('refresh')),
    ...early(app, app.early.filter(not)),
  ];
}

// While neither has network the sampler's record cannot have come: the witness goes by the marks.
const FREE = { taskId: 'ahead-free', kind: 'WITNESS', caseId: null, label: '', ordered: null, count: null, taken: null, ahead: true };

// A sample may be taken before anybody has ordered its test: an order is joined later.
const NEW = { taskId: 'new-sample', kind: 'TAKE', caseId: null, label: '', ordered: null, count: null, taken: null, site: true };

function early(app, samples) {
  if (!app.me.roles.includes('WITNESS')) return [];
  return [el('details', { open: app.offline, className: 'early' }, el('summary', {}, `${t('early')} (${samples.length})`),
    el('p', { className: 'soft' }, t('earlyHint')),
    ...samples.map((task) => card(app, task)),
    el('button', { type: 'button', onclick: () => app.open(FREE) }, t('byMarks')))];
}

function card(app, task) {
  return el('section', { className: 'card' },
    el('h3', {}, `${t(task.kind)} ${task.label}`),
    facts([[t('project'), task.ordered.project], [t('place'), task.ordered.place], [t('sample'), `${task.ordered.sample} × ${task.count}`]]),
    task.heldBy ? el('p', { className: 'soft' }, t('heldBy') + task.heldBy) : null,
    task.taken ? countdown(app, task.taken.witnessBy) : null,
    el('button', { type: 'button', className: 'primary', onclick: () => app.open(task) }, t(task.kind)));
}

export function countdown(app, by) {
  const shown = el('p', { className: 'left', role: 'timer' });
  const tick = () => {
    const rest = Date.parse(by) - app.now();
    shown.textContent = rest > 0 ? `${t('timeLeft')} ${left(rest)}` : t('late');
    if (shown.isConnected || !shown.dataset.seen) { shown.dataset.seen = 'yes'; setTimeout(tick, 1000); }
  };
  tick();
  return shown;
}

async function sent(app) {
  const items = (await queue.all(app.me.username)).reverse();
  if (items.length === 0) return [];
  return [
    el('h2', {}, t('queue')),
    ...items.map((item) => el('section', { className: 'card', 'data-state': item.state },
      el('h3', {}, `${t(item.givenBack ? 'giveBack' : item.taskId === NEW.taskId ? 'newSample' : item.kind)} ${item.label}`),
      el('p', {}, el('span', { className: `state ${KINDS[item.state] ?? 'wait'}` }, t(item.state === 'HELD' && item.ordered === false ? 'state.HELD.order' : `state.${item.state}`)), ` ${clock(item.at)}`),
      item.reason ? el('p', { className: item.state === 'REFUSED' ? 'wrong' : 'soft' }, item.reason) : null,
      item.gone ? el('p', { className: 'wrong', role: 'status' }, item.gone, ' ', item.ordered === false ? '' : t('goneHint')) : null,
      item.state === 'REFUSED' && !item.gone && item.draft ? el('button', { type: 'button', onclick: () => again(app, item) }, t('again')) : null,
      item.gone && item.ordered !== false ? el('button', { type: 'button', onclick: () => asEvidence(app, item) }, t('asEvidence')) : null,
      LEFT.includes(item.state) ? null : el('button', { type: 'button', onclick: () => app.act(() => queue.remove(item.id)) }, t('remove')))),
    items.some((item) => LEFT.includes(item.state)) ? el('button', { type: 'button', className: 'primary', onclick: () => app.send(true) }, t('sendNow')) : null,
  ];
}

// What was refused is filled in again from what it was; it becomes a record of its own.
const again = (app, item) => app.act(async () => {
  if (item.taskId === NEW.taskId && await drafts.get(app.me.username, NEW.taskId)) throw new Error(t('newFirst'));
  await refreshed(app, item);
  const task = known(app, item);
  if (!task) {
    await queue.put({ ...item, gone: await api.gone(item.caseId) });
    return;
  }
  const other = task.label !== item.label && item.caseId;
  const draft = other ? { ...item.draft, marks: [], marksSeen: false, sealSeen: false } : item.draft;
  await fill(app, item, other ? { ...task, hint: t('newAttempt') } : task, draft);
});

const known = (app, item) => [...app.tasks, ...app.early, FREE, NEW].find((one) => one.taskId === item.taskId)
  // The task may have come meanwhile under its own name, or for the next attempt.
  ?? app.tasks.find((one) => item.caseId && one.caseId === item.caseId && one.kind === item.kind);

// Without network the tasks that the phone knows of are all there is.
async function refreshed(app, item) {
  try {
    await app.contact();
  } catch (fault) {
    if (!(fault instanceof api.NoNetwork)) throw fault;
    if (!known(app, item)) throw new Error(t('againOffline'));
  }
}

// Its task is gone: signed again it completes nothing, and the station decides what it is worth.
const asEvidence = (app, item) => app.act(() => fill(app, item, { taskId: item.taskId, kind: item.kind, caseId: item.caseId, label: item.label,
  ordered: null, count: null, taken: null, ahead: item.taskId.startsWith('ahead-'), gone: true, hint: t('evidenceHint') }, item.draft));

async function fill(app, item, task, draft) {
  await drafts.put(app.me.username, task.taskId, draft);
  await queue.remove(item.id);
  await app.open(task);
}

export const remembered = async () => (await kept.get('me')) ?? null;
