import { refuse } from '#kernel/refusal.ts';

/** What a file is by its first bytes; the name and the browser's type are never trusted. */
export type FileKind = 'zip' | 'ole2' | 'pdf' | 'gambar' | 'html' | 'biner' | 'teks' | 'kosong';

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, i) => bytes[i] === byte);

const IMAGES: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x52, 0x49, 0x46, 0x46],
];

const isUtf16 = (bytes: Uint8Array): boolean => startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]);

/** Looks at the first 4 KB. */
export const kindOfFile = (bytes: Uint8Array): FileKind => {
  const head = bytes.subarray(0, 4096);
  if (head.length === 0) return 'kosong';
  if (startsWith(head, [0x50, 0x4b, 0x03, 0x04]) || startsWith(head, [0x50, 0x4b, 0x05, 0x06])) return 'zip';
  if (startsWith(head, [0xd0, 0xcf, 0x11, 0xe0])) return 'ole2';
  if (startsWith(head, [0x25, 0x50, 0x44, 0x46])) return 'pdf';
  if (IMAGES.some((signature) => startsWith(head, signature))) return 'gambar';
  if (isUtf16(head)) return 'teks';
  const text = new TextDecoder('latin1').decode(head).trimStart().replace(/^ï»¿/, '').toLowerCase();
  if (text === '') return 'kosong';
  if (text.startsWith('<!doctype html') || text.startsWith('<html') || text.startsWith('<table')) return 'html';
  return head.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) ? 'biner' : 'teks';
};

const OTHER: Readonly<Record<Exclude<FileKind, 'zip' | 'teks' | 'ole2'>, string>> = {
  kosong: 'Berkas ini kosong; pilih berkas Excel (.xlsx) atau CSV yang berisi.',
  pdf: 'Berkas ini PDF, bukan tabel; pilih berkas Excel (.xlsx) atau CSV dari sumbernya.',
  gambar: 'Berkas ini gambar, bukan tabel; pilih berkas Excel (.xlsx) atau CSV.',
  html: 'Berkas ini halaman web yang diberi nama Excel; buka di Excel lalu simpan sebagai .xlsx.',
  biner: 'Jenis berkas tidak dikenal; pilih berkas Excel (.xlsx) atau CSV.',
};

/** Refuses everything that is neither a ZIP (maybe xlsx) nor text (maybe CSV), each with what to do. */
export const requireTable = (bytes: Uint8Array): 'zip' | 'teks' => {
  const kind = kindOfFile(bytes);
  if (kind === 'zip' || kind === 'teks') return kind;
  if (kind !== 'ole2') return refuse('berkas.jenis_salah', 415, OTHER[kind], { kind });
  // An encrypted .xlsx and an old .xls are both OLE2 containers; the encrypted one holds a stream of this name in UTF-16.
  const encrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from('EncryptedPackage', 'utf16le'),
  );
  return encrypted
    ? refuse(
        'berkas.berkata_sandi',
        415,
        'Berkas Excel ini dikunci kata sandi; buka, hapus kata sandinya, lalu simpan lagi.',
        { kind },
      )
    : refuse(
        'berkas.jenis_salah',
        415,
        'Berkas ini Excel lama (.xls); buka lalu simpan sebagai Excel Workbook (.xlsx).',
        { kind },
      );
};
