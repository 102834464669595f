/** A photo made ready on the device: upright, at most 1280 px, without what the camera wrote, and how sharp and bright it is. */
export type ReadyPhoto = { file: Blob; preview: string; doubts: ('buram' | 'gelap' | 'kecil')[] };

const MOST_SIDE = 1280;
const SMALL_SIDE = 600;
/** Variance of the Laplacian of grey values below which a photo of paper or a house is called blurred. A guess to be set by real photos. */
const LEAST_SHARPNESS = 60;
const LEAST_BRIGHTNESS = 40;

/** How sharp (variance of the Laplacian) and how bright (mean, 0 to 255) an RGBA picture is. */
export const measure = (rgba: Uint8ClampedArray, width: number, height: number) => {
  const grey = new Float32Array(width * height);
  let sum = 0;
  for (let at = 0; at < grey.length; at += 1) {
    const value = 0.299 * (rgba[at * 4] ?? 0) + 0.587 * (rgba[at * 4 + 1] ?? 0) + 0.114 * (rgba[at * 4 + 2] ?? 0);
    grey[at] = value;
    sum += value;
  }
  let [total, squares, count] = [0, 0, 0];
  for (let y = 1; y < height - 1; y += 1)
    for (let x = 1; x < width - 1; x += 1) {
      const at = y * width + x;
      const edge =
        4 * (grey[at] ?? 0) -
        (grey[at - 1] ?? 0) -
        (grey[at + 1] ?? 0) -
        (grey[at - width] ?? 0) -
        (grey[at + width] ?? 0);
      total += edge;
      squares += edge * edge;
      count += 1;
    }
  const mean = count === 0 ? 0 : total / count;
  return {
    sharpness: count === 0 ? 0 : squares / count - mean * mean,
    brightness: grey.length === 0 ? 0 : sum / grey.length,
  };
};

/** Reads, turns upright and shrinks a photo; undefined when the browser cannot read it as one. */
export const readyPhoto = async (file: Blob): Promise<ReadyPhoto | undefined> => {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => undefined);
  if (!picture) return undefined;
  const scale = Math.min(1, MOST_SIDE / Math.max(picture.width, picture.height));
  const [width, height] = [Math.round(picture.width * scale), Math.round(picture.height * scale)];
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (!pen) return undefined;
  pen.drawImage(picture, 0, 0, width, height);
  const { sharpness, brightness } = measure(pen.getImageData(0, 0, width, height).data, width, height);
  const small = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.82));
  if (!small) return undefined;
  return {
    file: small,
    preview: canvas.toDataURL('image/jpeg', 0.6),
    doubts: [
      ...(brightness < LEAST_BRIGHTNESS ? (['gelap'] as const) : []),
      ...(sharpness < LEAST_SHARPNESS ? (['buram'] as const) : []),
      ...(Math.min(picture.width, picture.height) < SMALL_SIDE ? (['kecil'] as const) : []),
    ],
  };
};

/** Where the device says it is, asked for five seconds at most; undefined when it does not say. */
export const readPlace = (): Promise<{ lat: number; lng: number; accuracy: number } | undefined> =>
  new Promise((done) => {
    if (!('geolocation' in navigator)) return done(undefined);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => done({ lat: coords.latitude, lng: coords.longitude, accuracy: Math.round(coords.accuracy) }),
      () => done(undefined),
      { timeout: 5000, enableHighAccuracy: true, maximumAge: 60_000 },
    );
  });
