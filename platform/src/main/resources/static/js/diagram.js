// The diagrams of a case: one viewer, filled by the tab that is chosen. The viewer's program is loaded when first needed.
(() => {
  const PROGRAM = '/vendor/bpmn/bpmn-navigated-viewer.min.js';
  const SMALLEST = 0.55; // below this, Chinese labels cannot be read: the diagram is scrolled instead of shrunk

  const program = () => (window.BpmnJS
    ? Promise.resolve()
    : new Promise((done, failed) => {
      const script = document.createElement('script');
      script.src = PROGRAM;
      script.onload = done;
      script.onerror = failed;
      document.head.append(script);
    }));

  const ids = (text) => (text || '').split(' ').filter(Boolean);

  async function show(viewer, tab) {
    const answer = await fetch(tab.dataset.src);
    if (!answer.ok) return;
    await viewer.importXML(await answer.text());
    const canvas = viewer.get('canvas');
    const registry = viewer.get('elementRegistry');
    // An open sub-process is a frame around its steps: the steps are lit, not the frame.
    const frame = (shape) => shape.type === 'bpmn:SubProcess' && !shape.collapsed;
    const shapes = (list) => ids(list).map((id) => registry.get(id)).filter((shape) => shape && !frame(shape));
    const running = shapes(tab.dataset.running);
    shapes(tab.dataset.passed).forEach((shape) => canvas.addMarker(shape, 'jz-passed'));
    running.forEach((shape) => canvas.addMarker(shape, 'jz-running'));
    place(canvas, running);
  }

  function place(canvas, running) {
    const inner = canvas.viewbox().inner;
    const box = canvas.getContainer();
    box.closest('.jz-diagram-canvas').style.setProperty('--jz-diagram-height', `${Math.min(560, Math.max(220, inner.height * fit(box, inner) + 48))}px`);
    canvas.resized();
    const scale = Math.min(1.1, Math.max(SMALLEST, fit(box, inner)));
    const width = box.clientWidth / scale;
    const height = box.clientHeight / scale;
    const lit = running[running.length - 1];
    const centre = lit && lit.width ? lit.x + lit.width / 2 : inner.x;
    const left = Math.max(inner.x - 20, Math.min(centre - width / 2, inner.x + inner.width + 20 - width));
    const whole = inner.width + 40 <= width;
    const middle = lit && lit.height ? lit.y + lit.height / 2 : inner.y;
    const top = Math.max(inner.y - 20, Math.min(middle - height / 2, inner.y + inner.height + 20 - height));
    canvas.viewbox({
      x: whole ? inner.x - (width - inner.width) / 2 : left,
      y: inner.height + 40 <= height ? inner.y - (height - inner.height) / 2 : top,
      width,
      height,
    });
  }

  const fit = (box, inner) => Math.max(SMALLEST, Math.min(1.1, (box.clientWidth - 40) / inner.width));

  async function start(section) {
    section.dataset.started = 'true';
    const tabs = [...section.querySelectorAll('[role=tab]')];
    const panel = section.querySelector('.jz-diagram-canvas');
    await program();
    // In steps larger than usual, so that they are read when a wide diagram is fitted to the page; outside them there is no room.
    const viewer = new window.BpmnJS({ container: panel, textRenderer: { defaultStyle: { fontSize: 15 }, externalStyle: { fontSize: 11 } } });
    const choose = (tab) => {
      tabs.forEach((each) => {
        each.setAttribute('aria-selected', String(each === tab));
        each.tabIndex = each === tab ? 0 : -1;
      });
      panel.setAttribute('aria-labelledby', tab.id);
      show(viewer, tab);
    };
    tabs.forEach((tab, at) => {
      tab.addEventListener('click', () => choose(tab));
      tab.addEventListener('keydown', (event) => {
        const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
        if (!step) return;
        const next = tabs[(at + step + tabs.length) % tabs.length];
        next.focus();
        choose(next);
      });
    });
    choose(tabs.find((tab) => tab.getAttribute('aria-selected') === 'true') || tabs[0]);
  }

  document.querySelectorAll('.jz-diagrams:not([data-started])').forEach((section) => {
    if (section.querySelector('[role=tab]')) start(section);
  });
})();
