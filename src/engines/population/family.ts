import { SHDK, type Shdk } from './civil-codes.ts';
import type { CivilNumbers } from './civil-numbers.ts';
import { CULTURES, type Culture, makeFamilyWord, makeName, type PopulationSex } from './names.ts';
import { makePerson, type Person, type PersonSetting } from './person.ts';
import { type Home, makeHome, pickDesa } from './places.ts';
import { pickWeighted, type Random } from './random.ts';
import { isSameName, likeFather, likeSibling, likeTwin } from './relatives.ts';
import type { DemoDesa, Territory } from './territory.ts';

/** Two different persons whom a careless linker takes for one. */
export type HardKind = 'kembar' | 'ayah_anak' | 'saudara';
export type HardPair = { readonly a: number; readonly b: number; readonly kind: HardKind };

export type Family = {
  readonly index: number;
  readonly nomorKk: string;
  readonly home: Home;
  readonly members: readonly Person[];
  /** Pairs of entities inside the family. */
  readonly hardPairs: readonly HardPair[];
};

/** Kinds of families and their share; the mean is about 3.4 persons, as in the census. */
export const FAMILY_KINDS = [
  ['pasangan_anak', 47],
  ['tiga_generasi', 14],
  ['ibu_tunggal', 11],
  ['pasangan', 8],
  ['pasangan_lansia', 7],
  ['lansia_sendiri', 6],
  ['sendiri', 4],
  ['kakek_cucu', 3],
] as const;

/** Probabilities inside families. */
export const FAMILY_MODEL = {
  /** A birth is of twins (about 11 in 1,000 births). */
  twins: 0.011,
  /** Twins whose names differ by a letter or a word only. */
  twinsNamedAlike: 0.6,
  /** A child's name is built on an elder sibling's first or last word. */
  siblingShares: 0.16,
  /** Children carry the father's last word although the culture has no family names. */
  fatherWord: 0.14,
  /** A son has his father's name, spelt another way or not. */
  fatherAndSon: 0.006,
  /** A brother or sister of the head lives along. */
  famili: 0.04,
} as const;

export type FamilySetting = {
  readonly territory: Territory;
  readonly numbers: CivilNumbers;
  /** Ages are counted on the first of July of this year. */
  readonly onYear: number;
  readonly nextEntity: () => number;
};

type Draft = {
  readonly setting: PersonSetting;
  readonly culture: Culture;
  readonly familyWord: string | undefined;
  readonly members: Person[];
  readonly hardPairs: HardPair[];
};

const add = (
  draft: Draft,
  sex: PopulationSex,
  age: number,
  shdk: Shdk,
  more: Partial<Parameters<typeof makePerson>[1]> = {},
): Person => {
  const { setting, culture } = draft;
  const person = makePerson(setting, { sex, bornYear: setting.onYear - age, shdk, culture, ...more });
  draft.members.push(person);
  return person;
};

const childName = (
  draft: Draft,
  sex: PopulationSex,
  bornYear: number,
  father: Person | undefined,
): readonly string[] => {
  const { random } = draft.setting;
  const { culture, members } = draft;
  if (father !== undefined && sex === 'L' && random.chance(FAMILY_MODEL.fatherAndSon))
    return likeFather(random, father.name);
  const fresh = makeName(random, { sex, bornYear, culture, familyWord: draft.familyWord });
  const elder = members.findLast((one) => one.shdk === SHDK.anak && one.sex === sex);
  if (elder !== undefined && random.chance(FAMILY_MODEL.siblingShares)) return likeSibling(random, elder.name, fresh);
  return fresh;
};

const noteAlikes = (draft: Draft, child: Person, father: Person | undefined): void => {
  for (const other of draft.members) {
    if (other === child || other.sex !== child.sex) continue;
    const shared = child.name.filter((word) => other.name.includes(word) && word !== draft.familyWord).length;
    if (other.shdk === SHDK.anak && shared > 0 && other.birthOn !== child.birthOn) {
      draft.hardPairs.push({ a: other.entity, b: child.entity, kind: 'saudara' });
    }
    if (other === father && isSameName(other.name, child.name)) {
      draft.hardPairs.push({ a: other.entity, b: child.entity, kind: 'ayah_anak' });
    }
  }
};

/** Children of a mother of `motherAge`, the eldest first; a birth may bring twins. */
const addChildren = (
  draft: Draft,
  count: number,
  mother: Person,
  motherAge: number,
  shdk: Shdk,
  father?: Person,
): void => {
  const { random, onYear } = draft.setting;
  let age = Math.min(motherAge - 18, random.between(Math.max(0, motherAge - 32), Math.max(0, motherAge - 18)));
  for (let n = 0; n < count && age >= 0; n += 1) {
    const sex: PopulationSex = random.chance(0.51) ? 'L' : 'P';
    const child = add(draft, sex, age, shdk, {
      name: childName(draft, sex, onYear - age, father),
      mother: mother.name,
    });
    noteAlikes(draft, child, father);
    if (random.chance(FAMILY_MODEL.twins)) {
      const otherSex: PopulationSex = random.chance(0.65) ? sex : sex === 'L' ? 'P' : 'L';
      const alike = random.chance(FAMILY_MODEL.twinsNamedAlike);
      const name = alike ? likeTwin(child.name) : childName(draft, otherSex, onYear - age, undefined);
      const twin = add(draft, otherSex, age, shdk, { name, mother: mother.name, bornWith: child });
      draft.hardPairs.push({ a: child.entity, b: twin.entity, kind: 'kembar' });
    }
    age -= random.between(1, 6);
  }
};

