// What a form holds stays until the platform has taken it: a refusal, an ended session or a lost network is told above it. It is
// sent once: a second click would open another case. Whatever a field is called, its form's own properties are asked of the
// attributes: a field named "method" hides the property.
const attribute = (form, name, otherwise) => form.getAttribute(name) ?? otherwise;
// One that leaves for the sign-in, or for another window, is sent by the browser itself.
const isKept = (form) => attribute(form, 'method', 'get').toLowerCase() === 'post'
  && !['target', 'hx-post', 'data-leaves'].some((name) => form.hasAttribute(name));
const buttons = (form) => [...form.elements].filter((field) => field.type === 'submit');

function hold(form) {
  buttons(form).filter((button) => !button.disabled).forEach((button) => { button.disabled = true; button.dataset.held = ''; });
}

function release(form) {
  buttons(form).filter((button) => 'held' in button.dataset).forEach((button) => { button.disabled = false; delete button.dataset.held; });
}

function tell(content) {
  document.getElementById('notices').replaceChildren(content);
  scrollTo({ top: 0, behavior: 'smooth' });
}

const toldBy = (id) => document.getElementById(id).content.cloneNode(true);
const meta = (page, name) => page.querySelector(`meta[name=${name}]`)?.content;
const parsed = (text) => new DOMParser().parseFromString(text, 'text/html');

let expired = false;

// Who signed in again in another window has another token. What one person filled in is not sent as another's.
async function renewed(filled) {
  const page = parsed(await (await fetch(location.href)).text());
  if (meta(page, 'signed-in') !== meta(document, 'signed-in')) return false;
  if (filled.has('_csrf')) filled.set('_csrf', meta(page, 'csrf-token') ?? '');
  return true;
}

// A refusal that is the page itself, with what was filled in and what is wrong with it.
function show(page) {
  ['main', '#notices'].forEach((part) => document.querySelector(part).replaceWith(document.adoptNode(page.querySelector(part))));
  document.querySelectorAll('main script[src]').forEach((script) => {
    const again = document.createElement('script');
    again.type = 'module';
    again.src = `${script.getAttribute('src')}?again=${Date.now()}`;
    script.replaceWith(again);
  });
  htmx.process(document.querySelector('main'));
  (document.querySelector('main .is-invalid, main [role=alert]') ?? document.querySelector('main')).scrollIntoView({ block: 'center' });
}

/** @returns whether the page is left */
async function send(form, filled) {
  if (expired && !await renewed(filled)) {
    tell(toldBy('somebodyElse'));
    return false;
  }
  const body = attribute(form, 'enctype', '') === 'multipart/form-data' ? filled : new URLSearchParams(filled);
  const headers = { 'HX-Request': 'true', 'HX-Current-URL': location.href };
  const answer = await fetch(attribute(form, 'action', location.href), { method: 'POST', body, headers });
  if (answer.redirected && answer.ok) {
    location.assign(answer.url);
    return true;
  }
  // Who signed in anew in another window has another token, and is refused with the old one.
  expired = [401, 403].includes(answer.status);
  if (answer.status === 401) {
    tell(toldBy('expired'));
    return false;
  }
  const text = await answer.text();
  if (/<html/i.test(text)) show(parsed(text));
  else tell(document.createRange().createContextualFragment(text));
  return false;
}

document.addEventListener('submit', async (event) => {
  const form = event.target;
  if (event.defaultPrevented || !isKept(form)) return;
  event.preventDefault();
  const filled = new FormData(form, event.submitter);
  hold(form);
  let left = false;
  try {
    left = await send(form, filled);
  } catch {
    tell(toldBy('offline'));
  }
  if (!left) release(form);
});

// Whoever comes back to a page that was left may send it again.
addEventListener('pageshow', (event) => { if (event.persisted) document.querySelectorAll('form').forEach(release); });
