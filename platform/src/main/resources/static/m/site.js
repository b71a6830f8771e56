// Which sample it is, where no order says it: chosen from what the phone was told when there last was network.
import { el } from '/m/page.js';
import { t } from '/m/words.js';

export function site(own) {
  const { app, draft, keep, redraw } = own;
  // What was remembered may be offered no more.
  if (!app.choices?.projects.some(({ code }) => code === draft.site.project)) draft.site.project = '';
  const items = app.choices?.items ?? [];
  const grades = items.find((item) => item.code === draft.site.item)?.grades ?? [];
  const written = (name, most) => el('label', { id: `field-${name}` }, t(name), el('input', { maxLength: most, value: draft.site[name], autocomplete: 'off',
    oninput: (event) => { draft.site[name] = event.target.value; keep(); } }));
  const chosen = (name, choices, then) => el('label', { id: `field-${name}` }, t(name), el('select', {
    onchange: (event) => { draft.site[name] = event.target.value; then?.(); redraw(); } },
    [el('option', { value: '' }, t('choose')), ...choices.map(({ code, name: said }) => el('option', { value: code, selected: code === draft.site[name] }, said))]));
  return el('fieldset', {}, el('p', { className: 'soft' }, t('newSampleLead')),
    chosen('project', app.choices?.projects ?? []), written('unitWorks', 100), written('part', 200),
    chosen('item', items, () => { draft.site.grade = ''; }),
    grades.length ? chosen('grade', grades) : written('grade', 60), written('batch', 60));
}

const said = (choices, code) => choices?.find((one) => one.code === code)?.name ?? code;

/** The same as it will be signed. */
export function siteFacts({ app, draft: { site: own } }) {
  const item = app.choices?.items.find((one) => one.code === own.item);
  return [[t('project'), said(app.choices?.projects, own.project)], [t('unitWorks'), own.unitWorks], [t('part'), own.part],
    [t('item'), item?.name ?? own.item], [t('grade'), said(item?.grades, own.grade)], [t('batch'), own.batch]].map(([name, value]) => [name, value || t('none')]);
}
