import type { LocalDate } from '#kernel/local-date.ts';
import { SHDK, type Shdk } from './civil-codes.ts';
import type { Family } from './family.ts';
import type { PopulationSex } from './names.ts';
import { type Home, makeHome } from './places.ts';
import { mix32, type Random, randomFrom } from './random.ts';
import { shiftedDay } from './siks-cells.ts';
import type { SiksClean } from './siks-clean.ts';
import { SIKS_DIRT, SIKS_MONTHLY, type SiksDirtCode } from './siks-dirt.ts';
import type { DemoDesa } from './territory.ts';

/** One person on the list of a month, before cells are written. */
export type Listed = {
  readonly entity: number;
  readonly clean: SiksClean;
  readonly dirt: ReadonlySet<SiksDirtCode>;
  readonly status: 'baru' | 'berubah' | 'tetap' | 'tidak_tercantum';
  readonly story: string;
  readonly headNik: string;
  /** Names the row's own random streams. */
  readonly salt: number;
};

export type ListingContext = {
  readonly seed: number;
  readonly month: number;
  /** The month the family came onto the list. */
  readonly since: number;
  readonly desa: readonly DemoDesa[];
};

const STREAM = { dirt: 31, aid: 32, familyMonth: 33, personMonth: 34 } as const;
const SECOND_ROW = 2 ** 31;

type Known = {
  readonly entity: number;
  readonly name: string;
  readonly nik: string;
  readonly birthOn: LocalDate;
  readonly birthPlace: string;
  readonly sex: PopulationSex;
  readonly mother: string;
  readonly shdk: Shdk;
  readonly occupation: number;
};
type Seat = { readonly home: Home; readonly kk: string };

export const idDtksOf = (seed: number, desa: DemoDesa, number: number): string =>
  `D${desa.code.slice(0, 5).replace('.', '')}${String(mix32(seed, number % 2 ** 32)).padStart(10, '0')}`;

/** The row as it should be; aid and padan are drawn for the person. */
export const cleanOf = (seed: number, known: Known, { home, kk }: Seat): SiksClean => {
  const random = randomFrom(seed, STREAM.aid, known.entity);
  const listed = random.chance(0.45);
  const { name, nik, birthOn, birthPlace, sex, mother, shdk, occupation } = known;
  return {
    name,
    nik,
    birthOn,
    birthPlace,
    sex,
    mother,
    shdk,
    occupation,
    idDtks: '',
    desa: home.desa,
    address: home.address,
    dusun: home.dusun,
    rt: home.rt,
    rw: home.rw,
    nomorKk: kk,
    padan: random.chance(0.88),
    bpnt: listed && known.shdk === SHDK.kepala,
    pkh: listed && random.chance(0.35),
    bpntPpkm: listed && random.chance(0.1),
    pbi: random.chance(0.62),
  };
};

const DIRT_GROUPS: readonly (readonly SiksDirtCode[])[] = [
  ...Map.groupBy(Object.keys(SIKS_DIRT) as SiksDirtCode[], (code) => SIKS_DIRT[code].group).values(),
];

/** Kinds of dirt that say nothing about this person are left out: a head cannot be a second head. */
const fits = (code: SiksDirtCode, family: Family, at: number): boolean => {
  const person = family.members[at] as Family['members'][number];
  const year = Number(person.birthOn.slice(0, 4));
  if (code === 'nik_dipakai_lain' || code === 'dua_kepala') return at > 0;
  if (code === 'tanggal_amerika') return Number(person.birthOn.slice(8)) > 12;
  if (code === 'tanggal_masa_depan') return year + 120 > 2030;
  return true;
};

/** The dirt of a person's row, the same every month; `row` 2 is the second row of a person listed twice. */
export const drawDirt = (seed: number, family: Family, at: number, row: 1 | 2 = 1): Set<SiksDirtCode> => {
  const person = family.members[at] as Family['members'][number];
  const random = randomFrom(seed, STREAM.dirt, row, person.entity);
  const drawn = new Set<SiksDirtCode>();
  for (const group of DIRT_GROUPS) {
    let left = random.next();
    for (const code of group) {
      left -= SIKS_DIRT[code].share;
      if (left >= 0) continue;
      if (fits(code, family, at)) drawn.add(code);
      break;
    }
  }
  if (row === 2) drawn.delete('orang_ganda');
  return drawn;
};

type FamilyMonth = { readonly seat: Seat; readonly gone: number; readonly changed: boolean; readonly newCard: boolean };

