// The camera inside the app: QR codes in one go, and photos that were just taken and not chosen from an album.
import { el } from '/m/page.js';
import { t } from '/m/words.js';

async function open(facing, hint, buttons) {
  const video = el('video', { playsInline: true, muted: true, autoplay: true });
  const said = el('p', { role: 'status' }, hint);
  const dialog = el('dialog', { className: 'camera' }, el('div', {}, said, video, el('div', { className: 'row' }, buttons)));
  let stream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({ audio: false, video: { facingMode: facing, width: { ideal: 1920 }, height: { ideal: 1080 } } });
  } catch {
    throw new Error(t('noCamera'));
  }
  video.srcObject = stream;
  document.body.append(dialog);
  dialog.showModal();
  await video.play();
  return { video, said, dialog, stop: () => { stream.getTracks().forEach((track) => track.stop()); dialog.close(); dialog.remove(); } };
}

function frame(video, largest) {
  const scale = Math.min(1, largest / Math.max(video.videoWidth, video.videoHeight));
  const canvas = el('canvas', { width: Math.round(video.videoWidth * scale), height: Math.round(video.videoHeight * scale) });
  canvas.getContext('2d', { willReadFrequently: true }).drawImage(video, 0, 0, canvas.width, canvas.height);
  return canvas;
}

let zxing = null;
async function reader() {
  if ('BarcodeDetector' in window && (await BarcodeDetector.getSupportedFormats()).includes('qr_code')) {
    const detector = new BarcodeDetector({ formats: ['qr_code'] });
    return async (canvas) => (await detector.detect(canvas)).map((code) => code.rawValue);
  }
  zxing ??= new Promise((loaded, failed) => document.head.append(el('script', { src: '/vendor/zxing/index.min.js', onload: loaded, onerror: failed })));
  await zxing;
  const { QRCodeReader, BinaryBitmap, HybridBinarizer, RGBLuminanceSource } = window.ZXing;
  const qr = new QRCodeReader();
  return async (canvas) => {
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    const grey = new Uint8ClampedArray(canvas.width * canvas.height);
    for (let i = 0, p = 0; i < grey.length; i += 1, p += 4) grey[i] = (data[p] * 77 + data[p + 1] * 151 + data[p + 2] * 28) >> 8;
    try {
      return [qr.decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(grey, canvas.width, canvas.height)))).getText()];
    } catch {
      return []; // no code in this frame
    }
  };
}

/**
 * @param onCode called with each code that is read; answers what to say, as { text, all }: all of them are there
 */
export async function scan(onCode) {
  const read = await reader();
  let going = true;
  const camera = await open('environment', t('aim'), [el('button', { type: 'button', onclick: () => { going = false; } }, t('done'))]);
  camera.dialog.addEventListener('cancel', () => { going = false; });
  while (going) {
    for (const code of await read(frame(camera.video, 1280))) {
      const { text, all, fresh } = onCode(code);
      camera.said.textContent = text;
      if (fresh) navigator.vibrate?.(60);
      if (all) going = false;
    }
    await new Promise((next) => setTimeout(next, 120));
  }
  camera.stop();
}

/** @returns the photo as a JPEG, or null where none was taken */
export async function shoot(facing) {
  let decide;
  const decided = new Promise((resolve) => { decide = resolve; });
  const camera = await open(facing, facing === 'user' ? t('ownPhoto') : t('sealedPhoto'), [
    el('button', { type: 'button', onclick: () => decide(false) }, t('close')),
    el('button', { type: 'button', className: 'primary', onclick: () => decide(true) }, t('shoot'))]);
  camera.dialog.addEventListener('cancel', () => decide(false));
  const taken = await decided;
  const photo = taken ? await new Promise((made) => frame(camera.video, 4096).toBlob(made, 'image/jpeg', 0.85)) : null;
  camera.stop();
  return photo;
}
