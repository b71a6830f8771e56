// What a record says, what it still lacks, and how it is signed: on the phone, now, whether there is network or not.
import { kept, key, queue, sign } from '/m/store.js';

// Whoever cannot take the sample, or objects, says why and need not show anything.
const DECLINED = ['GIVE_UP', 'OBJECT', 'CANNOT'];
export const declined = (draft) => DECLINED.includes(draft.decision);

// Of a sample whose test nobody has ordered yet its sampler says what it is.
const SITE = ['project', 'unitWorks', 'part', 'item', 'grade'];
export const emptySite = () => ({ project: '', unitWorks: '', part: '', item: '', grade: '', batch: '' });

const FRESH = 15 * 60000;
/** Where the phone is, as the server takes it: not where it was when a draft was begun. */
export const isFresh = (position) => Boolean(position) && Date.now() - Date.parse(position.at) < FRESH;

/** Names of the fields that have to be filled still, in the order of the screen. */
export function lacking({ task, draft }) {
  const takeOver = task.heldBy && !draft.takeOver?.trim() && 'takeOver';
  if (declined(draft)) return [takeOver, !draft.note.trim() && 'note'].filter(Boolean);
  const has = (purpose) => draft.photos.some((photo) => photo.purpose === purpose);
  return [
    takeOver,
    ...(task.site ? SITE.filter((field) => !draft.site[field]?.trim()) : []),
    draft.marks.length < (task.count ?? 1) && 'marks',
    task.kind === 'TAKE' && !Number.isFinite(draft.madeAt) && 'madeAt',
    task.kind === 'TAKE' && !draft.sealNo.trim() && 'sealNo',
    task.kind === 'WITNESS' && !(draft.marksSeen && draft.sealSeen) && 'ticks',
    !has('SEALED') && 'SEALED', !has('PERSON') && 'PERSON', !isFresh(draft.position) && 'position',
  ].filter(Boolean);
}

function form({ task, draft }) {
  if (declined(draft)) return { decision: draft.decision, note: draft.note };
  return task.kind === 'TAKE'
    ? { decision: 'TAKE', madeAt: new Date(draft.madeAt).toISOString(), marks: draft.marks.join('\n'), sealNo: draft.sealNo, note: draft.note }
    : { decision: draft.decision, note: draft.note, marksSeen: draft.marksSeen, sealSeen: draft.sealSeen };
}

// What a case of an earlier diagram asks stands in its form: the phone offers that and nothing else.
const WAYS = { TAKE: ['TAKE', 'GIVE_UP'], WITNESS: ['CONFIRM', 'OBJECT', 'CANNOT'] };
export const ways = (task) => (task.ahead ? [] : WAYS[task.kind].filter((way) => !task.ways || task.ways.includes(way)));

/** Signs the task back to one's colleagues. */
export const giveBack = (app, task) => sealed(app, task, { form: {}, marks: [], photos: [], position: null, giveBack: true, takeOver: null }, null);

export const enter = ({ app, task, draft }) => sealed(app, task, {
  form: form({ task, draft }), marks: task.kind === 'WITNESS' && !declined(draft) ? draft.marks : [],
  site: task.site ? draft.site : null,
  photos: declined(draft) ? [] : draft.photos, prompt: declined(draft) ? null : draft.prompt ?? null, position: draft.position, takeOver: task.heldBy ? draft.takeOver : null,
}, draft);

// These bytes are what the server keeps.
async function sealed(app, task, said, draft) {
  const { thumbprint } = await key();
  const contact = await kept.get('contact');
  const id = crypto.randomUUID();
  const body = JSON.stringify({
    id, kind: task.kind, caseId: task.caseId, taskId: task.ahead || task.site || task.unordered ? null : task.taskId, unordered: task.unordered ?? null, ...said,
    proof: { at: new Date().toISOString(), contact: contact?.username === app.me.username ? contact.token : null, phone: thumbprint },
  });
  await queue.enter({ id, username: app.me.username, taskId: task.taskId, caseId: task.caseId, kind: task.kind, label: task.label, ordered: !(task.site || task.unordered), givenBack: Boolean(said.giveBack), state: 'WAITING', reason: null, at: Date.now(),
    body, signature: await sign(body), photos: [...new Set(said.photos.map((photo) => photo.sha256))], draft }, task.taskId);
}
