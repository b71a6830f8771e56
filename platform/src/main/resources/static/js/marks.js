// The sheet of marks: print it, or take the codes along as text, one a line as a scanner would give them.
document.addEventListener('click', async (event) => {
  if (event.target.closest('[data-print]')) window.print();
  const copy = event.target.closest('[data-copy-marks]');
  if (!copy) return;
  const codes = [...document.querySelectorAll('[data-mark]')].map((code) => code.dataset.mark).join('\n');
  await navigator.clipboard.writeText(codes);
  copy.querySelector('span').textContent = copy.dataset.done;
});
