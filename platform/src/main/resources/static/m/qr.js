// Reads QR codes out of pictures: by the browser itself where it can, else by a library that is fetched when it is first wanted.
const DETECTOR = 'BarcodeDetector' in window;

/** @param source a video or an image; made smaller where a side is longer than that */
export function frame(source, largest) {
  const [width, height] = [source.videoWidth ?? source.width, source.videoHeight ?? source.height];
  const scale = Math.min(1, largest / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  canvas.getContext('2d', { willReadFrequently: true }).drawImage(source, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/** @returns takes a canvas, answers the texts of the codes in it */
export async function qrReader() {
  if (DETECTOR && (await BarcodeDetector.getSupportedFormats()).includes('qr_code')) {
    const detector = new BarcodeDetector({ formats: ['qr_code'] });
    return async (canvas) => (await detector.detect(canvas)).map((code) => code.rawValue);
  }
  const { decodeQR } = await import('/vendor/qr/decode.js');
  return async (canvas) => {
    try {
      return [decodeQR(canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height))];
    } catch {
      return []; // no code in this picture
    }
  };
}
