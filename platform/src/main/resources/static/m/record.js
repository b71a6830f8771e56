// One record for one task: what is entered is kept at once, so that a phone that falls into the concrete's water is all that can lose it.
import { el, facts, clock, forInput, where } from '/m/page.js';
import { drafts, kept, photos } from '/m/store.js';
import { declined, emptySite, giveBack, isFresh, ways } from '/m/entry.js';
import { site } from '/m/site.js';
import { review } from '/m/review.js';
import { scan, shoot } from '/m/camera.js';
import { countdown } from '/m/home.js';
import { t } from '/m/words.js';

export async function record(app, task) {
  const draft = (await drafts.get(app.me.username, task.taskId))
    ?? { marks: [], photos: [], position: null, madeAt: app.now(), sealNo: '', note: '', marksSeen: false, sealSeen: false, decision: task.kind === 'TAKE' ? 'TAKE' : 'CONFIRM', site: task.site ? { ...emptySite(), ...(await kept.get('site')) } : null };
  const keep = () => drafts.put(app.me.username, task.taskId, draft);
  const redraw = async () => { await keep(); await app.draw(); };
  // Back to the entry, at that field where one is named.
  const turn = async (reviewing, field = null) => {
    app.reviewing = reviewing;
    await redraw();
    window.scrollTo(0, 0);
    if (field) lead(field);
  };
  const own = { app, task, draft, keep, redraw, review: turn };
  if (!isFresh(draft.position) && !own.app.located.has(task.taskId)) locate(own);
  if (app.reviewing) return review(own);
  return [
    el('h2', {}, task.site ? t('newSample') : `${t(task.kind)} ${task.label}`),
    task.hint ? el('p', { className: 'wrong', role: 'status' }, task.hint) : null,
    task.ordered ? facts([[t('project'), task.ordered.project], [t('place'), task.ordered.place], [t('sample'), `${task.ordered.sample} × ${task.count}`]]) : null,
    ...(task.ahead ? [el('p', { className: 'soft' }, t(task.caseId ? 'aheadLead' : 'freeLead'))] : task.taken ? whatWasTaken(own) : []),
    task.heldBy ? takeOver(own) : null,
    task.site ? site(own) : null,
    task.ahead || task.gone || task.site ? null : decisions(own),
    ...(declined(draft) ? [] : [marks(own), ...(task.kind === 'TAKE' ? [made(own)] : [ticks(own)]),
      await shots(own, 'SEALED', 'sealedPhoto', 'environment'), await shots(own, 'PERSON', 'ownPhoto', 'user', 'turnHint'), position(own)]),
    el('label', { id: 'field-note' }, t(declined(draft) ? 'reason' : 'note'), el('textarea', { rows: declined(draft) ? 4 : 2, maxLength: 500, value: draft.note, oninput: (event) => { draft.note = event.target.value; keep(); } })),
    footer(own),
  ];
}

function whatWasTaken({ app, task }) {
  const { taken } = task;
  return [
    countdown(app, taken.witnessBy),
    facts([[t('madeAt'), clock(taken.madeAt)], [t('taken'), `${clock(taken.at)} ${taken.by}`], [t('sealNo'), taken.sealNo], [t('note'), taken.note]]),
    taken.photos.length ? el('section', {}, el('h2', {}, t('samplerPhotos')), el('div', { className: 'shots' },
      taken.photos.map((photo) => el('a', { href: photo.url, target: '_blank' }, el('img', { src: `${photo.url}?small=true`, alt: t(photo.purpose === 'SEALED' ? 'sealedPhoto' : 'ownPhoto') }))))) : null,
  ];
}

function lead(field) {
  const place = document.getElementById(`field-${field}`);
  place?.scrollIntoView({ block: 'center' });
  (place?.matches('input, textarea, button') ? place : place?.querySelector('input, textarea, button'))?.focus({ preventScroll: true });
}

// What the task's form offers: it is done, or it ends with a reason; and where it was claimed at a desk it may go back.
const decisions = (own) => {
  const { app, task, draft, redraw } = own;
  return el('section', { id: 'field-decision' },
    el('div', { className: 'row' }, ways(task).map((way) => el('button', {
      type: 'button', className: draft.decision === way ? 'primary' : '', 'aria-pressed': String(draft.decision === way),
      onclick: () => { draft.decision = way; redraw(); } }, t(`way.${way}`)))),
    declined(draft) ? el('p', { className: 'soft' }, t(`hint.${draft.decision}`)) : null,
    task.claimed ? el('button', { type: 'button', onclick: () => app.act(async () => { await giveBack(app, task); await app.open(null); app.send(); }) }, t('giveBack')) : null);
};

