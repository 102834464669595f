import { PEKERJAAN, SHDK } from './civil-codes.ts';
import { type CivilNumbers, makeCivilNumbers } from './civil-numbers.ts';
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
import { type Family, type HardKind, makeDesaPicker, makeFamily } from './family.ts';
import { type Draft, garble, hasMuhammad } from './garble.ts';
import { makeName, type PopulationSex } from './names.ts';
import type { Person } from './person.ts';
import { type Home, makeHome, rewriteAddress } from './places.ts';
import { mix32, type Random, randomFrom } from './random.ts';
import { DEMO_DESA, demoTerritory, type Territory, wideTerritory } from './territory.ts';

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

/** Two records of different persons that look like one: born twins, father and son of one name, siblings, a shared NIK. */
export type HardNegative = { readonly a: string; readonly b: string; readonly kind: HardKind | 'nik_bersama' };

export type PeopleOptions = {
  /** Number of true persons. */
  readonly persons: number;
  readonly seed: number;
  /** Share of persons who are registered again, 0 to 1; a tenth of them a third time. Default 0.05. */
  readonly duplicates?: number;
  readonly onHardNegative?: (pair: HardNegative) => void;
};

/** The year ages are counted on. */
const ON_YEAR = 2026;
const PERSONS_PER_DESA = 3000;
/** Rows are handed out in the order of a shuffled window, so that duplicates do not stand beside their originals. */
const SHUFFLE_WINDOW = 60_000;
const FIRST_DUPLICATE_NUMBER = 2 ** 31;

const territoryFor = (persons: number): Territory => {
  const count = Math.max(2, Math.ceil(persons / PERSONS_PER_DESA));
  const demo = demoTerritory();
  if (count <= DEMO_DESA.length) return { ...demo, desa: demo.desa.slice(0, count) };
  const wide = wideTerritory(count - DEMO_DESA.length);
  return {
    provinsi: demo.provinsi,
    kabupaten: [...demo.kabupaten, ...wide.kabupaten],
    kecamatan: [...demo.kecamatan, ...wide.kecamatan],
    desa: [...demo.desa, ...wide.desa],
  };
};

const pad3 = (n: number): string => String(n).padStart(3, '0');
const upper = (words: readonly string[]): string => words.join(' ').toUpperCase();

/** Where and on which card a record stands; a second registration may have its own. */
type Seat = {
  readonly home: Home;
  readonly kk: string;
  readonly headNik: string;
  readonly origin?: 'menikah' | 'pindah' | 'pindah_rt';
};

type Maker = {
  readonly options: PeopleOptions;
  readonly numbers: CivilNumbers;
  readonly pickDesa: (random: Random) => Home['desa'];
  readonly nextDuplicate: () => number;
};

const idOf = (seed: number, number: number): string => `P${String(mix32(seed, number)).padStart(10, '0')}`;

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

const makeRecord = (maker: Maker, random: Random, person: Person, seat: Seat, kind: RecordKind): PersonRecord => {
  const { home } = seat;
  const { options, numbers } = maker;
  const errors = drawErrors(random, kind, appliesTo(person, seat));
  const married = seat.origin === 'menikah' && random.chance(HUSBAND_NAME_SHARE);
  const husband = married
    ? [makeName(random, { sex: 'L', bornYear: 1990, culture: person.culture }).at(-1) as string]
    : [];
  const draft: Draft = garble(
    {
      name: [...person.name, ...husband],
      mother: [...person.mother],
      dob: person.birthOn,
      birthPlace: person.birthPlace,
      sex: person.sex,
      nik: person.nik,
      kk: seat.kk,
      address: home.address,
      phone: person.phone,
      occupation: person.occupation,
    },
    errors,
    {
      random,
      person,
      headNik: seat.headNik,
      onYear: ON_YEAR,
      secondNik: (birthOn, sex) => numbers.nik(home.desa.kecamatan, birthOn, sex),
      newKk: () => newKkNumber(random, numbers, home),
      villageNumber: () =>
        `0${home.desa.code.replaceAll('.', '')}${String(random.between(1, 99_999)).padStart(5, '0')}`,
      rewrittenAddress: () => rewriteAddress(random, home),
      nearPlaces: [home.desa.name, `${person.birthPlace} KOTA`, `KAB. ${person.birthPlace}`],
    },
  );
  const number = kind === 'original' ? person.entity : maker.nextDuplicate();
  return {
    id: idOf(options.seed, number),
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
const duplicateSeat = (maker: Maker, random: Random, person: Person, seat: Seat): Seat => {
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
const familySeat = (maker: Maker, random: Random, seat: Seat): Seat => {
  if (random.chance(WHOLE_FAMILY_MOVES)) {
    const home = makeHome(random, maker.pickDesa(random));
    return { home, kk: newKkNumber(random, maker.numbers, home), headNik: seat.headNik, origin: 'pindah' };
  }
  return random.chance(WHOLE_FAMILY_NEW_CARD) ? { ...seat, kk: newKkNumber(random, maker.numbers, seat.home) } : seat;
};

/** All records of one family: the originals of `members`, then the duplicates of some. */
const recordsOf = (maker: Maker, random: Random, family: Family, members: readonly Person[]): PersonRecord[] => {
  const share = maker.options.duplicates ?? 0.05;
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

const tellHardNegatives = (maker: Maker, family: Family, persons: number, records: readonly PersonRecord[]): void => {
  const tell = maker.options.onHardNegative;
  if (tell === undefined) return;
  const id = (entity: number): string => idOf(maker.options.seed, entity);
  for (const { a, b, kind } of family.hardPairs) if (a <= persons && b <= persons) tell({ a: id(a), b: id(b), kind });
  const head = family.members[0] as Person;
  for (const record of records) {
    if (record.classes.includes('nik_kepala')) tell({ a: id(head.entity), b: record.id, kind: 'nik_bersama' });
  }
};

/**
 * A synthetic population as registers have it: `persons` true persons and the records that were made twice, one record at a time,
 * in no order. Deterministic for its options. Memory does not grow with `persons` beyond the counters of civil numbers
 * (about 170 KB per kecamatan) and the shuffle window.
 */
export function* generatePeople(options: PeopleOptions): Generator<PersonRecord> {
  const { persons, seed } = options;
  const territory = territoryFor(persons);
  const numbers = makeCivilNumbers();
  let entity = 0;
  let duplicate = FIRST_DUPLICATE_NUMBER;
  const maker: Maker = { options, numbers, pickDesa: makeDesaPicker(territory.desa), nextDuplicate: () => duplicate++ };
  const setting = { territory, numbers, onYear: ON_YEAR, nextEntity: () => ++entity };
  const shuffle = randomFrom(seed, 3);
  const window: PersonRecord[] = [];
  for (let index = 0; entity < persons; index += 1) {
    const random = randomFrom(seed, 1, index);
    const family = makeFamily(random, index, setting, maker.pickDesa(random));
    const members = family.members.filter((person) => person.entity <= persons);
    const records = recordsOf(maker, randomFrom(seed, 2, index), family, members);
    tellHardNegatives(maker, family, persons, records);
    for (const record of records) {
      if (window.length < SHUFFLE_WINDOW) {
        window.push(record);
        continue;
      }
      const at = shuffle.below(SHUFFLE_WINDOW);
      yield window[at] as PersonRecord;
      window[at] = record;
    }
  }
  for (let left = window.length; left > 0; left -= 1) {
    const at = shuffle.below(left);
    yield window[at] as PersonRecord;
    window[at] = window[left - 1] as PersonRecord;
  }
}
