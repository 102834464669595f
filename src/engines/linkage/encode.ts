import type { DateFormat } from './dates.ts';
import { packDate, packYear } from './dates.ts';
import { type Dictionary, joinHash, KIND_WORD, mix } from './dictionary.ts';
import { nibblesApart, packDigits, packPhone } from './digits.ts';
import * as R from './record.ts';
import type { LinkSchema, Role } from './schema.ts';
import type { PersonTable } from './table.ts';
import { createWords, cutWords, hasOrdinaryWord, type Words } from './words.ts';

/**
 * Where each field of a record comes from: one step per column, in the order of the schema.
 * `column` is the position in the row; several columns of one role are read as one text (names, address) or refine each other (area).
 */
export type EncodeStep = {
  column: number;
  role: Role;
  slot: number;
  format?: DateFormat;
  sexes?: ReadonlyMap<string, number>;
};

const SEXES: ReadonlyMap<string, number> = new Map([
  ...['L', 'LK', 'LAKI', 'LAKI-LAKI', 'LAKI LAKI', 'PRIA', 'M', 'MALE', '1'].map((v) => [v, R.SEX_MALE] as const),
  ...['P', 'PR', 'PEREMPUAN', 'WANITA', 'F', 'W', 'FEMALE', '2'].map((v) => [v, R.SEX_FEMALE] as const),
]);

/** The steps that turn a row with these column names into a record; `missing` names schema columns the header lacks. */
export const planEncoding = (
  schema: LinkSchema,
  header: readonly string[],
): { steps: EncodeStep[]; missing: string[] } => {
  const steps: EncodeStep[] = [];
  const missing: string[] = [];
  const seen = new Map<Role, number>();
  for (const field of schema.fields) {
    const column = header.indexOf(field.column);
    if (column < 0) missing.push(field.column);
    const slot = seen.get(field.role) ?? 0;
    seen.set(field.role, slot + 1);
    const step: EncodeStep = { column, role: field.role, slot: field.role === 'occupation' ? R.STRINGS - 1 : slot };
    if (field.format) step.format = field.format;
    if (field.values)
      step.sexes = new Map(
        Object.entries(field.values).map(([v, sex]) => [v, sex === 'male' ? R.SEX_MALE : R.SEX_FEMALE]),
      );
    steps.push(step);
  }
  return { steps, missing };
};

const words: Words = createWords();

/** Adds the words of one more text to a name: set hash, joined hash, the first words. Titles count only when nothing else is there. */
const addName = (
  d: Dictionary,
  rec: Int32Array,
  at: number,
  set: number,
  joined: number,
  word: number,
  room: number,
  use: 0 | 1,
): void => {
  const ordinary = hasOrdinaryWord(d, words);
  let taken = 0;
  while (taken < room && rec[at + word + taken] !== 0) taken += 1;
  let poly = rec[at + joined]!;
  let last = taken > 0 ? d.edges[rec[at + word + taken - 1]!]! & 255 : 0;
  let started = taken > 0;
  for (let i = 0; i < words.size; i += 1) {
    const written = words.written[i]!;
    if (ordinary && d.writtenKind[written] !== KIND_WORD) continue;
    const id = d.writtenCanon[written]!;
    poly = started ? joinHash(d, poly, last, id) : d.poly[id]!;
    last = d.edges[id]! & 255;
    started = true;
    rec[at + set] = (rec[at + set]! + mix(d.hash[id]! ^ 0x27d4eb2f)) | 0;
    if (taken < room) {
      rec[at + word + taken] = id;
      d.counts[use][id] = d.counts[use][id]! + 1;
      taken += 1;
    }
  }
  rec[at + joined] = poly;
};

// Words that stand in most addresses and tell nothing.
const EMPTY_STREET_WORDS = new Set(
  'jl jln jalan no nomor rt rw gg gang dsn dusun ds desa kel kelurahan kec kecamatan kp kampung st street rd road'.split(
    ' ',
  ),
);

const addAddress = (d: Dictionary, rec: Int32Array, at: number): void => {
  let taken = 0;
  while (taken < R.ADDRESS_WORDS && rec[at + R.ADDRESS_WORD + taken] !== 0) taken += 1;
  for (let i = 0; i < words.size; i += 1) {
    const id = d.writtenCanon[words.written[i]!]!;
    if (EMPTY_STREET_WORDS.has(d.words[id]!)) continue;
    rec[at + R.ADDRESS_SET] = (rec[at + R.ADDRESS_SET]! + mix(d.hash[id]! ^ 0x165667b1)) | 0;
    if (taken >= R.ADDRESS_WORDS) continue;
    rec[at + R.ADDRESS_WORD + taken] = id;
    d.counts[0][id] = d.counts[0][id]! + 1;
    taken += 1;
  }
};

/** A temporary village number is 0 + ten digits of the village + five of a sequence: it identifies nobody and is never a NIK. */
const isVillageNumber = (hi: number): boolean => hi >>> 28 === 1;

const addNumber = (rec: Int32Array, at: number, role: Role, bytes: Uint8Array, from: number, to: number): void => {
  const packed = packDigits(bytes, from, to, role === 'national_id');
  const nik = role === 'nik';
  const [hi, lo] = [packed[0]!, packed[1]!];
  if (nik && (isVillageNumber(hi) || lo === 0 || nibblesApart(lo, 0) < 6)) return; // fewer than 14 digits are no NIK
  const word = role === 'household_id' ? R.KK : R.NIK;
  rec[at + word] = hi;
  rec[at + word + 1] = lo;
};

