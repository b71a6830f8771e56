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

document.querySelectorAll('[data-back]').forEach((button) => {
  button.hidden = history.length < 2;
  button.addEventListener('click', () => history.back());
});

// What waits may have changed while the reader was in another tab; asking only then leaves an idle session idle.
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') document.querySelectorAll('[data-refresh]').forEach((part) => htmx.trigger(part, 'refresh'));
});
