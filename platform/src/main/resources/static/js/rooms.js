// The last day of a room: temperature and humidity with their limits.
(async () => {
  const box = document.getElementById('climate');
  const say = box.dataset;
  const probe = box.appendChild(document.createElement('span'));
  const tone = (name) => { probe.style.color = `var(${name})`; return getComputedStyle(probe).color; };
  const answer = await fetch(say.day);
  if (!answer.ok) return;
  const day = await answer.json();
  if (!day.t.length) { box.textContent = say.none; return; }
  const grid = { stroke: () => tone('--tblr-border-color'), width: 1 };
  const axis = (scale, label, more) => ({ scale, label, labelSize: 22, size: 52, font: '12px system-ui', labelFont: '12px system-ui', stroke: () => tone('--tblr-secondary-color'), grid, ticks: grid, ...more });
  const limit = (value, scale, tint) => (u) => {
    if (!value) return;
    const y = u.valToPos(Number(value), scale, true);
    if (y < u.bbox.top || y > u.bbox.top + u.bbox.height) return;
    u.ctx.save();
    u.ctx.strokeStyle = tone(tint);
    u.ctx.setLineDash([6, 6]);
    u.ctx.beginPath();
    u.ctx.moveTo(u.bbox.left, y);
    u.ctx.lineTo(u.bbox.left + u.bbox.width, y);
    u.ctx.stroke();
    u.ctx.restore();
  };
  const around = (from, to, least) => (u, min, max) => {
    const low = Math.min(min, Number(from || min));
    const high = Math.max(max, Number(to || max));
    const room = Math.max(least, (high - low) * 0.1);
    return [low - room, high + room];
  };
  const clock = { time: (u, seconds) => new Date(seconds * 1000).toLocaleTimeString('zh-CN', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' }) };
  const line = (label, scale, tint) => ({ label, scale, stroke: () => tone(tint), width: 2, points: { show: false }, spanGaps: false });
  const plot = new uPlot({
    width: box.clientWidth, height: 320,
    scales: { x: { time: true }, t: { range: around(say.tfrom, say.tto, 1) }, h: { range: around(say.hfrom, say.hto, 2) } },
    axes: [
      { ...axis('x', ''), size: 36, label: undefined, values: (u, ticks) => ticks.map((tick) => clock.time(u, tick)) },
      axis('t', say.temperature), axis('h', say.humidity, { side: 1, grid: { show: false } }),
    ],
    series: [{ label: say.time, value: (u, v) => (v == null ? '—' : clock.time(u, v)) }, line(say.temperature, 't', '--jz-red'), line(say.humidity, 'h', '--jz-blue')],
    hooks: { draw: [limit(say.tfrom, 't', '--jz-red'), limit(say.tto, 't', '--jz-red'), limit(say.hfrom, 'h', '--jz-blue'), limit(say.hto, 'h', '--jz-blue')] },
  }, [day.t, day.temperature, day.humidity], box);
  new ResizeObserver(() => plot.setSize({ width: box.clientWidth, height: 320 })).observe(box);
})();
