import { editDistance, editsAllowed, plainLetters, plainWords } from './likeness.ts';

export type AreaCode = { readonly system: 'kemendagri' | 'bps'; readonly code: string };
type Level = { readonly name: string; readonly codes: readonly AreaCode[] };
/** A desa or kelurahan the agency serves, with every name and code it has or had; codes with or without dots. */
export type SiksArea = Level & {
  readonly id: string;
  readonly formerNames?: readonly string[];
  readonly kecamatan: Level;
  readonly kabupaten: Level;
  readonly provinsi: Level;
};

export type AreaCells = {
  readonly provinsi: string;
  readonly kabupaten: string;
  readonly kecamatan: string;
  readonly desa: string;
};

export type AreaDoubtCode = 'ejaan_desa' | 'kecamatan_dari_desa' | 'kecamatan_beda' | 'kode_dan_nama_beda';
export type AreaReasonCode =
  | 'desa_kosong'
  | 'desa_tidak_dikenal'
  | 'luar_wilayah'
  | 'kode_ganda_arti'
  | 'desa_ganda_arti';
export type AreaResolution =
  | {
      readonly ok: true;
      readonly area: SiksArea;
      readonly doubts: readonly { readonly code: AreaDoubtCode; readonly sentence: string }[];
    }
  | { readonly ok: false; readonly code: AreaReasonCode; readonly sentence: string };

export type AreaIndex = {
  readonly areas: readonly SiksArea[];
  readonly byCode: ReadonlyMap<string, readonly { readonly system: AreaCode['system']; readonly area: SiksArea }[]>;
  readonly byName: ReadonlyMap<string, readonly SiksArea[]>;
  /** Answers already found: a file names the same few places thousands of times. */
  readonly answered: Map<string, AreaResolution>;
};

const ANSWERS_KEPT = 20_000;

/** A cell for a sentence: short, and without numbers that could be a NIK when columns were mixed up. */
const shown = (cell: string): string =>
  cell
    .trim()
    .replace(/\d{11,}/g, '…')
    .slice(0, 60);

