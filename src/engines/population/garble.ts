import { addDays, addMonths, dateOf, type LocalDate, partsOf } from '#kernel/local-date.ts';
import { PEKERJAAN } from './civil-codes.ts';
import type { ErrorCode } from './error-model.ts';
import { mistype, redouble, respell, splitWord, swapDigits, wrongDigit } from './misspell.ts';
import { MUHAMMAD_SPELLINGS, TITLES } from './name-lists.ts';
import { makeName, type PopulationSex } from './names.ts';
import type { Person } from './person.ts';
import { makePhone } from './places.ts';
import { pickWeighted, pickZipf, type Random } from './random.ts';

/** What a register writes down; mistakes change it in place. Names in words, empty strings where nothing stands. */
export type Draft = {
  name: string[];
  mother: string[];
  dob: LocalDate | '';
  birthPlace: string;
  sex: PopulationSex;
  nik: string;
  kk: string;
  address: string;
  phone: string;
  occupation: number;
};

/** What the mistakes need to know beyond the person. */
export type GarbleSetting = {
  readonly random: Random;
  readonly person: Person;
  readonly headNik: string;
  readonly onYear: number;
  /** Gives the number a civil registry would issue for a second NIK, a newer KK card and a village's temporary number. */
  readonly secondNik: (birthOn: LocalDate, sex: PopulationSex) => string;
  readonly newKk: () => string;
  readonly villageNumber: () => string;
  readonly rewrittenAddress: () => string;
  readonly nearPlaces: readonly string[];
};

const MUHAMMADS = new Set(MUHAMMAD_SPELLINGS.map(([word]) => word));

export const hasMuhammad = (name: readonly string[]): boolean => MUHAMMADS.has(name[0] ?? '');

/** Changes one word of the name, not the Muhammad in front when there is another. */
const changeWord = (random: Random, name: string[], change: (word: string) => string): void => {
  const from = name.length > 1 && hasMuhammad(name) ? 1 : 0;
  for (let tries = 0; tries < 4 && name.length > 0; tries += 1) {
    const at = random.between(from, name.length - 1);
    const before = name[at] as string;
    name[at] = change(before);
    if (name[at] !== before) return;
  }
};

const dropWord = (random: Random, name: string[]): void => {
  if (name.length < 2) return;
  // Nobody is left with Muhammad alone.
  const first = hasMuhammad(name) && (name.length === 2 || random.chance(0.6));
  name.splice(first ? 0 : random.below(name.length), 1);
};

const wrongYear = (random: Random, dob: LocalDate, onYear: number): LocalDate => {
  const { year, month, day } = partsOf(dob);
  const swapped = Math.floor(year / 100) * 100 + (year % 10) * 10 + (Math.floor(year / 10) % 10);
  const other = random.chance(0.3) && swapped !== year ? swapped : year + random.pick([-2, -1, 1, 2]);
  return dateOf(Math.min(other, onYear - 1), month, Math.min(day, 28)) ?? dob;
};

const DATE_ERRORS: Partial<
  Record<ErrorCode, (draft: Draft, setting: GarbleSetting, dob: LocalDate) => LocalDate | ''>
> = {
  tanggal_tukar: (_, __, dob) => dateOf(partsOf(dob).year, partsOf(dob).day, partsOf(dob).month) ?? dob,
  tanggal_hari: (_, { random }, dob) => addDays(dob, random.pick([-10, -3, -2, -1, 1, 2, 3, 10])),
  tanggal_bulan: (_, { random }, dob) => addMonths(dob, random.pick([-2, -1, 1, 2])),
  tanggal_tahun: (_, { random, onYear }, dob) => wrongYear(random, dob, onYear),
  tanggal_awal_tahun: (_, __, dob) => `${dob.slice(0, 4)}-01-01`,
  tanggal_kosong: () => '',
};

