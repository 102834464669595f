import { PEKERJAAN, SHDK } from './civil-codes.ts';
import type { CivilNumbers } from './civil-numbers.ts';
import { drawErrors, type RecordKind } from './draw-errors.ts';
import {
  ERROR_MODEL,
  type ErrorCode,
  HUSBAND_NAME_SHARE,
  THIRD_RECORD_SHARE,
  WHOLE_FAMILY_MOVES,
  WHOLE_FAMILY_NEW_CARD,
  WHOLE_FAMILY_SHARE,
} from './error-model.ts';
import type { Family } from './family.ts';
import { type Draft, type GarbleSetting, garble, hasMuhammad } from './garble.ts';
import { makeName, type PopulationSex } from './names.ts';
import type { Person } from './person.ts';
import { type Home, makeHome, rewriteAddress } from './places.ts';
import { mix32, type Random } from './random.ts';

/** One row of people.csv with its truth. All texts in capitals, as registers print; empty where nothing is recorded. */
export type PersonRecord = {
  /** `P` and ten digits, without order and without any hint of who it is. */
  readonly id: string;
  /** The true person, from 1. */
  readonly entity: number;
  readonly name: string;
  readonly mother: string;
  /** YYYY-MM-DD or empty. */
  readonly dob: string;
  readonly birthPlace: string;
  readonly sex: PopulationSex;
  readonly nik: string;
  readonly kk: string;
  /** Kemendagri code of the desa or kelurahan, with dots. */
  readonly village: string;
  readonly rt: string;
  readonly rw: string;
  readonly address: string;
  readonly phone: string;
  readonly occupation: string;
  /** `asli` or `duplikat`, then what is special about the person and every mistake made (codes of ERROR_MODEL). */
  readonly classes: readonly string[];
};

/** The year ages are counted on. */
export const ON_YEAR = 2026;

const pad3 = (n: number): string => String(n).padStart(3, '0');
const upper = (words: readonly string[]): string => words.join(' ').toUpperCase();

/** Where and on which card a record stands; a second registration may have its own. */
type Seat = {
  readonly home: Home;
  readonly kk: string;
  readonly headNik: string;
  readonly origin?: 'menikah' | 'pindah' | 'pindah_rt';
};

/** What all records of a population are made with. */
export type RecordMaker = {
  readonly seed: number;
  /** Share of persons registered again. */
  readonly duplicates: number;
  readonly numbers: CivilNumbers;
  readonly pickDesa: (random: Random) => Home['desa'];
  readonly nextDuplicate: () => number;
};

/** A record's id from its number: a bijection, so ids are unique and tell nothing. */
export const idOf = (seed: number, number: number): string => `P${String(mix32(seed, number)).padStart(10, '0')}`;

const newKkNumber = (random: Random, numbers: CivilNumbers, home: Home): string =>
  numbers.kk(home.desa.kecamatan, `${random.between(2012, ON_YEAR - 1)}-${pad3(random.between(1, 12)).slice(1)}-15`);

const isAdult = (person: Person): boolean => ON_YEAR - Number(person.birthOn.slice(0, 4)) >= 17;
const isYoungWoman = (person: Person): boolean =>
  person.sex === 'P' && isAdult(person) && ON_YEAR - Number(person.birthOn.slice(0, 4)) <= 40;

const appliesTo = (person: Person, seat: Seat) => {
  const twoWords = person.name.length > 1;
  const isHead = person.shdk === SHDK.kepala;
  const moved = seat.origin !== undefined;
  return (code: ErrorCode): boolean => {
    if (code === 'menikah' || code === 'pindah' || code === 'pindah_rt') return false;
    if (code === 'muhammad') return hasMuhammad(person.name);
    if (code.startsWith('kata_') && code !== 'kata_pecah' && code !== 'kata_tambah') return twoWords;
    if (code === 'inisial') return twoWords;
    if (code === 'ibu_sebagian') return person.mother.length > 1;
    if (code === 'nik_kepala') return !isHead;
    if (code === 'kk_baru' || code === 'alamat_tulis') return !moved;
    if (code === 'tanggal_tukar') return Number(person.birthOn.slice(8)) <= 12;
    if (code.startsWith('telepon')) return person.phone !== '';
    if (code === 'pekerjaan_lain') return isAdult(person);
    return true;
  };
};

const classesOf = (kind: RecordKind, person: Person, seat: Seat, errors: ReadonlySet<ErrorCode>): string[] => {
  const classes = [kind === 'original' ? 'asli' : 'duplikat'];
  if (person.name.length === 1) classes.push('nama_tunggal');
  if (errors.has('nik_kosong') || errors.has('nik_sementara')) classes.push('tanpa_nik');
  if (seat.origin !== undefined) classes.push(seat.origin);
  return [...classes, ...errors];
};