const wholeValue = (table: PersonTable, bytes: Uint8Array, from: number, to: number): number => {
  cutWords(table.values, bytes, from, to, 'whole', words);
  return words.size === 0 ? 0 : table.values.writtenCanon[words.written[0]!]!;
};

const sexOf = (step: EncodeStep, bytes: Uint8Array, from: number, to: number): number => {
  if (to - from === 1 && !step.sexes) {
    const letter = bytes[from]! & ~32;
    if (letter === 76 || letter === 77) return R.SEX_MALE; // L, M
    if (letter === 80 || letter === 70) return R.SEX_FEMALE; // P, F
  }
  let text = '';
  for (let i = from; i < to; i += 1) text += String.fromCharCode(bytes[i]!);
  return (step.sexes ?? SEXES).get(text.trim().toUpperCase()) ?? R.SEX_UNKNOWN;
};

/** District of an area: the first six digits of a village code, or the code without its last dotted part; else the area itself. */
const districtOf = (table: PersonTable, area: number): number => {
  const text = table.values.words[area]!;
  const digits = /^\d{7,}$/.test(text) ? text.slice(0, 6) : text;
  let hash = 7;
  for (let i = 0; i < digits.length; i += 1) hash = Math.imul(hash, 31) + digits.charCodeAt(i);
  return mix(hash) | 1;
};

const addArea = (table: PersonTable, rec: Int32Array, at: number, value: number): void => {
  if (value === 0) return;
  rec[at + R.AREA_SEX] = (rec[at + R.AREA_SEX]! & 3) | (value << 2);
  if (value >= table.district.length) {
    const wider = new Int32Array(value * 2);
    wider.set(table.district);
    table.district = wider;
  }
  if (table.district[value] === 0) table.district[value] = districtOf(table, value);
};

/** RT, RW and further area columns: `003/005`, `RT 3 RW 5` and the columns `3` and `5` are one place; without digits the letters count. */
const addFinerArea = (rec: Int32Array, at: number, bytes: Uint8Array, from: number, to: number): void => {
  let hash = rec[at + R.FINER_AREA]!;
  let letters = 0;
  let number = -1;
  let numbers = 0;
  for (let i = from; i <= to; i += 1) {
    const byte = i < to ? bytes[i]! : 0;
    if (byte >= 48 && byte <= 57) number = Math.max(number, 0) * 10 + byte - 48;
    else {
      if (number >= 0) {
        hash = mix(hash ^ (number + 1)) | 1;
        numbers += 1;
      }
      number = -1;
      if (byte > 64) letters = Math.imul(letters ^ (byte & ~32), 0x01000193);
    }
  }
  rec[at + R.FINER_AREA] = numbers > 0 || letters === 0 ? hash : mix(hash ^ letters) | 1;
};

/** Encodes the text in bytes [from, to) as one field of the record that starts at word `at`. */
export const encodeField = (
  table: PersonTable,
  step: EncodeStep,
  at: number,
  bytes: Uint8Array,
  from: number,
  to: number,
): void => {
  const rec = table.records;
  switch (step.role) {
    case 'name':
    case 'given_name':
    case 'family_name':
      cutWords(table.names, bytes, from, to, 'name', words);
      rec[at + R.NAME_RAW] = mix(rec[at + R.NAME_RAW]! ^ words.raw);
      addName(table.names, rec, at, R.NAME_SET, R.NAME_JOINED, R.NAME_WORD, R.NAME_WORDS, 0);
      return;
    case 'mother_name':
      cutWords(table.names, bytes, from, to, 'name', words);
      addName(table.names, rec, at, R.MOTHER_SET, R.MOTHER_JOINED, R.MOTHER_WORD, R.MOTHER_WORDS, 1);
      return;
    case 'birth_date':
      rec[at + R.BIRTH] = packDate(bytes, from, to, step.format!) || rec[at + R.BIRTH]!;
      return;
    case 'birth_year':
      if (rec[at + R.BIRTH] === 0) rec[at + R.BIRTH] = packYear(bytes, from, to);
      return;
    case 'sex':
      rec[at + R.AREA_SEX] = (rec[at + R.AREA_SEX]! & ~3) | sexOf(step, bytes, from, to);
      return;
    case 'nik':
    case 'national_id':
    case 'household_id':
      addNumber(rec, at, step.role, bytes, from, to);
      return;
    case 'area':
      if (step.slot === 0) addArea(table, rec, at, wholeValue(table, bytes, from, to));
      else addFinerArea(rec, at, bytes, from, to);
      return;
    case 'address':
      cutWords(table.streets, bytes, from, to, 'text', words);
      addAddress(table.streets, rec, at);
      return;
    case 'birth_place':
      rec[at + R.BIRTH_PLACE] = wholeValue(table, bytes, from, to) || rec[at + R.BIRTH_PLACE]!;
      return;
    case 'postcode':
      rec[at + R.POSTCODE] = wholeValue(table, bytes, from, to) || rec[at + R.POSTCODE]!;
      return;
    case 'phone':
      rec[at + R.PHONE] = packPhone(bytes, from, to) || rec[at + R.PHONE]!;
      return;
    case 'occupation':
    case 'string':
      rec[at + R.STRING + step.slot] = wholeValue(table, bytes, from, to);
  }
};
