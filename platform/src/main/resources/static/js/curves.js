// The force-time curves of a sample, one over the other; each can be taken away.
(() => {
  const box = document.getElementById('curves');
  if (!box) return;
  const probe = box.appendChild(document.createElement('span'));
  const tone = (name) => { probe.style.color = `var(${name})`; return getComputedStyle(probe).color; };
  const TONES = ['--jz-blue', '--jz-amber', '--jz-green', '--jz-grey', '--jz-red', '--tblr-primary'];
  const checks = [...document.querySelectorAll('[data-points]')];
  const height = () => Math.round(Math.max(220, Math.min(360, innerHeight * 0.5)));
  const axis = (label) => ({
    label, labelSize: 22, size: 46, font: '12px system-ui', labelFont: '12px system-ui',
    stroke: () => tone('--tblr-secondary-color'),
    grid: { stroke: () => tone('--tblr-border-color'), width: 1 }, ticks: { stroke: () => tone('--tblr-border-color'), width: 1 },
  });
  const load = async (check) => {
    const answer = await fetch(check.dataset.points);
    if (!answer.ok) throw new Error(answer.status);
    const points = await answer.json();
    return [points.t.map((ms) => ms / 1000), points.kN];
  };
  let plot;
  const draw = async () => {
    const loaded = await Promise.all(checks.map((check) => load(check).catch(() => { check.disabled = true; check.checked = false; return null; })));
    const shown = checks.map((check, i) => ({ check, points: loaded[i] })).filter((one) => one.points);
    plot = new uPlot({
      width: box.clientWidth, height: height(), cursor: { drag: { x: true, y: false } },
      scales: { x: { time: false }, y: { range: (u, min, max) => [Math.min(0, min ?? 0), Math.max(1, (max ?? 1) * 1.05)] } },
      axes: [axis(`${box.dataset.time} s`), { ...axis(`${box.dataset.force} kN`), size: 56 }],
      series: [
        { label: box.dataset.time, value: (u, v) => (v == null ? '—' : `${v.toFixed(2)} s`) },
        ...shown.map((one, i) => ({ label: one.check.dataset.name, stroke: () => tone(TONES[i % TONES.length]), width: 2, spanGaps: true, points: { show: false }, value: (u, v) => (v == null ? '—' : `${v.toFixed(3)} kN`) })),
      ],
    }, shown.length ? uPlot.join(shown.map((one) => one.points)) : [[]], box);
    shown.forEach((one, i) => one.check.addEventListener('change', () => plot.setSeries(i + 1, { show: one.check.checked })));
  };
  new ResizeObserver(() => plot?.setSize({ width: box.clientWidth, height: height() })).observe(box);
  draw();
})();
