// What every page needs of script: theme button, CSRF for htmx, a word when the network fails.
document.addEventListener('click', (event) => {
  if (!event.target.closest('[data-theme-toggle]')) return;
  const root = document.documentElement;
  const next = root.getAttribute('data-bs-theme') === 'dark' ? 'light' : 'dark';
  localStorage.setItem('theme', next);
  root.setAttribute('data-bs-theme', next);
});

document.addEventListener('htmx:configRequest', (event) => {
  const header = document.querySelector('meta[name=csrf-header]');
  const token = document.querySelector('meta[name=csrf-token]');
  if (header && token) event.detail.headers[header.content] = token.content;
});

// A section that cannot be loaded says so where it would stand.
document.addEventListener('htmx:beforeSwap', (event) => {
  if (event.detail.isError && event.detail.requestConfig.elt.matches('.jz-lazy')) {
    event.detail.target = event.detail.requestConfig.elt;
    event.detail.swapOverride = 'innerHTML';
  }
});

// An old error must not stand above a newer success.
document.addEventListener('htmx:beforeRequest', () => document.getElementById('notices')?.replaceChildren());

document.addEventListener('htmx:sendError', () => {
  const template = document.getElementById('offline');
  if (template) document.getElementById('notices')?.replaceChildren(template.content.cloneNode(true));
});

// A whole row is a target for the mouse; the keyboard uses the link inside it.
document.addEventListener('click', (event) => {
  const row = event.target.closest('tr[data-href]');
  if (row && !event.target.closest('a,button,input,select,label') && !getSelection().toString()) {
    location.href = row.dataset.href;
  }
});

// What a form holds stays until the platform has taken it: a refusal, an ended session or a lost network is told above it. It is
// sent once: a second click would open another case.
const ready = (form, is) => form.querySelectorAll('[type=submit]').forEach((button) => { button.disabled = !is; });
// One that leaves for the sign-in is sent by the browser itself.
const isKept = (form) => form.method === 'post' && !form.target && !form.hasAttribute('hx-post') && !form.hasAttribute('data-leaves');

function tell(content) {
  document.getElementById('notices').replaceChildren(content);
  scrollTo({ top: 0, behavior: 'smooth' });
}

function toldBy(id) {
  return document.getElementById(id).content.cloneNode(true);
}

// Who signed in again in another window has another token.
let expired = false;

async function renewToken(filled) {
  const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html');
  const token = page.querySelector('meta[name=csrf-token]');
  if (token && filled.has('_csrf')) filled.set('_csrf', token.content);
}

async function send(form, filled) {
  if (expired) await renewToken(filled);
  const body = form.enctype === 'multipart/form-data' ? filled : new URLSearchParams(filled);
  const answer = await fetch(form.action, { method: 'POST', body, headers: { 'HX-Request': 'true', 'HX-Current-URL': location.href } });
  if (answer.redirected && answer.ok) {
    location.assign(answer.url);
    return true;
  }
  expired = answer.status === 401;
  if (expired) {
    tell(toldBy('expired'));
    return false;
  }
  const text = await answer.text();
  if (/<html/i.test(text)) {
    document.open();
    document.write(text);
    document.close();
    return true;
  }
  tell(document.createRange().createContextualFragment(text));
  return false;
}

document.addEventListener('submit', async (event) => {
  const form = event.target;
  if (event.defaultPrevented || !isKept(form)) return;
  event.preventDefault();
  const filled = new FormData(form, event.submitter);
  ready(form, false);
  let gone = false;
  try {
    gone = await send(form, filled);
  } catch {
    tell(toldBy('offline'));
  }
  if (!gone) ready(form, true);
});
// Whoever comes back to the page may send it again.
addEventListener('pageshow', () => document.querySelectorAll('form[method=post]').forEach((form) => ready(form, true)));

document.querySelectorAll('[data-back]').forEach((button) => {
  button.hidden = history.length < 2;
  button.addEventListener('click', () => history.back());
});

// What waits may have changed while the reader was in another tab; asking only then leaves an idle session idle.
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') document.querySelectorAll('[data-refresh]').forEach((part) => htmx.trigger(part, 'refresh'));
});