const addCouple = (draft: Draft, headAge: number): { head: Person; wife: Person; wifeAge: number } => {
  const wifeAge = Math.max(18, headAge - draft.setting.random.between(-2, 8));
  const head = add(draft, 'L', headAge, SHDK.kepala, { familyWord: draft.familyWord });
  const wife = add(draft, 'P', wifeAge, SHDK.istri);
  return { head, wife, wifeAge };
};

const childCount = (random: Random): number =>
  pickWeighted(random, [
    [1, 32],
    [2, 38],
    [3, 20],
    [4, 8],
    [5, 2],
  ] as const);

const FILL: Readonly<Record<(typeof FAMILY_KINDS)[number][0], (draft: Draft) => void>> = {
  pasangan_anak: (draft) => {
    const { random } = draft.setting;
    const { head, wife, wifeAge } = addCouple(draft, random.between(23, 60));
    addChildren(draft, childCount(random), wife, wifeAge, SHDK.anak, head);
  },
  tiga_generasi: (draft) => {
    const { random } = draft.setting;
    const headAge = random.between(25, 52);
    const { head, wife, wifeAge } = addCouple(draft, headAge);
    addChildren(draft, childCount(random), wife, wifeAge, SHDK.anak, head);
    const own = random.chance(0.5);
    const elderAge = Math.min(94, (own ? headAge : wifeAge) + random.between(19, 34));
    // The elder living along is the mother of the head or of the wife, so her name stands as mother's name already.
    add(draft, 'P', elderAge, own ? SHDK.orangTua : SHDK.mertua, { name: own ? head.mother : wife.mother });
  },
  ibu_tunggal: (draft) => {
    const { random } = draft.setting;
    const age = random.between(24, 62);
    const mother = add(draft, 'P', age, SHDK.kepala);
    addChildren(draft, random.between(1, 3), mother, age, SHDK.anak);
  },
  pasangan: (draft) => void addCouple(draft, draft.setting.random.between(21, 55)),
  pasangan_lansia: (draft) => void addCouple(draft, draft.setting.random.between(60, 84)),
  lansia_sendiri: (draft) => {
    const { random } = draft.setting;
    add(draft, random.chance(0.75) ? 'P' : 'L', random.between(60, 92), SHDK.kepala);
  },
  sendiri: (draft) => {
    const { random } = draft.setting;
    add(draft, random.chance(0.4) ? 'P' : 'L', random.between(19, 58), SHDK.kepala);
  },
  kakek_cucu: (draft) => {
    const { random } = draft.setting;
    const age = random.between(55, 76);
    add(draft, 'P', age, SHDK.kepala);
    const daughter = makeName(random, { sex: 'P', bornYear: draft.setting.onYear - age + 22, culture: draft.culture });
    for (let n = random.between(1, 2); n > 0; n -= 1) {
      add(draft, random.chance(0.51) ? 'L' : 'P', random.between(2, Math.max(3, age - 45)), SHDK.cucu, {
        mother: daughter,
      });
    }
  },
};

const addFamili = (draft: Draft): void => {
  const { random, onYear } = draft.setting;
  const head = draft.members[0] as Person;
  if (!random.chance(FAMILY_MODEL.famili)) return;
  const age = Math.max(16, onYear - Number(head.birthOn.slice(0, 4)) - random.between(-6, 8));
  add(draft, random.chance(0.5) ? 'L' : 'P', age, SHDK.famili, { mother: head.mother, familyWord: draft.familyWord });
};

/**
 * One family of a population: house, card, members. Deterministic for the stream `random`; entity numbers and civil numbers are
 * counted over all families, so families are made in the order of their index.
 */
export const makeFamily = (random: Random, index: number, setting: FamilySetting, desa: DemoDesa): Family => {
  const { territory, numbers, onYear, nextEntity } = setting;
  const home = makeHome(random, desa);
  const culture = pickWeighted(random, CULTURES);
  const kabupaten = territory.kabupaten.find(({ code }) => desa.code.startsWith(code))?.name ?? territory.provinsi.name;
  const otherKecamatan = territory.kecamatan.map(({ code }) => code);
  const word = makeFamilyWord(random, culture);
  const draft: Draft = {
    setting: {
      random,
      numbers,
      kecamatan: desa.kecamatan,
      otherKecamatan,
      homeKabupaten: kabupaten,
      onYear,
      nextEntity,
    },
    culture,
    familyWord:
      word ??
      (random.chance(FAMILY_MODEL.fatherWord)
        ? makeName(random, { sex: 'L', bornYear: 2001, culture: 'jawa' }).at(-1)
        : undefined),
    members: [],
    hardPairs: [],
  };
  FILL[pickWeighted(random, FAMILY_KINDS)](draft);
  addFamili(draft);
  const issued = `${random.between(2008, onYear - 1)}-${String(random.between(1, 12)).padStart(2, '0')}-${String(random.between(1, 28)).padStart(2, '0')}`;
  const kkKecamatan = random.chance(0.9) ? desa.kecamatan : random.pick(otherKecamatan);
  return { index, nomorKk: numbers.kk(kkKecamatan, issued), home, members: draft.members, hardPairs: draft.hardPairs };
};

/** A desa for the next family, by the desa's share of people. */
export const makeDesaPicker = (desa: readonly DemoDesa[]): ((random: Random) => DemoDesa) => {
  const total = desa.reduce((sum, one) => sum + one.weight, 0);
  return (random) => pickDesa(random, desa, total);
};
