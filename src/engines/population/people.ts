import { makeCivilNumbers } from './civil-numbers.ts';
import { type Family, type HardKind, makeDesaPicker, makeFamily } from './family.ts';
import type { Person } from './person.ts';
import { randomFrom } from './random.ts';
import { idOf, ON_YEAR, type PersonRecord, recordsOf } from './records.ts';
import { DEMO_DESA, demoTerritory, type Territory, wideTerritory } from './territory.ts';

export type { PersonRecord } from './records.ts';

/**
 * Two records of different persons that look like one: born twins, father and son of one name, siblings, a shared NIK, and two people
 * with the same single name and the same estimated birthday.
 */
export type HardNegative = {
  readonly a: string;
  readonly b: string;
  readonly kind: HardKind | 'nik_bersama' | 'nama_lazim';
};

export type PeopleOptions = {
  /** Number of true persons. */
  readonly persons: number;
  readonly seed: number;
  /** Share of persons who are registered again, 0 to 1; a tenth of them a third time. Default 0.05. */
  readonly duplicates?: number;
  readonly onHardNegative?: (pair: HardNegative) => void;
};

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

type Teller = {
  readonly options: PeopleOptions;
  /** People with one name and a birthday on 1 January or 1 July, by both. */
  readonly commonNames: Map<string, number>;
};

/** SUMIATI, born 1 January 1952, is a different woman from SUMIATI, born 1 January 1952. */
const tellCommonName = ({ options, commonNames }: Teller, person: Person): void => {
  if (person.name.length > 1 || !/-0[17]-01$/.test(person.birthOn)) return;
  const key = `${person.name[0]} ${person.sex} ${person.birthOn}`;
  const before = commonNames.get(key);
  if (before !== undefined) {
    options.onHardNegative?.({
      a: idOf(options.seed, before),
      b: idOf(options.seed, person.entity),
      kind: 'nama_lazim',
    });
  }
  commonNames.set(key, person.entity);
};

const tellHardNegatives = (teller: Teller, family: Family, persons: number, records: readonly PersonRecord[]): void => {
  const tell = teller.options.onHardNegative;
  if (tell === undefined) return;
  const id = (entity: number): string => idOf(teller.options.seed, entity);
  for (const person of family.members) if (person.entity <= persons) tellCommonName(teller, person);
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
  const pickDesa = makeDesaPicker(territory.desa);
  const maker = { seed, duplicates: options.duplicates ?? 0.05, numbers, pickDesa, nextDuplicate: () => duplicate++ };
  const teller: Teller = { options, commonNames: new Map() };
  const setting = { territory, numbers, onYear: ON_YEAR, nextEntity: () => ++entity };
  const shuffle = randomFrom(seed, 3);
  const window: PersonRecord[] = [];
  for (let index = 0; entity < persons; index += 1) {
    const random = randomFrom(seed, 1, index);
    const family = makeFamily(random, index, setting, pickDesa(random));
    const members = family.members.filter((person) => person.entity <= persons);
    const records = recordsOf(maker, randomFrom(seed, 2, index), family, members);
    tellHardNegatives(teller, family, persons, records);
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
