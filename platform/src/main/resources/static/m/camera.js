// The camera inside the app: QR codes in one go, and photos that were just taken and not chosen from an album.
import { el } from '/m/page.js';
import { frame, qrReader } from '/m/qr.js';
import { t } from '/m/words.js';

const wait = (milliseconds) => new Promise((next) => setTimeout(next, milliseconds));

// A camera that has shown nothing by then is asked for once more: another app may have held it, or it has fallen asleep.
const PATIENCE = 10000;
const WANTED = { width: { ideal: 1920 }, height: { ideal: 1080 } };

const end = (stream) => stream?.getTracks().forEach((track) => track.stop());

function within(work, late, patience = PATIENCE) {
  let clock;
  const out = new Promise((ignored, failed) => { clock = setTimeout(() => { failed(new Error(t('noPicture'))); late?.(); }, patience); });
  return Promise.race([work, out]).finally(() => clearTimeout(clock));
}

// Whoever is still asked whether the camera may be used may take their time.
const allowed = async () => (await navigator.permissions?.query({ name: 'camera' }).catch(() => null))?.state === 'granted';

async function ask(facing) {
  const asked = navigator.mediaDevices.getUserMedia({ audio: false, video: { facingMode: facing, ...WANTED } })
    .catch(() => { throw new Error(t('noCamera')); });
  return (await allowed()) ? within(asked, () => asked.then(end, () => {})) : asked;
}

class Camera {
  constructor(facing, hint, buttons) {
    this.facing = facing;
    this.said = el('p', { role: 'status' }, hint);
    this.video = el('video', { playsInline: true, muted: true, autoplay: true });
    this.dialog = el('dialog', { className: facing === 'user' ? 'camera self' : 'camera' }, el('div', {}, this.said, this.video, el('div', { className: 'row' }, buttons)));
    this.moved = { to: -1, at: 0 };
    this.open = true;
    document.body.append(this.dialog);
    this.dialog.showModal();
  }

  async start() {
    for (let tries = 2; ; tries -= 1) {
      try {
        const stream = await ask(this.facing);
        if (!this.open) { end(stream); return; }
        end(this.video.srcObject);
        this.video.srcObject = stream;
        await within(this.video.play());
        this.moved = { to: -1, at: Date.now() };
        return;
      } catch (fault) {
        if (!this.open) return;
        if (tries === 1) { this.stop(); throw fault; }
      }
    }
  }

  // A picture that stands still for that long is none.
  async revive() {
    const { currentTime } = this.video;
    if (currentTime !== this.moved.to) this.moved = { to: currentTime, at: Date.now() };
    else if (Date.now() - this.moved.at > PATIENCE) await this.start();
  }

  stop() {
    if (!this.open) return;
    this.open = false;
    end(this.video.srcObject);
    this.dialog.close();
    this.dialog.remove();
  }
}

let reading = null;

// What was not fetched is tried again the next time it is wanted.
function reader() {
  reading ??= within(qrReader(), null, 3 * PATIENCE).catch(() => { reading = null; throw new Error(t('noReader')); });
  return reading;
}

/**
 * @param onCode called with each code that is read; answers what to say, as { text, all }: all of them are there
 */
export async function scan(onCode) {
  const finish = el('button', { type: 'button', onclick: () => camera.stop() }, t('done'));
  const camera = new Camera('environment', t('aim'), [finish]);
  camera.dialog.addEventListener('cancel', () => camera.stop());
  try {
    const read = await reader();
    await camera.start();
    while (camera.open) {
      for (const code of camera.video.videoWidth ? await read(frame(camera.video, 1280)) : []) {
        if (!camera.open) return;
        const { text, all, fresh } = onCode(code);
        camera.said.textContent = text;
        if (fresh) navigator.vibrate?.(60);
        if (all) camera.stop();
      }
      await wait(120);
      if (camera.open) await camera.revive();
    }
  } finally {
    camera.stop();
  }
}

const jpeg = (canvas) => new Promise((made) => canvas.toBlob(made, 'image/jpeg', 0.85));

// Whoever was photographed turns their head, as no picture of them can: a few small photos on the way show it.
const TURNED = { photos: 4, apart: 800, side: 640 };

async function turned(camera, turn) {
  camera.dialog.classList.add(turn);
  camera.dialog.querySelector('.row').hidden = true;
  camera.said.textContent = t(`turn.${turn}`);
  navigator.vibrate?.(120);
  const photos = [];
  while (photos.length < TURNED.photos) {
    await wait(TURNED.apart);
    photos.push(await jpeg(frame(camera.video, TURNED.side)));
  }
  return photos;
}

/**
 * @param turn to which side whoever is photographed then turns their head; without it nobody is asked to
 * @returns the photo as a JPEG, and those of the turned head; or null where none was taken
 */
export async function shoot(facing, turn) {
  let decide;
  const decided = new Promise((resolve) => { decide = resolve; });
  const shutter = el('button', { type: 'button', className: 'primary', disabled: true, onclick: () => decide(true) }, t('shoot'));
  const camera = new Camera(facing, facing === 'user' ? t('ownPhoto') : t('sealedPhoto'), [
    el('button', { type: 'button', onclick: () => decide(false) }, t('close')), shutter]);
  camera.dialog.addEventListener('cancel', () => decide(false));
  try {
    const started = camera.start().then(() => { shutter.disabled = false; });
    if (!(await Promise.race([decided, started.then(() => decided)]))) return null;
    const photo = await jpeg(frame(camera.video, 4096));
    return { photo, turned: turn ? await turned(camera, turn) : [] };
  } finally {
    camera.stop();
  }
}
