// One record for one task: what is entered is kept at once, so that a phone that falls into the concrete's water is all that can lose it.
import { el, facts, clock, forInput } from '/m/page.js';
import { drafts, kept, key, photos, queue, sign } from '/m/store.js';
import { scan, shoot } from '/m/camera.js';
import { countdown } from '/m/home.js';
import { t } from '/m/words.js';

export async function record(app, task) {
  const draft = (await drafts.get(app.me.username, task.taskId))
    ?? { marks: [], photos: [], position: null, madeAt: app.now(), sealNo: '', note: '', marksSeen: false, sealSeen: false, decision: task.kind === 'TAKE' ? 'TAKE' : 'CONFIRM' };
  const keep = () => drafts.put(app.me.username, task.taskId, draft);
  const own = { app, task, draft, keep, redraw: async () => { await keep(); await app.draw(); } };
  if (!draft.position && !own.app.located.has(task.taskId)) locate(own);
  return [
    el('h2', {}, `${t(task.kind)} ${task.label}`),
    task.ordered ? facts([[t('project'), task.ordered.project], [t('place'), task.ordered.place], [t('sample'), `${task.ordered.sample} × ${task.count}`]]) : null,
    ...(task.ahead ? [el('p', { className: 'soft' }, t(task.caseId ? 'aheadLead' : 'freeLead'))] : task.kind === 'WITNESS' ? whatWasTaken(own) : []),
    ...(draft.decision === 'OBJECT' ? [] : [marks(own), ...(task.kind === 'TAKE' ? [made(own)] : [ticks(own)]),
      await shots(own, 'SEALED', 'sealedPhoto', 'environment'), await shots(own, 'PERSON', 'ownPhoto', 'user', 'turnHint'), position(own)]),
    el('label', {}, draft.decision === 'OBJECT' ? t('objection') : t('note'), el('textarea', { rows: 2, maxLength: 500, value: draft.note, oninput: (event) => { draft.note = event.target.value; keep(); } })),
    ...footer(own),
  ];
}

function whatWasTaken({ app, task, draft, redraw }) {
  const { taken } = task;
  return [
    countdown(app, taken.witnessBy),
    facts([[t('madeAt'), clock(taken.madeAt)], [t('taken'), `${clock(taken.at)} ${taken.by}`], [t('sealNo'), taken.sealNo], [t('note'), taken.note]]),
    taken.photos.length ? el('section', {}, el('h2', {}, t('samplerPhotos')), el('div', { className: 'shots' },
      taken.photos.map((photo) => el('a', { href: photo.url, target: '_blank' }, el('img', { src: `${photo.url}?small=true`, alt: t(photo.purpose === 'SEALED' ? 'sealedPhoto' : 'ownPhoto') }))))) : null,
    el('div', { className: 'row' }, ['CONFIRM', 'OBJECT'].map((choice) => el('button', {
      type: 'button', className: draft.decision === choice ? 'primary' : '', 'aria-pressed': String(draft.decision === choice),
      onclick: () => { draft.decision = choice; redraw(); } }, t(choice === 'CONFIRM' ? 'confirm' : 'object')))),
  ];
}

// The code of the address that a mark's QR code is, as the server reads it.
const code = (text) => text.trim().slice(text.trim().lastIndexOf('/') + 1).toUpperCase().replaceAll('-', '');

const count = (draft, task) => (task.count ? `${draft.marks.length} / ${task.count}` : String(draft.marks.length));

function marks({ task, draft, keep, redraw, app }) {
  const add = (text) => {
    const mark = code(text);
    const fresh = mark !== '' && !draft.marks.includes(mark);
    if (fresh) { draft.marks.push(mark); keep(); }
    return { fresh, all: draft.marks.length >= (task.count ?? Infinity), text: `${t('scanned')} ${count(draft, task)}` };
  };
  const typed = el('input', { 'aria-label': t('typeMark'), placeholder: t('typeMark'), autocapitalize: 'characters', autocomplete: 'off', enterKeyHint: 'done' });
  const take = () => { if (typed.value) { add(typed.value); redraw(); } };
  return el('section', {}, el('h2', {}, `${t('marks')} ${count(draft, task)}`),
    el('button', { type: 'button', className: 'primary', onclick: () => app.act(async () => { await scan(add); await redraw(); }) }, t('scan')),
    el('ol', { className: 'marks' }, draft.marks.map((mark) => el('li', {}, `…${mark.slice(-8)}`))),
    el('form', { className: 'row', onsubmit: (event) => { event.preventDefault(); take(); } }, typed, el('button', { type: 'submit' }, t('add'))),
    draft.marks.length ? el('button', { type: 'button', onclick: () => { draft.marks = []; redraw(); } }, t('clear')) : null);
}

function made({ draft, keep }) {
  return el('fieldset', {},
    el('label', {}, t('madeAt'), el('input', { type: 'datetime-local', value: forInput(draft.madeAt), onchange: (event) => { draft.madeAt = new Date(event.target.value).getTime(); keep(); } })),
    el('label', {}, t('sealNo'), el('input', { maxLength: 40, value: draft.sealNo, autocomplete: 'off', oninput: (event) => { draft.sealNo = event.target.value; keep(); } })));
}

const ticks = ({ draft, keep }) => el('fieldset', {}, ['marksSeen', 'sealSeen'].map((name) => el('label', { className: 'tick' },
  el('input', { type: 'checkbox', checked: draft[name], onchange: (event) => { draft[name] = event.target.checked; keep(); } }), t(name))));