const takeOver = ({ task, draft, keep }) => el('label', { id: 'field-takeOver' }, `${t('takeOver')} ${task.heldBy}`,
  el('textarea', { rows: 2, maxLength: 500, value: draft.takeOver ?? '', oninput: (event) => { draft.takeOver = event.target.value; keep(); } }));

// The code of the address that a mark's QR code is, as the server reads it.
const code = (text) => text.trim().slice(text.trim().lastIndexOf('/') + 1).toUpperCase().replaceAll(/[-\s]/g, '');

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
  return el('section', { id: 'field-marks' }, el('h2', {}, `${t('marks')} ${count(draft, task)}`),
    el('button', { type: 'button', className: 'primary', onclick: () => app.act(async () => { await scan(add); await redraw(); }) }, t('scan')),
    el('ol', { className: 'marks' }, draft.marks.map((mark) => el('li', {}, `…${mark.slice(-8)}`))),
    el('form', { className: 'row', onsubmit: (event) => { event.preventDefault(); take(); } }, typed, el('button', { type: 'submit' }, t('add'))),
    draft.marks.length ? el('button', { type: 'button', onclick: () => { draft.marks = []; redraw(); } }, t('clear')) : null);
}

function made({ draft, keep }) {
  return el('fieldset', {},
    el('label', { id: 'field-madeAt' }, t('madeAt'), el('input', { type: 'datetime-local', value: forInput(draft.madeAt), onchange: (event) => { draft.madeAt = new Date(event.target.value).getTime(); keep(); } })),
    el('label', { id: 'field-sealNo' }, t('sealNo'), el('input', { maxLength: 40, value: draft.sealNo, autocomplete: 'off', oninput: (event) => { draft.sealNo = event.target.value; keep(); } })));
}

const ticks = ({ draft, keep }) => el('fieldset', { id: 'field-ticks' }, ['marksSeen', 'sealSeen'].map((name) => el('label', { className: 'tick' },
  el('input', { type: 'checkbox', checked: draft[name], onchange: (event) => { draft[name] = event.target.checked; keep(); } }), t(name))));

async function shots({ app, draft, redraw }, purpose, name, facing, hint) {
  const own = draft.photos.filter((photo) => photo.purpose === purpose);
  const shown = await Promise.all(own.map(async ({ sha256 }) => {
    const blob = (await photos.get(sha256))?.blob;
    return el('img', { src: blob ? URL.createObjectURL(blob) : '', alt: t(name), onload: (event) => URL.revokeObjectURL(event.target.src) });
  }));
  return el('section', { id: `field-${purpose}` }, el('h2', {}, t(name)), hint ? el('p', { className: 'soft' }, t(hint)) : null, el('div', { className: 'shots' }, shown),
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
  return el('section', { id: 'field-position' }, el('h2', {}, t('position')),
    el('p', { role: 'status', id: 'position' }, at ? where(at) : t('locating')),
    el('button', { type: 'button', onclick: () => locate(own) }, t('locate')));
}

function locate({ app, task, draft, keep, redraw }) {
  app.located.add(task.taskId);
  navigator.geolocation.getCurrentPosition(
    ({ coords, timestamp }) => {
      draft.position = { latitude: coords.latitude, longitude: coords.longitude, accuracy: Math.max(0.1, Math.round(coords.accuracy * 10) / 10), at: new Date(timestamp).toISOString() };
      keep();
      const said = document.getElementById('position');
      if (said) said.textContent = where(draft.position);
      else if (app.reviewing && app.task === task) redraw();
    },
    () => { const said = document.getElementById('position'); if (said) said.textContent = t('noPosition'); },
    { enableHighAccuracy: true, timeout: 30000, maximumAge: 0 });
}

function footer(own) {
  return el('div', { className: 'bar' },
    el('button', { type: 'button', className: 'back', onclick: () => own.app.open(null) }, t('back')),
    el('button', { type: 'button', className: 'primary', onclick: () => own.review(true) }, t('toReview')));
}
