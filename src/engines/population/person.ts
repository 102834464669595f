import { daysInMonth, type LocalDate } from '#kernel/local-date.ts';
import type { Shdk } from './civil-codes.ts';
import { SHDK } from './civil-codes.ts';
import type { CivilNumbers } from './civil-numbers.ts';
import { type Culture, makeName, type PopulationSex } from './names.ts';
import { makeBirthPlace, makePhone } from './places.ts';
import { pickWeighted, type Random } from './random.ts';

/** A true person, before any register made a mistake about her. */
export type Person = {
  /** Running number over the whole population, from 1. */
  readonly entity: number;
  /** Words of the name, capital first. */
  readonly name: readonly string[];
  readonly mother: readonly string[];
  readonly birthOn: LocalDate;
  readonly birthPlace: string;
  readonly sex: PopulationSex;
  readonly nik: string;
  readonly shdk: Shdk;
  /** Code of SIAK, a key of PEKERJAAN. */
  readonly occupation: number;
  /** Empty when the person has no telephone. */
  readonly phone: string;
  readonly culture: Culture;
};

export type PersonWish = {
  readonly sex: PopulationSex;
  readonly bornYear: number;
  readonly shdk: Shdk;
  readonly culture: Culture;
  readonly familyWord?: string | undefined;
  readonly name?: readonly string[] | undefined;
  readonly mother?: readonly string[] | undefined;
  /** Born on the day and at the place of this one: the twin. */
  readonly bornWith?: Person | undefined;
};

/** What all persons of one family are made with. */
export type PersonSetting = {
  readonly random: Random;
  readonly numbers: CivilNumbers;
  readonly kecamatan: string;
  /** Where a NIK of somebody born elsewhere may come from. */
  readonly otherKecamatan: readonly string[];
  readonly homeKabupaten: string;
  readonly onYear: number;
  readonly nextEntity: () => number;
};

const two = (n: number): string => (n < 10 ? `0${n}` : String(n));

/** Old people often have 1 January or 1 July on their papers, NIK included: nobody wrote the day down when they were born. */
const makeBirthOn = (random: Random, year: number, onYear: number): LocalDate => {
  if (random.chance(year < 1960 ? 0.09 : year < 1980 ? 0.02 : 0.003))
    return `${year}-${random.chance(0.75) ? '01-01' : '07-01'}`;
  const month = random.between(1, year === onYear ? 6 : 12);
  return `${year}-${two(month)}-${two(random.between(1, daysInMonth(year, month)))}`;
};

const occupationOf = (random: Random, sex: PopulationSex, age: number): number => {
  if (age < 6) return 1;
  if (age < 18 || (age < 23 && random.chance(0.4))) return 3;
  if (age > 65 && random.chance(0.55)) return random.chance(0.15) ? 4 : 1;
  if (sex === 'P') {
    return pickWeighted(random, [
      [2, 58],
      [15, 10],
      [84, 8],
      [20, 6],
      [19, 5],
      [88, 4],
      [65, 3],
      [23, 3],
      [5, 1.5],
      [18, 1.5],
    ] as const);
  }
  return pickWeighted(random, [
    [19, 24],
    [9, 18],
    [15, 17],
    [88, 10],
    [20, 9],
    [11, 7],
    [26, 4],
    [81, 4],
    [84, 4],
    [5, 2],
    [18, 1.5],
    [85, 0.7],
    [10, 0.8],
    [8, 0.5],
  ] as const);
};

const kecamatanOfNik = (nik: string): string => `${nik.slice(0, 2)}.${nik.slice(2, 4)}.${nik.slice(4, 6)}`;

/** Makes one person; name, mother and birth date are drawn unless the family already knows them. */
export const makePerson = (setting: PersonSetting, wish: PersonWish): Person => {
  const { random } = setting;
  const { sex, bornYear, culture, shdk } = wish;
  const age = setting.onYear - bornYear;
  const birthOn = wish.bornWith?.birthOn ?? makeBirthOn(random, bornYear, setting.onYear);
  const bornHere = random.chance(age < 20 ? 0.9 : 0.72);
  const drawn = bornHere ? setting.kecamatan : random.pick(setting.otherKecamatan);
  const prefix = wish.bornWith === undefined ? drawn : kecamatanOfNik(wish.bornWith.nik);
  const hasPhone = age >= 15 && random.chance(age > 60 ? 0.35 : 0.72);
  return {
    entity: setting.nextEntity(),
    name: wish.name ?? makeName(random, { sex, bornYear, culture, familyWord: wish.familyWord }),
    mother: wish.mother ?? makeName(random, { sex: 'P', bornYear: bornYear - random.between(17, 38), culture }),
    birthOn,
    birthPlace: wish.bornWith?.birthPlace ?? makeBirthPlace(random, setting.homeKabupaten, bornHere),
    sex,
    nik: setting.numbers.nik(prefix, birthOn, sex),
    shdk,
    occupation: shdk === SHDK.pembantu ? 23 : occupationOf(random, sex, age),
    phone: hasPhone ? makePhone(random) : '',
    culture,
  };
};
