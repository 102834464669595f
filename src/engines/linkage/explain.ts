import type { Band } from './bands.ts';
import {
  type BIRTH_LEVELS,
  DIMENSIONS,
  type Field,
  levelIn,
  MOTHER_NONE,
  type NAME_KINDS,
  nameLevel,
} from './levels.ts';
import type { Weight } from './model.ts';

/** What one field contributes to a pair: its level in words and its weight in bits (positive speaks for one person). */
export type FieldReason = { field: Field; weight: number; sentence: string };
export type Explanation = { sentence: string; fields: FieldReason[] };

const NAMES: Record<(typeof NAME_KINDS)[number], string> = {
  same: 'nama sama persis',
  spelling: 'nama sama, beda ejaan atau penulisan',
  slips: 'nama hampir sama, beda beberapa huruf atau singkatan',
  slipsOnly: 'nama mirip, beda beberapa huruf',
  vowel: 'nama beda satu huruf hidup, seperti nama saudara',
  subset: 'nama yang satu termuat dalam nama yang lain',
  subsetOne: 'satu kata nama termuat dalam nama yang lebih panjang',
  subsetSlips: 'nama yang satu termuat dalam yang lain, dengan beda huruf',
  part: 'sebagian kata nama sama',
  partSlips: 'sebagian kata nama mirip',
};
const BIRTHS: Record<(typeof BIRTH_LEVELS)[number], string> = {
  missing: 'tanggal lahir belum diketahui di salah satu',
  equal: 'tanggal lahir sama',
  equalDefault: 'tanggal lahir sama, tetapi tanggal pengganti (1 Januari atau 1 Juli)',
  swapped: 'hari dan bulan lahir tertukar',
  day: 'hari lahir beda, bulan dan tahun sama',
  month: 'bulan lahir beda, hari dan tahun sama',
  yearNear: 'tahun lahir beda tipis, hari dan bulan sama',
  yearFar: 'tahun lahir jauh beda, hari dan bulan sama',
  default: 'tahun lahir sama, salah satu memakai tanggal pengganti',
  dayMonth: 'hanya tahun lahir yang sama',
  yearDefault: 'tahun lahir beda tipis, salah satu memakai tanggal pengganti',
  twoParts: 'dua bagian tanggal lahir beda',
  differ: 'tanggal lahir beda',
};
const BIRTH_ORDER = Object.values(BIRTHS);

const value = (what: string): string[] => [
  `${what} belum diketahui di salah satu`,
  `${what} sama`,
  `${what} mirip`,
  `${what} beda`,
];
const SENTENCES: Partial<Record<Field, string[]>> = {
  nik: [
    'NIK belum diketahui di salah satu',
    'NIK sama',
    'NIK beda satu angka',
    'NIK beda nomor urut saja',
    'NIK beda dua angka',
    'NIK beda',
    'NIK beda, tetapi salah satu NIK tidak cocok dengan tanggal lahirnya sendiri',
  ],
  kk: ['nomor KK belum diketahui di salah satu', 'nomor KK sama', 'nomor KK beda satu angka', 'nomor KK beda'],
  place: [
    'wilayah belum diketahui di salah satu',
    'wilayah dan RT/RW sama',
    'desa atau kelurahan sama',
    'desa atau kelurahan sama, RT/RW beda',
    'kecamatan sama',
    'wilayah beda',
  ],
  sex: ['jenis kelamin belum diketahui di salah satu', 'jenis kelamin sama', 'jenis kelamin beda'],
  address: [
    'alamat belum diketahui di salah satu',
    'alamat sama',
    'alamat hampir sama',
    'alamat sebagian sama',
    'alamat beda',
  ],
  phone: ['telepon belum diketahui di salah satu', 'telepon sama', 'telepon beda satu angka', 'telepon beda'],
  birthPlace: value('tempat lahir'),
  postcode: value('kode pos'),
  string1: value('kolom tambahan 1'),
  string2: value('kolom tambahan 2'),
  string3: value('kolom tambahan 3'),
  string4: value('pekerjaan atau kolom tambahan 4'),
};

const motherSentence = (level: number): string => {
  if (level === 0) return 'nama ibu belum diketahui di salah satu';
  if (level === MOTHER_NONE) return 'nama ibu beda';
  return level <= 3
    ? 'nama ibu sama'
    : level <= 5
      ? 'nama ibu beda ejaan'
      : level <= 7
        ? 'nama ibu yang satu lebih pendek'
        : 'nama ibu sebagian sama';
};

/** What a level of a field means, in words an officer uses. */
export const levelSentence = (field: Field, level: number): string => {
  if (field === 'name') {
    const found = nameLevel(level);
    if (!found) return level === 0 ? 'nama belum diketahui di salah satu' : 'nama beda';
    return NAMES[found.kind] + (found.rarity >= 4 ? ' (jarang dipakai)' : found.rarity <= 1 ? ' (banyak dipakai)' : '');
  }
  if (field === 'mother') return motherSentence(level);
  return field === 'birth' ? BIRTH_ORDER[level]! : SENTENCES[field]![level]!;
};

const HEADS: Record<Band, string> = {
  pasti: 'Kemungkinan ganda, hampir pasti orang yang sama',
  mungkin: 'Mungkin orang yang sama',
  bukan: 'Kemungkinan besar bukan orang yang sama',
};
const AGAINST: Record<string, string> = {
  serumah: ' Bandingkan dengan anggota lain dalam KK.',
  kembar: ' Periksa apakah mereka saudara kembar.',
};

/**
 * A pair in words: one sentence with the fields that decide, strongest first, and every field that is known with its weight.
 * The weights sum, with `weight.start`, to the total.
 */
export const explain = (weight: Weight, band: Band, word0: number, word1: number): Explanation => {
  const fields: FieldReason[] = [];
  DIMENSIONS.forEach((d, f) => {
    const level = levelIn(d.field, word0, word1);
    if (level > 0) fields.push({ field: d.field, weight: weight.fields[f]!, sentence: levelSentence(d.field, level) });
  });
  fields.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  const decisive = fields.filter((x) => Math.abs(x.weight) >= 1 || x.field === 'name').slice(0, 5);
  const [supporting, opposing] = [decisive.filter((x) => x.weight > 0), decisive.filter((x) => x.weight < 0)];
  const list = (items: FieldReason[]) => items.map((x) => x.sentence).join(', ');
  const halves = band === 'bukan' ? [opposing, supporting] : [supporting, opposing];
  const text = halves
    .filter((half) => half.length > 0)
    .map(list)
    .join('; tetapi ');
  return {
    sentence: `${HEADS[band]}${text ? `: ${text}` : ''}.${band === 'mungkin' ? (AGAINST[weight.against] ?? '') : ''}`,
    fields,
  };
};
