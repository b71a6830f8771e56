// The wall shows what is true now, while somebody looks at it.
setInterval(async () => {
  if (document.visibilityState !== 'visible') return;
  try {
    const answer = await fetch(location.href, { headers: { 'HX-Request': 'true' } });
    if (answer.redirected || answer.status === 401) location.reload();
    if (!answer.ok) return;
    const cards = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('wall');
    if (cards) document.getElementById('wall').replaceWith(cards);
    document.getElementById('notices').replaceChildren();
  } catch {
    document.getElementById('notices').replaceChildren(document.getElementById('offline').content.cloneNode(true));
  }
}, 2000);
