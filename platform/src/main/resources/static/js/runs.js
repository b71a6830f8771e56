// The force-time curve of a run: drawn live from its stream, replayed once it is sealed.
(() => {
  const box = document.getElementById('curve');
  const say = box.dataset;
  const show = (id, text) => { document.getElementById(id).textContent = text; };
  const probe = box.appendChild(document.createElement('span'));
  const tone = (name) => { probe.style.color = `var(${name})`; return getComputedStyle(probe).color; };
  const TONES = ['--jz-blue', '--jz-amber', '--jz-green', '--jz-grey', '--jz-red', '--tblr-primary'];

  const axis = (label) => ({
    label, labelSize: 22, size: 46, font: '12px system-ui', labelFont: '12px system-ui',
    stroke: () => tone('--tblr-secondary-color'),
    grid: { stroke: () => tone('--tblr-border-color'), width: 1 }, ticks: { stroke: () => tone('--tblr-border-color'), width: 1 },
  });
  const line = (label, index) => ({ label, stroke: () => tone(TONES[index % TONES.length]), width: 2, spanGaps: true, points: { show: false }, value: (u, v) => (v == null ? '—' : `${v.toFixed(3)} kN`) });
  const height = () => Math.round(Math.max(240, Math.min(440, innerHeight * 0.5)));

  // Marks of yield, and points that are being picked: the section below the curve says which.
  const section = () => document.getElementById('marked');
  const marks = () => JSON.parse(section()?.dataset.marks ?? '[]');
  const picks = [];
  const mark = (u, time, force, label, tint, shape) => {
    const x = u.valToPos(time, 'x', true);
    const y = u.valToPos(force, 'y', true);
    if (x < u.bbox.left || x > u.bbox.left + u.bbox.width) return;
    const size = 6 * devicePixelRatio;
    u.ctx.save();
    u.ctx.strokeStyle = tint;
    u.ctx.fillStyle = tint;
    u.ctx.lineWidth = 2 * devicePixelRatio;
    u.ctx.textAlign = 'left';
    u.ctx.font = `${12 * devicePixelRatio}px system-ui`;
    u.ctx.beginPath();
    if (shape === 'circle') u.ctx.arc(x, y, size, 0, 2 * Math.PI);
    else { u.ctx.moveTo(x, y - size); u.ctx.lineTo(x + size, y); u.ctx.lineTo(x, y + size); u.ctx.lineTo(x - size, y); u.ctx.closePath(); }
    u.ctx.stroke();
    u.ctx.fillText(label, x + 1.6 * size, label.startsWith('ReH') ? y - 1.4 * size : y + (shape === 'circle' ? 4.4 : 2.4) * size);
    u.ctx.restore();
  };
  const paint = (u) => {
    marks().forEach((m) => mark(u, m.millis / 1000, m.kilonewtons, `${m.label} ${m.kilonewtons.toFixed(3)}`, tone(m.manual ? '--jz-amber' : '--tblr-secondary-color'), m.manual ? 'diamond' : 'circle'));
    picks.forEach((p) => mark(u, p.time, p.force, p.label, tone('--jz-red'), 'diamond'));
  };

  let plot;
  const draw = (names, data, overs) => {
    plot?.destroy();
    plot = new uPlot({
      width: box.clientWidth, height: height(), cursor: { drag: { x: true, y: false } },
      scales: { x: { time: false }, y: { range: (u, min, max) => [Math.min(0, min ?? 0), Math.max(1, (max ?? 1) * 1.05)] } },
      axes: [axis(`${say.time} s`), { ...axis(`${say.force} kN`), size: 56 }],
      series: [{ label: say.time, value: (u, v) => (v == null ? '—' : `${v.toFixed(2)} s`) }, ...names.map(line)],
      hooks: { draw: [paint] },
      ...overs,
    }, data, box);
  };
  new ResizeObserver(() => plot?.setSize({ width: box.clientWidth, height: height() })).observe(box);
  new MutationObserver(() => plot?.redraw()).observe(document.documentElement, { attributeFilter: ['data-bs-theme'] });

  const live = () => {
    const chunks = new Map();
    const lost = document.getElementById('lost');
    const ahead = Date.now() - Number(say.now);
    let last = '';
    let peak = -Infinity;
    let drawn = 0;
    let pending = false;
    draw([say.own], [[], []]);

    const columns = () => {
      const points = [...chunks.keys()].sort((a, b) => a - b).flatMap((seq) => { const c = chunks.get(seq); return c.t.map((t, i) => [t / 1000, c.kN[i]]); });
      points.sort((a, b) => a[0] - b[0]);
      return [points.map((p) => p[0]), points.map((p) => p[1])];
    };
    const refresh = () => {
      pending = false;
      const [t, kN] = columns();
      drawn = t.length;
      plot.setData([t, kN]);
      if (drawn) { show('force', kN[drawn - 1].toFixed(1)); show('peak', peak.toFixed(1)); }
    };
    const rate = (now) => {
      if (!now) return;
      show('rate', now.value);
      show('rate-unit', now.unit);
      const standing = document.getElementById('rate-standing');
      standing.hidden = !now.standing;
      if (now.standing) {
        standing.className = `jz-state ${now.standing === 'WITHIN' ? 'jz-passed' : 'jz-waiting'}`;
        standing.textContent = say[now.standing.toLowerCase()];
      }
    };
    const connect = () => {
      const source = new EventSource(last ? `${say.live}?after=${last}` : say.live);
      source.onopen = () => { lost.hidden = true; };
      source.addEventListener('points', (event) => {
        last = event.lastEventId;
        const news = JSON.parse(event.data);
        news.chunks.forEach((c) => { if (!chunks.has(c.seq)) { chunks.set(c.seq, c); c.kN.forEach((v) => { if (v > peak) peak = v; }); } });
        rate(news.rate);
        if (!pending) { pending = true; requestAnimationFrame(refresh); }
      });
      source.addEventListener('state', (event) => {
        const { state } = JSON.parse(event.data);
        if (state === say.state) return;
        // What somebody is typing is not thrown away; the stream has ended or goes on.
        if (document.getElementById('reason')?.value) { say.state = state; return; }
        source.close();
        location.reload();
      });
      source.onerror = () => {
        lost.hidden = false;
        if (source.readyState === EventSource.CLOSED) setTimeout(connect, 3000);
      };
      addEventListener('pagehide', () => source.close());
    };
    connect();
    if (say.begun) setInterval(() => show('elapsed', ((Date.now() - ahead - Number(say.begun)) / 1000).toFixed(1)), 200);
  };

  const replay = async () => {
    const load = async (url) => { const answer = await fetch(url); if (!answer.ok) throw new Error(answer.status); const c = await answer.json(); return { t: c.t.map((ms) => ms / 1000), kN: c.kN }; };
    let own;
    try { own = await load(say.points); } catch { box.textContent = say.failed; return; }
    const overlays = new Map();
    const play = document.getElementById('play');
    const scrub = document.getElementById('scrub');
    const end = own.t.length ? own.t[own.t.length - 1] : 0;
    let at = end;
    let before = null;

    // The last point that is not later.
    const upTo = (time) => { let low = 0; let high = own.t.length; while (low < high) { const middle = (low + high) >> 1; if (own.t[middle] <= time) low = middle + 1; else high = middle; } return low; };
    // A straight line through the last two seconds, for the eye; what counts is worked out on the server.
    const rateAt = (index) => {
      let from = index - 1;
      while (from > 0 && own.t[index - 1] - own.t[from] < 2) from -= 1;
      const n = index - from;
      if (n < 2) return null;
      let st = 0, sf = 0, stt = 0, stf = 0;
      for (let i = from; i < index; i += 1) { const t = own.t[i] - own.t[from]; st += t; sf += own.kN[i]; stt += t * t; stf += t * own.kN[i]; }
      const spread = n * stt - st * st;
      return spread === 0 ? null : (n * stf - st * sf) / spread;
    };
    const data = (index) => uPlot.join([[own.t.slice(0, index), own.kN.slice(0, index)], ...[...overlays.values()].map((o) => [o.t, o.kN])]);
    const values = (index) => {
      show('elapsed', at.toFixed(2));
      show('force', index ? own.kN[index - 1].toFixed(3) : '—');
      const rate = rateAt(index);
      const loaded = rate == null || rate < 0 ? null : rate * (say.area ? 1000 / Number(say.area) : 1);
      show('rate', loaded == null ? '—' : loaded.toFixed(2));
      show('rate-unit', say.area ? 'MPa/s' : 'kN/s');
    };
    const move = (time) => {
      at = Math.max(0, Math.min(end, time));
      const index = upTo(at);
      scrub.value = end ? Math.round((at / end) * 1000) : 1000;
      plot.setData(data(index), false);
      plot.redraw(false);
      values(index);
    };
    const rebuild = () => {
      draw([say.own, ...overlays.keys()], uPlot.join([[own.t, own.kN], ...[...overlays.values()].map((o) => [o.t, o.kN])]));
      move(at);
    };

    const button = (playing) => {
      const text = play.querySelector('span');
      play.setAttribute('aria-pressed', playing);
      play.querySelector('i').className = `ti ti-player-${playing ? 'pause' : 'play'}`;
      text.textContent = playing ? text.dataset.pause : text.dataset.play;
    };
    const frame = (now) => {
      if (before === null) return;
      const next = at + ((now - before) / 1000) * Number(document.getElementById('speed').value);
      before = now;
      move(next);
      if (at >= end) { before = null; button(false); } else requestAnimationFrame(frame);
    };
    play.addEventListener('click', () => {
      if (before !== null) { before = null; button(false); return; }
      if (at >= end) at = 0;
      before = performance.now();
      button(true);
      requestAnimationFrame(frame);
    });
    scrub.addEventListener('input', () => move((scrub.value / 1000) * end));
    document.querySelectorAll('[data-zoom]').forEach((zoom) => zoom.addEventListener('click', () => {
      const { min, max } = plot.scales.x;
      if (zoom.dataset.zoom === 'whole') { rebuild(); return; }
      const half = ((max - min) / 2) * (zoom.dataset.zoom === 'in' ? 0.5 : 2);
      const middle = zoom.dataset.zoom === 'in' ? Math.min(max, Math.max(min, at)) : (min + max) / 2;
      plot.setScale('x', { min: Math.max(0, middle - half), max: Math.min(Math.max(end, max), middle + half) });
    }));
    document.querySelectorAll('[data-overlay]').forEach((check) => check.addEventListener('change', async () => {
      if (check.checked) {
        try { overlays.set(check.dataset.name, await load(check.value)); } catch { check.checked = false; }
      } else {
        overlays.delete(check.dataset.name);
      }
      rebuild();
    }));
    // Picking: the number of the point is sent, nothing of what it measured.
    let picking = null;
    const input = (which) => document.querySelector(`#marked input[name="${which}"]`);
    const picked = () => {
      picks.length = 0;
      [['upper', 'ReH'], ['lower', 'ReL']].forEach(([which, label]) => {
        const out = document.querySelector(`[data-picked="${which}"]`);
        const index = Number(input(which)?.value) - 1;
        const there = Number.isInteger(index) && index >= 0 && index < own.t.length;
        if (out) out.textContent = there ? `${own.t[index].toFixed(3)} s　${own.kN[index].toFixed(3)} kN` : '';
        if (there) picks.push({ time: own.t[index], force: own.kN[index], label });
      });
      plot.redraw(false);
    };
    const pick = (which) => {
      picking = which;
      document.querySelectorAll('[data-pick]').forEach((each) => each.setAttribute('aria-pressed', each.dataset.pick === picking));
      document.querySelectorAll('[data-pick]').forEach((each) => each.classList.toggle('active', each.dataset.pick === picking));
    };
    document.addEventListener('click', (event) => {
      const asked = event.target.closest('[data-pick]');
      if (asked) {
        pick(asked.dataset.pick === picking ? null : asked.dataset.pick);
        if (picking) box.scrollIntoView({ block: 'center', behavior: 'smooth' });
      }
    });
    box.addEventListener('click', () => {
      if (!picking || plot.cursor.left < 0) return;
      const time = plot.posToVal(plot.cursor.left, 'x');
      const after = upTo(time);
      const nearer = after > 0 && (after >= own.t.length || time - own.t[after - 1] <= own.t[after] - time);
      input(picking).value = (nearer ? after - 1 : after) + 1;
      pick(null);
      picked();
    });
    document.addEventListener('input', (event) => { if (event.target.closest('#marked')) picked(); });
    document.addEventListener('htmx:afterSettle', picked);
    rebuild();
  };

  if (say.live) live(); else replay();
})();