const NAME_ERRORS: Partial<Record<ErrorCode, (random: Random, draft: Draft) => void>> = {
  muhammad: (random, { name }) => {
    name[0] = pickWeighted(random, MUHAMMAD_SPELLINGS);
  },
  ejaan: (random, { name }) => changeWord(random, name, (word) => respell(random, word)),
  huruf_ganda: (random, { name }) => changeWord(random, name, (word) => redouble(random, word)),
  salah_ketik: (random, { name }) => changeWord(random, name, (word) => mistype(random, word)),
  kata_hilang: (random, { name }) => dropWord(random, name),
  inisial: (random, { name }) => {
    const at = random.between(1, name.length - 1);
    name[at] = `${(name[at] as string).charAt(0)}.`;
  },
  kata_tukar: (random, { name }) => {
    const at = random.below(name.length - 1);
    name.splice(at, 2, name[at + 1] as string, name[at] as string);
  },
  kata_gabung: (random, { name }) => {
    const at = random.below(name.length - 1);
    name.splice(at, 2, `${name[at]}${(name[at + 1] as string).toLowerCase()}`);
  },
  kata_pecah: (random, { name }) => {
    const at = random.below(name.length);
    name.splice(at, 1, ...splitWord(random, name[at] as string));
  },
  kata_tambah: (random, draft) => {
    draft.name.push(
      makeName(random, { sex: random.chance(0.5) ? 'L' : draft.sex, bornYear: 1975, culture: 'jawa' })[0] as string,
    );
  },
  gelar: (random, draft) => {
    if (random.chance(0.75)) draft.name.unshift(pickZipf(random, TITLES.before[draft.sex]));
    else draft.name.push(random.pick(TITLES.after));
  },
  ibu_sebagian: (random, { mother }) => dropWord(random, mother),
  ibu_ejaan: (random, { mother }) => changeWord(random, mother, (word) => respell(random, word)),
  ibu_salah_ketik: (random, { mother }) => changeWord(random, mother, (word) => mistype(random, word)),
  ibu_lain: (random, draft) => {
    draft.mother = makeName(random, { sex: 'P', bornYear: 1960, culture: 'jawa' });
  },
};

const NUMBER_ERRORS: Partial<Record<ErrorCode, (draft: Draft, setting: GarbleSetting) => Partial<Draft>>> = {
  nik_kosong: (_draft) => ({ nik: '' }),
  nik_sementara: (_draft, { villageNumber }) => ({ nik: villageNumber() }),
  nik_kedua: (draft, { secondNik, person }) => ({ nik: secondNik(draft.dob || person.birthOn, draft.sex) }),
  nik_angka: (draft, { random }) => ({ nik: wrongDigit(random, draft.nik) }),
  nik_tukar: (draft, { random }) => ({ nik: swapDigits(random, draft.nik) }),
  nik_hilang: (draft, { random }) => {
    const at = random.below(16);
    return { nik: draft.nik.slice(0, at) + draft.nik.slice(at + 1) };
  },
  nik_kepala: (_draft, { headNik }) => ({ nik: headNik }),
  kk_kosong: (_draft) => ({ kk: '' }),
  kk_angka: (draft, { random }) => ({ kk: wrongDigit(random, draft.kk, 6) }),
  kk_baru: (_draft, { newKk }) => ({ kk: newKk() }),
};

const OTHER_ERRORS: Partial<Record<ErrorCode, (draft: Draft, setting: GarbleSetting) => Partial<Draft>>> = {
  ibu_kosong: (_draft) => ({ mother: [] }),
  kelamin_salah: (draft) => ({ sex: draft.sex === 'L' ? 'P' : 'L' }),
  tempat_kosong: (_draft) => ({ birthPlace: '' }),
  tempat_lain: (_draft, { random, nearPlaces }) => ({ birthPlace: random.pick(nearPlaces).toUpperCase() }),
  alamat_tulis: (_draft, { rewrittenAddress }) => ({ address: rewrittenAddress() }),
  telepon_kosong: (_draft) => ({ phone: '' }),
  telepon_baru: (_draft, { random }) => ({ phone: makePhone(random) }),
  pekerjaan_lain: (_draft, { random }) => ({ occupation: Number(random.pick(Object.keys(PEKERJAAN))) }),
};

/** Applies the drawn mistakes: dates first, since a second NIK carries the date as recorded; titles last, around the finished name. */
export const garble = (draft: Draft, errors: ReadonlySet<ErrorCode>, setting: GarbleSetting): Draft => {
  const { random } = setting;
  for (const code of errors) {
    const change = DATE_ERRORS[code];
    if (change !== undefined && draft.dob !== '') draft.dob = change(draft, setting, draft.dob);
  }
  for (const code of errors) {
    Object.assign(draft, NUMBER_ERRORS[code]?.(draft, setting));
    if (code !== 'gelar') NAME_ERRORS[code]?.(random, draft);
    Object.assign(draft, OTHER_ERRORS[code]?.(draft, setting));
  }
  if (errors.has('gelar')) NAME_ERRORS.gelar?.(random, draft);
  return draft;
};
