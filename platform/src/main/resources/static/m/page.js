// Small helpers that build the screens: elements with their text, never text as markup.
import { t } from '/m/words.js';

export function el(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (attribute.startsWith('on')) made.addEventListener(attribute.slice(2), value);
    else if (attribute in made && attribute !== 'list') made[attribute] = value;
    else made.setAttribute(attribute, value === true ? '' : value);
  }
  made.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

export const facts = (pairs) => el('dl', { className: 'facts' }, pairs.filter(([, value]) => value).map(([term, value]) => [el('dt', {}, term), el('dd', {}, value)]));

const two = (number) => String(number).padStart(2, '0');
export const clock = (at) => { const time = new Date(at); return `${two(time.getMonth() + 1)}-${two(time.getDate())} ${two(time.getHours())}:${two(time.getMinutes())}`; };
export const forInput = (at) => { const time = new Date(at); return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}T${two(time.getHours())}:${two(time.getMinutes())}`; };
export const left = (milliseconds) => { const seconds = Math.max(0, Math.floor(milliseconds / 1000)); return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`; };
export const where = (at) => `${at.latitude.toFixed(6)}, ${at.longitude.toFixed(6)} ${t('accuracy')} ±${at.accuracy} m`;
