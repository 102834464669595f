import { generatePeople, type PersonRecord } from '../../src/engines/population/index.ts';
import type { FreshDatabase } from '../support/database.ts';
import { areaId, inRegistry, makeResident } from './person.ts';

const isWhole = (record: PersonRecord) => record.name.length > 2 && record.dob !== '' && record.nik.length === 16;

/** Records of people whom the generator registered twice, both with a name and a day of birth, in the order of the true persons. */
const recordsTwice = (people: number): PersonRecord[][] => {
  const byEntity = new Map<number, PersonRecord[]>();
  for (const record of generatePeople({ persons: 1200, seed: 20260715, duplicates: 0.1 }))
    byEntity.set(record.entity, [...(byEntity.get(record.entity) ?? []), record]);
  return [...byEntity]
    .toSorted(([a], [b]) => a - b)
    .map(([, records]) => records)
    .filter((records) => records.length === 2 && records.every(isWhole))
    .slice(0, people);
};

/**
 * Registers people of the generator, each recorded twice with the mistakes that registers make, at one place.
 * @returns the ids of both records of each of them
 */
export const makeGeneratedPairs = async (database: FreshDatabase, desa: string, people: number) => {
  const home = await areaId(database, desa);
  return inRegistry(database.db, 'verifikator', async (ctx) => {
    const made: [string, string][] = [];
    for (const records of recordsTwice(people)) {
      const ids: string[] = [];
      for (const record of records) {
        const person = await makeResident(ctx, home, {
          name: record.name,
          sex: record.sex,
          birth: { on: record.dob, precision: 'hari' },
          birthPlace: record.birthPlace || null,
          motherName: record.mother || null,
          nik: record.nik,
        });
        ids.push(person.personId);
      }
      made.push([ids[0] ?? '', ids[1] ?? '']);
    }
    return made;
  });
};
