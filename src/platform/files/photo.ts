import { refuse } from '#kernel/refusal.ts';

/** A photo taken apart without decoding it: its size in pixels as it is meant to be seen, and the bytes without what the camera wrote. */
export type Photo = {
  bytes: Uint8Array;
  mediaType: 'image/jpeg' | 'image/png';
  width: number;
  height: number;
  /** What an officer should know before relying on it, as codes. */
  doubts: PhotoDoubt[];
};
export type PhotoDoubt = 'kecil' | 'gelap_atau_buram' | 'diputar';

/** The most bytes of a photo; a phone's own is 3 to 6 MB, one made smaller before sending 0.3 MB. */
export const MOST_PHOTO_BYTES = 12_000_000;
/** A shorter side below this cannot show the letters of a KTP. */
const LEAST_SIDE = 320;
const SMALL_SIDE = 600;
/** Fewer bits a pixel than this hold hardly any edge: a covered lens, a dark room, a shaken hand. A guess to be set by real photos. */
const LEAST_BITS_A_PIXEL = 0.18;
const MOST_PIXELS = 100_000_000;

const unreadable = (): never =>
  refuse(
    'foto.rusak',
    422,
    'Foto ini tidak terbaca sampai selesai; mungkin terputus saat dikirim. Ambil lagi atau kirim lagi.',
  );

/** SOF markers carry the size; DHT (C4), JPG (C8) and DAC (CC) lie between them. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

const readOrientation = (segment: Uint8Array): number => {
  // "Exif\0\0", then a TIFF head: byte order, 42, where the first directory begins.
  if (String.fromCharCode(...segment.subarray(0, 4)) !== 'Exif') return 1;
  const tiff = new DataView(segment.buffer, segment.byteOffset + 6, Math.max(segment.byteLength - 6, 0));
  if (tiff.byteLength < 14) return 1;
  const little = tiff.getUint16(0) === 0x4949;
  const start = tiff.getUint32(4, little);
  if (start + 2 > tiff.byteLength) return 1;
  const count = tiff.getUint16(start, little);
  for (let at = start + 2, left = count; left > 0 && at + 12 <= tiff.byteLength; at += 12, left -= 1) {
    if (tiff.getUint16(at, little) !== 0x0112) continue;
    const value = tiff.getUint16(at + 8, little);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
};

/** An EXIF segment that says how the photo is turned and nothing else: no place, no time, no device. */
const orientationSegment = (orientation: number): Uint8Array => {
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
  const body = [0x45, 0x78, 0x69, 0x66, 0, 0, ...tiff];
  return Uint8Array.from([0xff, 0xe1, 0, body.length + 2, ...body]);
};

type Walked = { kept: Uint8Array[]; width: number; height: number; orientation: number; scanBytes: number };

/** Walks the segments up to the picture itself; drops application segments other than JFIF and Adobe's, and comments. */
const walkJpeg = (bytes: Uint8Array): Walked => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const walked: Walked = { kept: [bytes.subarray(0, 2)], width: 0, height: 0, orientation: 1, scanBytes: 0 };
  for (let at = 2; ; ) {
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at += 1;
    if (at + 4 > bytes.length || bytes[at] !== 0xff) return unreadable();
    const marker = bytes[at + 1] ?? 0;
    const end = at + 2 + view.getUint16(at + 2);
    if (end > bytes.length) return unreadable();
    if (isFrame(marker) && end - at >= 9) {
      walked.height = view.getUint16(at + 5);
      walked.width = view.getUint16(at + 7);
    }
    if (marker === 0xe1)
      walked.orientation = Math.max(walked.orientation, readOrientation(bytes.subarray(at + 4, end)));
    if (marker === 0xda) {
      // Trailers behind the end of the picture (other pictures, a maker's notes) go too.
      const last = bytes.lastIndexOf(0xd9);
      const stop = last > end && bytes[last - 1] === 0xff ? last + 1 : unreadable();
      walked.scanBytes = stop - end;
      walked.kept.push(bytes.subarray(at, stop));
      return walked;
    }
    const isDropped = (marker >= 0xe1 && marker <= 0xef && marker !== 0xee) || marker === 0xfe;
    if (!isDropped) walked.kept.push(bytes.subarray(at, end));
    at = end;
  }
};

const readJpeg = (bytes: Uint8Array): Photo => {
  const { kept, width, height, orientation, scanBytes } = walkJpeg(bytes);
  if (width === 0 || height === 0) return unreadable();
  const [head, ...rest] = kept as [Uint8Array, ...Uint8Array[]];
  const parts = orientation === 1 ? kept : [head, orientationSegment(orientation), ...rest];
  const isSideways = orientation >= 5;
  const doubts: PhotoDoubt[] = [
    ...((scanBytes * 8) / (width * height) < LEAST_BITS_A_PIXEL ? (['gelap_atau_buram'] as const) : []),
    ...(orientation === 1 ? [] : (['diputar'] as const)),
  ];
  return {
    bytes: Buffer.concat(parts),
    mediaType: 'image/jpeg',
    width: isSideways ? height : width,
    height: isSideways ? width : height,
    doubts,
  };
};

/** Chunks of a PNG that make the picture; text, time, EXIF and the rest are dropped. */
const PNG_KEPT = new Set(['IHDR', 'PLTE', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'sBIT', 'IDAT', 'IEND']);

const readPng = (bytes: Uint8Array): Photo => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept = [bytes.subarray(0, 8)];
  for (let at = 8; ; ) {
    if (at + 12 > bytes.length) return unreadable();
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) return unreadable();
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (PNG_KEPT.has(name)) kept.push(bytes.subarray(at, end));
    at = end;
    if (name === 'IEND') break;
  }
  if (bytes.length < 24) return unreadable();
  return {
    bytes: Buffer.concat(kept),
    mediaType: 'image/png',
    width: view.getUint32(16),
    height: view.getUint32(20),
    doubts: [],
  };
};

const starts = (bytes: Uint8Array, ...signature: number[]) => signature.every((byte, at) => bytes[at] === byte);

/**
 * Takes a photo in: its type by content, its size in pixels, and its bytes without place, time and device (how it is turned stays).
 * Refuses what is no JPEG or PNG, what is cut off, and what is too small to read; doubts are for an officer and refuse nobody.
 */
export const requirePhoto = (bytes: Uint8Array): Photo => {
  if (bytes.byteLength > MOST_PHOTO_BYTES)
    refuse(
      'foto.terlalu_besar',
      413,
      'Foto paling besar 12 MB. Perkecil fotonya (mode hemat data kamera), lalu kirim lagi.',
    );
  const photo = starts(bytes, 0xff, 0xd8, 0xff)
    ? readJpeg(bytes)
    : starts(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
      ? readPng(bytes)
      : refuse('foto.jenis_salah', 415, 'Berkas ini bukan foto. Kirim foto JPG atau PNG dari kamera atau galeri.');
  const shorter = Math.min(photo.width, photo.height);
  if (shorter < LEAST_SIDE || photo.width * photo.height > MOST_PIXELS)
    refuse(
      'foto.ukuran',
      422,
      `Foto ini ${photo.width} x ${photo.height} titik; terlalu kecil atau terlalu besar untuk dibaca. Ambil lagi dari dekat.`,
    );
  return shorter < SMALL_SIDE ? { ...photo, doubts: [...photo.doubts, 'kecil'] } : photo;
};