const bare = (code: string): string => code.replace(/[\s.'-]/g, '');
const isCode = (cell: string): boolean => /^['\d][\d\s.]*$/.test(cell.trim()) && /\d/.test(cell);

/** A name without its kind before it (Desa, Kel., Kab., Kota, Kec.), in letters. */
const nameKey = (name: string): string => {
  const words = plainWords(name).split(' ');
  const kinds = new Set([
    'DESA',
    'DS',
    'KELURAHAN',
    'KEL',
    'KECAMATAN',
    'KEC',
    'KABUPATEN',
    'KAB',
    'KOTA',
    'PROVINSI',
    'PROV',
    'NAGARI',
    'GAMPONG',
  ]);
  const rest = words.length > 1 && kinds.has(words[0] as string) ? words.slice(1) : words;
  return rest.join('');
};

const grouped = <T>(entries: readonly (readonly [string, T])[]): Map<string, T[]> => {
  const map = new Map<string, T[]>();
  for (const [key, value] of entries) {
    const list = map.get(key);
    if (list === undefined) map.set(key, [value]);
    else if (!list.includes(value)) list.push(value);
  }
  return map;
};

/** Prepares the agency's areas for thousands of look-ups. */
export const indexAreas = (areas: readonly SiksArea[]): AreaIndex => ({
  areas,
  byCode: grouped(
    areas.flatMap((area) => area.codes.map(({ system, code }) => [bare(code), { system, area }] as const)),
  ),
  byName: grouped(
    areas.flatMap((area) => [area.name, ...(area.formerNames ?? [])].map((name) => [nameKey(name), area] as const)),
  ),
  answered: new Map(),
});

/** The written cell can mean this level: its code in either system, its name, or its name slightly misspelt. */
const canMean = (cell: string, level: Level): boolean => {
  if (cell.trim() === '') return false;
  if (isCode(cell)) {
    const digits = bare(cell);
    return level.codes.some(({ code }) => bare(code) === digits || (digits.length <= 3 && bare(code).endsWith(digits)));
  }
  const [written, meant] = [nameKey(cell), nameKey(level.name)];
  return editDistance(written, meant, editsAllowed(meant.length)) <= editsAllowed(meant.length);
};

const refused = (code: AreaReasonCode, sentence: string): AreaResolution => ({ ok: false, code, sentence });
const accepted = (
  area: SiksArea,
  doubts: readonly { code: AreaDoubtCode; sentence: string }[] = [],
): AreaResolution => ({ ok: true, area, doubts });

/** Digits that name a desa: whole, or put together from four columns as PODES splits them (99, 01, 010, 001). */
const desaDigits = (cells: AreaCells): string => {
  const digits = bare(cells.desa);
  if (digits.length === 10) return digits;
  const parts = [cells.provinsi, cells.kabupaten, cells.kecamatan, cells.desa].map(bare);
  const widths = parts.map((part) => part.length).join('-');
  return widths === '2-2-3-3' || widths === '2-2-2-4' ? parts.join('') : digits;
};

/** Ten digits may be a code of both systems for two places. The kecamatan decides: its code has 6 digits in one, 7 in the other. */
const byCode = (index: AreaIndex, cells: AreaCells): AreaResolution => {
  const dotted = cells.desa.includes('.');
  const all = index.byCode.get(desaDigits(cells)) ?? [];
  const found = dotted ? all.filter(({ system }) => system === 'kemendagri') : all;
  const areas = [...new Set(found.map(({ area }) => area))];
  if (areas.length === 0)
    return refused(
      'desa_tidak_dikenal',
      `Kode desa ${shown(cells.desa)} tidak ada di wilayah dinas ini; periksa kodenya.`,
    );
  const fitting = areas.length === 1 ? areas : areas.filter((area) => canMean(cells.kecamatan, area.kecamatan));
  const [area, another] = fitting;
  if (area === undefined || another !== undefined) {
    const names = areas.map((one) => `${one.name} (Kec. ${one.kecamatan.name})`).join(' atau ');
    return refused(
      'kode_ganda_arti',
      `Kode desa ${shown(cells.desa)} dapat berarti ${names} menurut BPS atau Kemendagri; isi kecamatannya.`,
    );
  }
  if (cells.kecamatan.trim() === '' || canMean(cells.kecamatan, area.kecamatan)) return accepted(area);
  const sentence = `Kode desa menunjuk ${area.name}, tetapi kecamatan yang tertulis lain; dipakai kodenya, periksa alamat.`;
  return accepted(area, [{ code: 'kode_dan_nama_beda', sentence }]);
};

/** The one area whose name lies nearest to what is written, or undefined when none or two do. */
const nearest = (written: string, areas: readonly SiksArea[]): SiksArea | undefined => {
  const most = editsAllowed(written.length);
  const near = areas
    .map((area) => ({
      area,
      distance: Math.min(
        ...[area.name, ...(area.formerNames ?? [])].map((name) => editDistance(written, nameKey(name), most)),
      ),
    }))
    .filter(({ distance }) => distance <= most)
    .sort((a, b) => a.distance - b.distance);
  return near[0] !== undefined && near[0].distance !== near[1]?.distance ? near[0].area : undefined;
};

const misspelt = (cells: AreaCells, area: SiksArea) => ({
  code: 'ejaan_desa' as const,
  sentence: `Desa/kelurahan tertulis "${shown(cells.desa)}", dibaca ${area.name}; periksa ejaannya.`,
});

/** By name alone, the kecamatan being empty or of no help. */
const byNameAnywhere = (index: AreaIndex, cells: AreaCells): AreaResolution => {
  const written = nameKey(cells.desa);
  const exact = index.byName.get(written) ?? [];
  if (exact.length > 1) {
    const where = exact.map(({ kecamatan }) => kecamatan.name).join(', ');
    return refused(
      'desa_ganda_arti',
      `Desa/kelurahan ${shown(cells.desa)} ada di beberapa kecamatan (${where}); isi kecamatannya.`,
    );
  }
  const area = exact[0] ?? nearest(written, index.areas);
  if (area === undefined)
    return refused(
      'desa_tidak_dikenal',
      `Desa/kelurahan "${shown(cells.desa)}" tidak ada di wilayah dinas ini; periksa ejaannya.`,
    );
  const doubts: { code: AreaDoubtCode; sentence: string }[] = exact.length === 0 ? [misspelt(cells, area)] : [];
  if (cells.kecamatan.trim() === '') {
    doubts.push({
      code: 'kecamatan_dari_desa',
      sentence: `Kecamatan kosong; diambil dari desa/kelurahan: ${area.kecamatan.name}.`,
    });
  } else {
    const sentence = `Desa/kelurahan ${area.name} berada di Kecamatan ${area.kecamatan.name}, bukan "${shown(cells.kecamatan)}"; periksa alamat.`;
    doubts.push({ code: 'kecamatan_beda', sentence });
  }
  return accepted(area, doubts);
};

const byName = (index: AreaIndex, cells: AreaCells): AreaResolution => {
  const inKecamatan = index.areas.filter((area) => canMean(cells.kecamatan, area.kecamatan));
  if (inKecamatan.length === 0) return byNameAnywhere(index, cells);
  const written = nameKey(cells.desa);
  const exact = (index.byName.get(written) ?? []).filter((area) => inKecamatan.includes(area));
  if (exact.length === 1) return accepted(exact[0] as SiksArea);
  if ((index.byName.get(written) ?? []).length === 1) return byNameAnywhere(index, cells);
  const near = nearest(written, inKecamatan);
  return near === undefined ? byNameAnywhere(index, cells) : accepted(near, [misspelt(cells, near)]);
};

const resolve = (index: AreaIndex, cells: AreaCells): AreaResolution => {
  if (plainLetters(cells.desa) === '')
    return refused('desa_kosong', 'Desa/kelurahan kosong; orang ini tidak dapat ditempatkan. Isi desanya.');
  if (plainLetters(cells.kabupaten) !== '' && !index.areas.some((area) => canMean(cells.kabupaten, area.kabupaten))) {
    return refused(
      'luar_wilayah',
      `Kabupaten/kota "${shown(cells.kabupaten)}" bukan wilayah dinas ini; kirim ke dinasnya.`,
    );
  }
  return isCode(cells.desa) ? byCode(index, cells) : byName(index, cells);
};

/**
 * Finds the desa or kelurahan of a row by code (BPS or Kemendagri) or by names. A kabupaten that is written and is not the agency's
 * sends the row back: a desa of the same name here would be another one.
 */
export const resolveArea = (index: AreaIndex, cells: AreaCells): AreaResolution => {
  const key = `${cells.provinsi}\n${cells.kabupaten}\n${cells.kecamatan}\n${cells.desa}`;
  const before = index.answered.get(key);
  if (before !== undefined) return before;
  const answer = resolve(index, cells);
  if (index.answered.size >= ANSWERS_KEPT) index.answered.clear();
  index.answered.set(key, answer);
  return answer;
};
