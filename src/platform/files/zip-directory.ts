import { refuse } from '#kernel/refusal.ts';

/** One file inside a ZIP archive as its directory declares it; sizes in bytes. */
export type ZipEntry = {
  readonly name: string;
  readonly packed: number;
  readonly unpacked: number;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  /** Where its local header begins. */
  readonly offset: number;
};

export type ZipLimits = { readonly maxUnpackedBytes: number; readonly maxEntries: number; readonly maxRatio: number };

const END_OF_DIRECTORY = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
/** Below this an entry may be as repetitive as it likes. */
const RATIO_MATTERS_FROM = 20_000_000;

const truncated = (): never =>
  refuse(
    'berkas.terpotong',
    422,
    'Berkas tidak lengkap, mungkin sambungan terputus saat mengunggah. Unggah sekali lagi.',
  );

const findEnd = (view: DataView): number => {
  // The record stands at the end, before a comment of at most 65,535 bytes.
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at -= 1) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  }
  return truncated();
};

/** The entries of a ZIP archive, read from its directory alone: nothing is unpacked. Refuses a cut archive. */
export const readZipDirectory = (bytes: Uint8Array): ZipEntry[] => {
  if (bytes.byteLength < 22) return truncated();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count === 0xffff || at === 0xffffffff) {
    return refuse(
      'berkas.terlalu_besar',
      413,
      'Berkas ini memakai format ZIP64 untuk isi di atas 4 GB; pecah menjadi beberapa berkas.',
    );
  }
  const entries: ZipEntry[] = [];
  for (let n = 0; n < count; n += 1) {
    if (at + 46 > bytes.byteLength || view.getUint32(at, true) !== ENTRY) return truncated();
    const nameLength = view.getUint16(at + 28, true);
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
};

/** Refuses an archive that would unpack to more than the limits allow. Readers must still stop at the declared sizes. */
export const checkZip = (entries: readonly ZipEntry[], limits: ZipLimits): void => {
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  const bomb = entries.some(
    (entry) => entry.unpacked > RATIO_MATTERS_FROM && entry.unpacked > entry.packed * limits.maxRatio,
  );
  if (unpacked > limits.maxUnpackedBytes || entries.length > limits.maxEntries || bomb) {
    const megabytes = Math.round(unpacked / 1_000_000);
    const sentence = `Isi berkas terlalu besar bila dibuka (${megabytes} MB); pecah menjadi beberapa berkas yang lebih kecil.`;
    refuse('berkas.terlalu_besar', 413, sentence, { unpacked, entries: entries.length });
  }
};

/** The packed bytes of one entry. */
export const packedBytes = (bytes: Uint8Array, entry: ZipEntry): Uint8Array => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.offset + 30 > bytes.byteLength || view.getUint32(entry.offset, true) !== LOCAL_HEADER) return truncated();
  const from = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  if (from + entry.packed > bytes.byteLength) return truncated();
  return bytes.subarray(from, from + entry.packed);
};
