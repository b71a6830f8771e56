// 收样扫描: a scanner that types like a keyboard, the camera, or somebody typing: each code is checked by the server by itself.
const counter = document.getElementById('counter');
const field = document.getElementById('code');
const told = counter.querySelector('[data-told]');
const word = counter.querySelector('[data-word]');
const words = counter.querySelector('[data-words]');
const log = counter.querySelector('[data-log]');
const video = counter.querySelector('[data-video]');
const camera = counter.querySelector('[data-camera]');
const AGAIN_AFTER_MS = 2500;
let audio;
let turn = Promise.resolve();

function sound(right) {
  audio ??= new AudioContext();
  const tone = audio.createOscillator();
  const loud = audio.createGain();
  tone.frequency.value = right ? 1320 : 220;
  tone.type = right ? 'sine' : 'square';
  loud.gain.value = 0.15;
  tone.connect(loud).connect(audio.destination);
  tone.start();
  tone.stop(audio.currentTime + (right ? 0.12 : 0.5));
}

function tell(right, text) {
  told.classList.toggle('jz-right', right);
  told.classList.toggle('jz-wrong', !right);
  told.querySelector('.ti').className = right ? 'ti ti-circle-check' : 'ti ti-circle-x';
  word.textContent = right ? word.dataset.right : word.dataset.wrong;
  words.textContent = text;
  const line = document.createElement('li');
  line.className = `list-group-item py-1 ${right ? 'text-success' : 'text-danger'}`;
  line.textContent = `${right ? '✓' : '✗'} ${text}`;
  log.prepend(line);
  sound(right);
}

// One after the other: a scanner is faster than the network, and none of what it read may be lost.
function check(code) {
  turn = turn.then(() => ask(code)).catch(() => tell(false, counter.dataset.offline));
}

async function ask(code) {
  const header = document.querySelector('meta[name=csrf-header]').content;
  const token = document.querySelector('meta[name=csrf-token]').content;
  const answer = await fetch(counter.dataset.url, {
    method: 'POST',
    headers: { [header]: token, Accept: 'application/json' },
    body: new URLSearchParams({ code, case: counter.dataset.case ?? '' }),
  });
  if (!answer.ok || !answer.headers.get('Content-Type')?.includes('json')) throw new Error(String(answer.status));
  const scan = await answer.json();
  tell(scan.right, scan.words);
  if (scan.caseId && (scan.right || !counter.dataset.case)) {
    counter.dataset.case = scan.caseId;
    await htmx.ajax('GET', `/receipts/${scan.caseId}`, { target: '#sample', swap: 'innerHTML' });
  }
}

counter.querySelector('[data-scan]').addEventListener('submit', (event) => {
  event.preventDefault();
  const code = field.value.trim();
  field.value = '';
  field.focus();
  if (code) check(code);
});

async function watch(stream) {
  const { frame, qrReader } = await import('/m/qr.js');
  const read = await qrReader();
  let last;
  let at = 0;
  while (stream.active) {
    const code = video.readyState >= 2 ? (await read(frame(video, 1280)))[0] : undefined;
    // The same label stays before the lens for a while.
    if (code && (code !== last || Date.now() - at > AGAIN_AFTER_MS)) {
      check(code);
      at = Date.now();
    }
    last = code ?? last;
    await new Promise((next) => setTimeout(next, 150));
  }
}

camera.addEventListener('click', async () => {
  if (video.srcObject) {
    video.srcObject.getTracks().forEach((track) => track.stop());
    video.srcObject = null;
    video.hidden = true;
    camera.setAttribute('aria-pressed', 'false');
    return;
  }
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
    video.srcObject = stream;
    video.hidden = false;
    camera.setAttribute('aria-pressed', 'true');
    await video.play();
    await watch(stream);
  } catch {
    tell(false, counter.dataset.noCamera);
  }
});
