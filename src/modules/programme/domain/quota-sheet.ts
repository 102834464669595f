import { findArea, type NamedArea } from './find-area.ts';

export type SheetLine = { readonly number: number; readonly cells: readonly string[] };
export type QuotaSheet = {
  /** Rows below the headings that hold anything. */
  rows: number;
  quota: { areaId: number; quota: number }[];
  faults: { row: number; message: string }[];
};
const MOST = 10_000_000;

type Places = { code: number; name: number; quota: number };

const findPlaces = (cells: readonly string[]): Places | undefined => {
  const words = cells.map((cell) => cell.trim().toLowerCase());
  const at = (...wanted: string[]): number => words.findIndex((word) => wanted.some((w) => word.includes(w)));
  const quota = at('kuota', 'quota', 'jumlah');
  const code = at('kode');
  const name = words.findIndex(
    (word, i) => i !== code && i !== quota && /desa|kelurahan|wilayah|nama|kecamatan/.test(word),
  );
  return quota >= 0 && (code >= 0 || name >= 0) ? { code, name, quota } : undefined;
};

/** Whole numbers as offices write them: 12, 1.200, 1 200, and Excel's 12.0. */
const readWhole = (text: string): number | undefined => {
  const plain = text.trim().replace(/\.0+$/, '');
  const digits = /^\d{1,3}([. ]\d{3})+$/.test(plain) ? plain.replace(/[. ]/g, '') : plain;
  const n = /^\d+$/.test(digits) ? Number(digits) : Number.NaN;
  return Number.isSafeInteger(n) && n <= MOST ? n : undefined;
};

const faultOfArea = (found: 'many' | undefined, code: string, name: string): string => {
  const shown = name || code;
  if (found === 'many') return `Nama "${shown}" dipakai beberapa wilayah; isi kolom kode.`;
  return shown === ''
    ? 'Kode dan nama wilayah kosong.'
    : `Wilayah "${shown}"${name && code ? ` (kode ${code})` : ''} tidak ada dalam daftar wilayah dinas ini.`;
};

const readLine = (line: SheetLine, at: Places, areas: readonly NamedArea[]) => {
  const cell = (i: number): string => (i < 0 ? '' : (line.cells[i] ?? '').trim());
  const [code, name, written] = [cell(at.code), cell(at.name), cell(at.quota)];
  const byCode = code === '' ? undefined : findArea(code, areas);
  const found = byCode ?? (name === '' ? undefined : findArea(name, areas));
  if (found === undefined || found === 'many') return { fault: faultOfArea(found, code, name) };
  if (written === '') return {};
  const quota = readWhole(written);
  if (quota === undefined)
    return { fault: `Kuota "${written}" untuk ${found.label.split(',')[0]} bukan bilangan bulat dari 0.` };
  return { areaId: found.id, label: found.label, quota };
};

/**
 * Quotas of a table: a heading row with "kode" or a name of the area, and "kuota". A row without a quota is passed over; every other
 * row that is not understood is named with what is wrong with it, and nothing of it is used.
 */
export const readQuotaSheet = (lines: readonly SheetLine[], areas: readonly NamedArea[]): QuotaSheet => {
  const head = lines.slice(0, 15).findIndex((line) => findPlaces(line.cells) !== undefined);
  const places = head < 0 ? undefined : findPlaces(lines[head]!.cells);
  if (!places)
    return {
      rows: 0,
      quota: [],
      faults: [
        { row: 1, message: 'Baris judul tidak ditemukan: perlu kolom "kode" atau "wilayah", dan kolom "kuota".' },
      ],
    };
  const result: QuotaSheet = { rows: 0, quota: [], faults: [] };
  const seen = new Map<number, number>();
  for (const line of lines.slice(head + 1)) {
    result.rows++;
    const read = readLine(line, places, areas);
    if (read.fault !== undefined) result.faults.push({ row: line.number, message: read.fault });
    else if (read.areaId !== undefined) {
      const before = seen.get(read.areaId);
      if (before === undefined) {
        seen.set(read.areaId, line.number);
        result.quota.push({ areaId: read.areaId, quota: read.quota });
      } else
        result.faults.push({
          row: line.number,
          message: `${read.label.split(',')[0]} sudah ada pada baris ${before}; yang dipakai baris ${before}.`,
        });
    }
  }
  return result;
};
