import { createInflateRaw, inflateRawSync } from 'node:zlib';
import { ParseError, streamXlsxRows, XmlError, ZipError } from 'hucre';
import { isRefusal, refuse } from '#kernel/refusal.ts';
import type { SheetAbout, SheetLimits, SheetRow } from './sheet-types.ts';
import { checkZip, packedBytes, readZipDirectory, type ZipEntry } from './zip-directory.ts';

const MERGED_LISTED = 1000;

const textOf = (bytes: Uint8Array, entries: readonly ZipEntry[], name: string): string | undefined => {
  const entry = entries.find((one) => one.name === name);
  if (entry === undefined) return undefined;
  const packed = packedBytes(bytes, entry);
  const raw = entry.method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.unpacked) });
  return new TextDecoder().decode(raw);
};

const attribute = (tag: string, name: string): string => {
  const value = new RegExp(`(?:^|[\\s:])${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
  return value
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
};

type NamedSheet = { readonly name: string; readonly hidden: boolean; readonly path: string };

/** Sheets in the order of the workbook with the part each lives in. */
const listSheets = (bytes: Uint8Array, entries: readonly ZipEntry[]): NamedSheet[] => {
  const workbook = textOf(bytes, entries, 'xl/workbook.xml');
  const relations = textOf(bytes, entries, 'xl/_rels/workbook.xml.rels');
  if (workbook === undefined || relations === undefined) {
    return refuse(
      'berkas.jenis_salah',
      415,
      'Berkas ini arsip ZIP atau dokumen lain, bukan Excel; pilih berkas .xlsx atau CSV.',
    );
  }
  const targets = new Map(
    [...relations.matchAll(/<(?:\w+:)?Relationship\s([^>]*)>/g)].map(([, tag = '']) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target'),
    ]),
  );
  return [...workbook.matchAll(/<(?:\w+:)?sheet\s([^>]*)>/g)].map(([, tag = '']) => {
    const target = targets.get(attribute(tag, 'id')) ?? '';
    const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
    return { name: attribute(tag, 'name'), hidden: /state="(very)?[hH]idden"/.test(tag), path };
  });
};

type Scan = { merged: string[]; formulas: number; formulasWithoutValue: number; rows: number };

/** Passes once over the sheet's XML for what the row reader does not tell: merged ranges, formulas, the number of rows. */
const scanSheet = async (bytes: Uint8Array, entry: ZipEntry): Promise<Scan> => {
  const scan: Scan = { merged: [], formulas: 0, formulasWithoutValue: 0, rows: 0 };
  const look = (text: string): void => {
    scan.rows += text.match(/<(?:\w+:)?row[ >]/g)?.length ?? 0;
    scan.formulas += text.match(/<f[ >/]/g)?.length ?? 0;
    scan.formulasWithoutValue += text.match(/(?:<\/f>|<f[^<]*\/>)<\/c>/g)?.length ?? 0;
    for (const [, ref = ''] of text.matchAll(/<mergeCell [^>]*ref="([^"]+)"/g)) {
      if (scan.merged.length < MERGED_LISTED) scan.merged.push(ref);
    }
  };
  const packed = packedBytes(bytes, entry);
  if (entry.method === 0) {
    look(new TextDecoder().decode(packed));
    return scan;
  }
  const inflate = createInflateRaw();
  inflate.end(packed);
  const decoder = new TextDecoder();
  let carried = '';
  let seen = 0;
  for await (const chunk of inflate as AsyncIterable<Uint8Array>) {
    seen += chunk.length;
    if (seen > entry.unpacked) throw new ZipError('more bytes than declared');
    const text = carried + decoder.decode(chunk, { stream: true });
    // What is looked at ends behind a closed cell or merge, so that no pattern is cut in two or seen twice.
    const cut = Math.max(text.lastIndexOf('</c>') + 4, text.lastIndexOf('<mergeCell '));
    if (cut > 4) look(text.slice(0, cut));
    carried = cut > 4 ? text.slice(cut) : text;
  }
  look(carried);
  return scan;
};

/** Digits a number cell can be trusted with: Excel keeps 15, and beyond 2^53 a double has no odd numbers. */
const numberText = (value: number): string => {
  if (!Number.isInteger(value) || Math.abs(value) < 1e15) return String(value);
  // A 16-digit number whose last digit is not 0 was never in Excel: some other program wrote it, exactly as far as 2^53.
  const exact = Number.isSafeInteger(value) && value % 10 !== 0;
  return exact ? String(value) : value.toExponential(14).replace('e', 'E');
};

const cellText = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (value instanceof Date) {
    const text = value.toISOString();
    return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19).replace('T', ' ');
  }
  return String(value);
};

const explained = (error: unknown): never => {
  if (isRefusal(error)) throw error;
  const damaged = error instanceof ZipError || error instanceof ParseError || error instanceof XmlError;
  const zlib = error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
  const tooMuch = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
  if (!damaged && !zlib && !tooMuch) throw error;
  return refuse(
    'berkas.rusak',
    422,
    'Berkas Excel ini rusak dan tidak dapat dibaca; buka di Excel, simpan ulang, lalu unggah lagi.',
  );
};

export type OpenSheet = { readonly about: SheetAbout; readonly rows: AsyncGenerator<SheetRow> };

async function* rowsOf(bytes: Uint8Array, sheet: number, limits: SheetLimits): AsyncGenerator<SheetRow> {
  try {
    for await (const row of streamXlsxRows(bytes, { sheet })) {
      if (row.index >= limits.maxRows) {
        refuse(
          'berkas.terlalu_besar',
          413,
          `Tabel melebihi ${limits.maxRows.toLocaleString('id-ID')} baris; pecah menjadi beberapa berkas.`,
        );
      }
      const cells = row.values.slice(0, limits.maxColumns).map(cellText);
      if (cells.some((cell) => cell.trim() !== '')) yield { number: row.index + 1, cells };
    }
  } catch (error) {
    explained(error);
  }
}

/**
 * Opens an .xlsx: the wanted sheet, or the first that is not hidden. The directory is checked before anything is unpacked.
 * Refuses damaged files, other ZIP archives, unknown sheets and sizes beyond the limits.
 */
export const openXlsx = async (bytes: Uint8Array, limits: SheetLimits, wanted?: string): Promise<OpenSheet> => {
  try {
    const entries = readZipDirectory(bytes);
    checkZip(entries, limits);
    const sheets = listSheets(bytes, entries);
    const chosen =
      wanted === undefined
        ? Math.max(
            0,
            sheets.findIndex(({ hidden }) => !hidden),
          )
        : sheets.findIndex(({ name }) => name === wanted);
    const sheet = sheets[chosen];
    const entry = entries.find(({ name }) => name === sheet?.path);
    if (sheet === undefined || entry === undefined) {
      const which =
        wanted === undefined ? 'Berkas Excel ini tidak berisi lembar' : `Lembar "${wanted}" tidak ada di berkas ini`;
      return refuse('berkas.tanpa_lembar', 422, `${which}; pilih lembar lain atau berkas lain.`);
    }
    const about: SheetAbout = {
      format: 'xlsx',
      sheet: sheet.name,
      sheets: sheets.map(({ name }) => name),
      ...(await scanSheet(bytes, entry)),
    };
    return { about, rows: rowsOf(bytes, chosen, limits) };
  } catch (error) {
    return explained(error);
  }
};