/** Where the family stands in this month: moves and cards of all months so far, and the month it left the list (0 never). */
const familyInMonth = (context: ListingContext, family: Family): FamilyMonth => {
  const { seed, month, since, desa } = context;
  let seat: Seat = { home: family.home, kk: family.nomorKk };
  let [changed, newCard] = [false, false];
  for (let k = since + 1; k <= month; k += 1) {
    const random = randomFrom(seed, STREAM.familyMonth, k, family.index);
    if (random.chance(SIKS_MONTHLY.familyGone)) return { seat, gone: k, changed, newCard };
    const moved = random.chance(SIKS_MONTHLY.familyMoved);
    if (moved) seat = { ...seat, home: makeHome(random, random.pick(desa.filter((one) => one !== seat.home.desa))) };
    const renewed = random.chance(SIKS_MONTHLY.newKk);
    if (renewed) seat = { ...seat, kk: renewedKk(family, seat.home, k) };
    newCard ||= renewed;
    if (k === month) changed = moved || renewed;
  }
  return { seat, gone: 0, changed, newCard };
};

/** A card of month `month` of 2026: day and serial follow from the family, so the next month's file has the same number. */
const renewedKk = ({ index }: Family, { desa }: Home, month: number): string => {
  const day = String((index % 28) + 1).padStart(2, '0');
  const serial = String(1000 + (Math.floor(index / 28) % 9000));
  return `${desa.kecamatan.replaceAll('.', '')}${day}${String(((month - 1) % 12) + 1).padStart(2, '0')}26${serial}`;
};

type PersonMonth = { clean: SiksClean; dirt: Set<SiksDirtCode>; gone: number; changed: boolean };

const AIDS = ['pkh', 'pbi', 'bpntPpkm'] as const;

const livePersonMonth = (state: PersonMonth, random: Random, isThisMonth: boolean): void => {
  const filled = state.dirt.has('nik_kosong') && random.chance(SIKS_MONTHLY.nikFilled);
  if (filled) state.dirt.delete('nik_kosong');
  const flips = random.chance(SIKS_MONTHLY.statusChanged);
  const aid = random.pick(AIDS);
  if (flips) state.clean = { ...state.clean, [aid]: !state.clean[aid] };
  if (isThisMonth) state.changed ||= filled || flips;
};

/**
 * The persons of a family on this month's list, the first `count` members; with `only` one of them as the second row of a person
 * listed twice. Those who left the list this month are told as `tidak_tercantum`, those who left earlier not at all.
 */
export function* listFamily(context: ListingContext, family: Family, count: number, only?: number): Generator<Listed> {
  const { seed, month, since } = context;
  const row = only === undefined ? 1 : 2;
  const inMonth = familyInMonth(context, family);
  for (const [at, person] of family.members.entries()) {
    if (at >= count || (only !== undefined && at !== only)) continue;
    const dirt = drawDirt(seed, family, at, row);
    const number = row === 1 ? person.entity : person.entity + SECOND_ROW;
    const birthOn = dirt.has('nik_beda_tanggal') ? shiftedDay(person.birthOn) : person.birthOn;
    const known = {
      ...person,
      birthOn,
      name: person.name.join(' ').toUpperCase(),
      mother: person.mother.join(' ').toUpperCase(),
    };
    const clean = { ...cleanOf(seed, known, inMonth.seat), idDtks: idDtksOf(seed, family.home.desa, number) };
    const state: PersonMonth = { clean, dirt, gone: inMonth.gone, changed: inMonth.changed };
    if (inMonth.newCard) for (const code of ['kk_kosong', 'kk_ilmiah', 'kk_15_angka'] as const) dirt.delete(code);
    for (let k = since + 1; k <= month && (state.gone === 0 || k < state.gone); k += 1) {
      const random = randomFrom(seed, STREAM.personMonth, k, number);
      if (random.chance(SIKS_MONTHLY.personGone)) state.gone = k;
      else livePersonMonth(state, random, k === month);
    }
    if (state.gone !== 0 && state.gone < month) continue;
    const stays = month === since ? 'baru' : state.changed ? 'berubah' : 'tetap';
    const headNik = (family.members[0] as Family['members'][number]).nik;
    yield {
      entity: person.entity,
      clean: state.clean,
      dirt: state.dirt,
      status: state.gone === month ? 'tidak_tercantum' : stays,
      story: '',
      headNik,
      salt: number,
    };
  }
}
