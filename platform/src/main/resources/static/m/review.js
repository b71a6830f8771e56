// Before the signature: everything that will be signed on one screen, and what is missing, each leading to its field.
import { el, facts, clock, where } from '/m/page.js';
import { kept, photos } from '/m/store.js';
import { declined, enter, lacking } from '/m/entry.js';
import { siteFacts } from '/m/site.js';
import { t } from '/m/words.js';

const PICTURES = { SEALED: 'sealedPhoto', PERSON: 'ownPhoto', TURNED: 'turnedPhoto' };
const ASKED = { note: 'reason', SEALED: 'sealedPhoto', PERSON: 'ownPhoto', marks: 'all_marks', takeOver: 'takeOverAsked' };

export async function review(own) {
  const { task, draft } = own;
  const left = lacking(own);
  return [
    el('h2', { id: 'review' }, `${t('review')} ${t(task.site ? 'newSample' : task.kind)} ${task.label}`),
    el('p', { className: 'soft' }, t('reviewLead')),
    missing(own, left),
    el('section', { className: 'card' }, facts([
      [t('decision'), t(`way.${draft.decision}`)],
      ...(task.ordered ? [[t('project'), task.ordered.project], [t('place'), task.ordered.place], [t('sample'), `${task.ordered.sample} × ${task.count}`]] : []),
      ...(task.site ? siteFacts(own) : []),
      ...(task.heldBy ? [[t('takeOverAsked'), draft.takeOver || t('none')]] : []),
      ...(declined(draft) ? [] : entered(own)),
      [t('position'), draft.position ? `${where(draft.position)}（${clock(draft.position.at)}）` : t('none')],
      [declined(draft) ? t('reason') : t('note'), draft.note.trim() || t('none')],
    ])),
    ...(declined(draft) ? [] : [marks(draft), await pictures(draft)]),
    el('div', { className: 'bar' },
      el('button', { type: 'button', onclick: () => own.review(false) }, t('change')),
      el('button', { type: 'button', className: 'primary', disabled: left.length > 0, onclick: (event) => own.app.act(() => finish(own, event.target)) }, t('send'))),
  ];
}

const entered = ({ task, draft }) => [
  ...(task.kind === 'TAKE'
    ? [[t('madeAt'), Number.isFinite(draft.madeAt) ? clock(draft.madeAt) : t('none')], [t('sealNo'), draft.sealNo.trim() || t('none')]]
    : [[t('ticks'), [draft.marksSeen && t('marksSeen'), draft.sealSeen && t('sealSeen')].filter(Boolean).join('；') || t('none')]]),
];

function missing(own, left) {
  if (left.length === 0) return null;
  return el('section', { className: 'card missing', role: 'alert' }, el('h3', {}, t('missing')),
    left.map((field) => el('button', { type: 'button', 'data-field': field, onclick: () => own.review(false, field) }, t(field === 'position' && own.draft.position ? 'oldPosition' : ASKED[field] ?? field))));
}

const marks = (draft) => el('section', {}, el('h2', {}, `${t('marks')} ${draft.marks.length}`),
  el('ol', { className: 'marks' }, draft.marks.map((mark) => el('li', {}, mark))));

async function pictures(draft) {
  const shown = async ({ sha256, purpose }) => {
    const name = t(PICTURES[purpose]);
    const blob = (await photos.get(sha256))?.blob;
    const picture = el('img', { src: blob ? URL.createObjectURL(blob) : '', alt: name, onload: (event) => URL.revokeObjectURL(event.target.src) });
    return purpose === 'TURNED' ? picture : el('figure', {}, picture, el('figcaption', {}, name));
  };
  const of = (turned) => Promise.all(draft.photos.filter(({ purpose }) => (purpose === 'TURNED') === turned).map(shown));
  const [taken, turned] = [await of(false), await of(true)];
  return el('section', {}, el('h2', {}, t('photos')), taken.length ? el('div', { className: 'shots large' }, taken) : el('p', { className: 'soft' }, t('none')),
    turned.length ? [el('p', { className: 'soft' }, t('turnedPhoto')), el('div', { className: 'shots' }, turned)] : null);
}

// Pressed twice it is signed once.
async function finish(own, button) {
  if (button.disabled || lacking(own).length) return;
  button.disabled = true;
  await enter(own);
  // The next sample is of the same site as a rule.
  if (own.task.site) await kept.put('site', { project: own.draft.site.project, unitWorks: own.draft.site.unitWorks });
  await own.app.open(null);
  own.app.send();
}