/** What the register would have written without a mistake; a married woman may carry her husband's name. */
const startOf = (random: Random, person: Person, { home, kk, origin }: Seat): Draft => {
  const named = origin === 'menikah' && random.chance(HUSBAND_NAME_SHARE);
  const husband = named
    ? [makeName(random, { sex: 'L', bornYear: 1990, culture: person.culture }).at(-1) as string]
    : [];
  const { birthOn: dob, birthPlace, sex, nik, phone, occupation } = person;
  const name = [...person.name, ...husband];
  return { name, mother: [...person.mother], dob, birthPlace, sex, nik, kk, address: home.address, phone, occupation };
};

const garbleSetting = (
  numbers: CivilNumbers,
  random: Random,
  person: Person,
  { home, headNik }: Seat,
): GarbleSetting => ({
  random,
  person,
  headNik,
  onYear: ON_YEAR,
  secondNik: (birthOn, sex) => numbers.nik(home.desa.kecamatan, birthOn, sex),
  newKk: () => newKkNumber(random, numbers, home),
  villageNumber: () => `0${home.desa.code.replaceAll('.', '')}${String(random.between(1, 99_999)).padStart(5, '0')}`,
  rewrittenAddress: () => rewriteAddress(random, home),
  nearPlaces: [home.desa.name, `${person.birthPlace} KOTA`, `KAB. ${person.birthPlace}`],
});

const makeRecord = (maker: RecordMaker, random: Random, person: Person, seat: Seat, kind: RecordKind): PersonRecord => {
  const { home } = seat;
  const errors = drawErrors(random, kind, appliesTo(person, seat));
  const draft = garble(startOf(random, person, seat), errors, garbleSetting(maker.numbers, random, person, seat));
  const number = kind === 'original' ? person.entity : maker.nextDuplicate();
  return {
    id: idOf(maker.seed, number),
    entity: person.entity,
    name: upper(draft.name),
    mother: upper(draft.mother),
    dob: draft.dob,
    birthPlace: draft.birthPlace,
    sex: draft.sex,
    nik: draft.nik,
    kk: draft.kk,
    village: home.desa.code,
    rt: pad3(home.rt),
    rw: pad3(home.rw),
    address: draft.address,
    phone: draft.phone,
    occupation: PEKERJAAN[draft.occupation] as string,
    classes: classesOf(kind, person, seat, errors),
  };
};

/** The seat of one person registered again by herself. */
const duplicateSeat = (maker: RecordMaker, random: Random, person: Person, seat: Seat): Seat => {
  const marries = isYoungWoman(person) && random.chance(ERROR_MODEL.menikah.duplicate);
  if (marries || random.chance(ERROR_MODEL.pindah.duplicate)) {
    const home = makeHome(random, maker.pickDesa(random));
    const origin = marries ? 'menikah' : 'pindah';
    return { home, kk: newKkNumber(random, maker.numbers, home), headNik: seat.headNik, origin };
  }
  if (!random.chance(ERROR_MODEL.pindah_rt.duplicate)) return seat;
  return { ...seat, home: makeHome(random, seat.home.desa), origin: 'pindah_rt' };
};

/** The seat of a whole family registered again: moved away, or at home with the old card or a new one. */
const familySeat = (maker: RecordMaker, random: Random, seat: Seat): Seat => {
  if (random.chance(WHOLE_FAMILY_MOVES)) {
    const home = makeHome(random, maker.pickDesa(random));
    return { home, kk: newKkNumber(random, maker.numbers, home), headNik: seat.headNik, origin: 'pindah' };
  }
  return random.chance(WHOLE_FAMILY_NEW_CARD) ? { ...seat, kk: newKkNumber(random, maker.numbers, seat.home) } : seat;
};

/** All records of one family: the originals of `members`, then the duplicates of some. */
export const recordsOf = (
  maker: RecordMaker,
  random: Random,
  family: Family,
  members: readonly Person[],
): PersonRecord[] => {
  const share = maker.duplicates;
  const seat: Seat = { home: family.home, kk: family.nomorKk, headNik: (family.members[0] as Person).nik };
  const records = members.map((person) => makeRecord(maker, random, person, seat, 'original'));
  const again = random.chance(share * WHOLE_FAMILY_SHARE) ? familySeat(maker, random, seat) : undefined;
  for (const person of members) {
    if (again !== undefined) records.push(makeRecord(maker, random, person, again, 'duplicate'));
    else if (!random.chance(share * (1 - WHOLE_FAMILY_SHARE))) continue;
    else records.push(makeRecord(maker, random, person, duplicateSeat(maker, random, person, seat), 'duplicate'));
    if (random.chance(THIRD_RECORD_SHARE)) {
      records.push(makeRecord(maker, random, person, duplicateSeat(maker, random, person, seat), 'duplicate'));
    }
  }
  return records;
};