async function shots({ app, draft, redraw }, purpose, name, facing, hint) {
  const own = draft.photos.filter((photo) => photo.purpose === purpose);
  const shown = await Promise.all(own.map(async ({ sha256 }) => {
    const blob = (await photos.get(sha256))?.blob;
    return el('img', { src: blob ? URL.createObjectURL(blob) : '', alt: t(name), onload: (event) => URL.revokeObjectURL(event.target.src) });
  }));
  return el('section', {}, el('h2', {}, t(name)), hint ? el('p', { className: 'soft' }, t(hint)) : null, el('div', { className: 'shots' }, shown),
    el('button', { type: 'button', onclick: () => app.act(async () => {
      const prompt = purpose === 'PERSON' ? await asked(app) : null;
      const taken = await shoot(facing, prompt?.turn);
      if (!taken) return;
      if (purpose === 'PERSON') { leave(draft, 'PERSON'); draft.prompt = prompt ? { contact: prompt.contact } : null; }
      draft.photos.push({ sha256: await photos.add(taken.photo), purpose });
      for (const blob of taken.turned) {
        const sha256 = await photos.add(blob);
        // A camera that shows the very same picture twice has shown nothing new.
        if (!draft.photos.some((photo) => photo.sha256 === sha256)) draft.photos.push({ sha256, purpose: 'TURNED' });
      }
      await redraw();
    }) }, t('shoot')),
    own.length ? el('button', { type: 'button', onclick: async () => {
      leave(draft, purpose);
      await redraw();
    } }, t('removePhoto')) : null);
}

// One photo of oneself, with those of the turned head that belong to it.
function leave(draft, purpose) {
  draft.photos = draft.photos.filter((photo) => photo.purpose !== purpose && !(purpose === 'PERSON' && photo.purpose === 'TURNED'));
}

// Which turn is asked for follows from the last contact, as the server reckons it too.
async function asked(app) {
  const contact = await kept.get('contact');
  if (contact?.username !== app.me.username) return null;
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(contact.token)));
  return { contact: contact.token, turn: (hash[0] & 1) === 0 ? 'LEFT' : 'RIGHT' };
}

function position(own) {
  const { position: at } = own.draft;
  return el('section', {}, el('h2', {}, t('position')),
    el('p', { role: 'status', id: 'position' }, at ? where(at) : t('locating')),
    el('button', { type: 'button', onclick: () => locate(own) }, t('locate')));
}

const where = (at) => `${at.latitude.toFixed(6)}, ${at.longitude.toFixed(6)} ${t('accuracy')} ±${at.accuracy} m`;

function locate({ app, task, draft, keep }) {
  app.located.add(task.taskId);
  navigator.geolocation.getCurrentPosition(
    ({ coords, timestamp }) => {
      draft.position = { latitude: coords.latitude, longitude: coords.longitude, accuracy: Math.max(0.1, Math.round(coords.accuracy * 10) / 10), at: new Date(timestamp).toISOString() };
      keep();
      const said = document.getElementById('position');
      if (said) said.textContent = where(draft.position);
    },
    () => { const said = document.getElementById('position'); if (said) said.textContent = t('noPosition'); },
    { enableHighAccuracy: true, timeout: 30000, maximumAge: 0 });
}

function lacking({ task, draft }) {
  if (draft.decision === 'OBJECT') return draft.note.trim() ? [] : [t('objection')];
  const has = (purpose) => draft.photos.some((photo) => photo.purpose === purpose);
  return [
    draft.marks.length < (task.count ?? 1) && t('all_marks'),
    task.kind === 'TAKE' && !draft.sealNo.trim() && t('sealNo'),
    task.kind === 'WITNESS' && !(draft.marksSeen && draft.sealSeen) && t('ticks'),
    !has('SEALED') && t('sealedPhoto'), !has('PERSON') && t('ownPhoto'), !draft.position && t('position'),
  ].filter(Boolean);
}

function footer(own) {
  const said = el('p', { className: 'wrong', role: 'alert' });
  const finish = async () => {
    const left = lacking(own);
    if (left.length) { said.textContent = t('missing') + left.join('、'); said.scrollIntoView({ block: 'center' }); return; }
    await enter(own);
    own.app.open(null);
    own.app.send();
  };
  return [said, el('div', { className: 'bar' },
    el('button', { type: 'button', className: 'back', onclick: () => own.app.open(null) }, t('back')),
    el('button', { type: 'button', className: 'primary', onclick: () => own.app.act(finish) }, t('send')))];
}

const form = ({ task, draft }) => (task.kind === 'TAKE'
  ? { decision: 'TAKE', madeAt: new Date(draft.madeAt).toISOString(), marks: draft.marks.join('\n'), sealNo: draft.sealNo, note: draft.note }
  : { decision: draft.decision, note: draft.note, ...(draft.decision === 'CONFIRM' ? { marksSeen: draft.marksSeen, sealSeen: draft.sealSeen } : {}) });

// Signed on the phone, now, whether there is network or not: these bytes are what the server keeps.
async function enter(own) {
  const { app, task, draft } = own;
  const { thumbprint } = await key();
  const contact = await kept.get('contact');
  const id = crypto.randomUUID();
  const body = JSON.stringify({
    id, kind: task.kind, caseId: task.caseId, taskId: task.ahead ? null : task.taskId, form: form(own), marks: task.kind === 'WITNESS' ? draft.marks : [],
    photos: draft.photos, position: draft.position, prompt: draft.prompt ?? null,
    proof: { at: new Date().toISOString(), contact: contact?.username === app.me.username ? contact.token : null, phone: thumbprint },
  });
  await queue.enter({ id, username: app.me.username, taskId: task.taskId, caseId: task.caseId, kind: task.kind, label: task.label, state: 'WAITING', reason: null, at: Date.now(),
    body, signature: await sign(body), photos: [...new Set(draft.photos.map((photo) => photo.sha256))], draft }, task.taskId);
}
