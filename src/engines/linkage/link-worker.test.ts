import { expect, test } from 'vitest';
import { generatePeople } from '../population/index.ts';
import { createGathered, gather, linkGathered } from './link-persons.ts';
import { createLinkWorker } from './link-worker.ts';
import type { LinkPerson } from './person.ts';
import { ImplausibleModelError } from './plausible.ts';

const people: LinkPerson[] = [...generatePeople({ persons: 1200, seed: 306, duplicates: 0.05 })].map((r) => ({
  id: r.id,
  name: r.name,
  motherName: r.mother,
  birthOn: r.dob,
  sex: r.sex === 'L' ? 'male' : 'female',
  nik: r.nik,
  nomorKk: r.kk,
  areaCode: r.village,
}));

test('a thread gives the same result as the same process, and leaves the server free meanwhile', async () => {
  const gathered = createGathered();
  gather(gathered, people);
  const here = linkGathered(gathered, {});
  const worker = createLinkWorker(people.length);
  for (let at = 0; at < people.length; at += 500) await worker.add(people.slice(at, at + 500));
  let turns = 0;
  const clock = setInterval(() => {
    turns += 1;
  }, 1);
  const there = await worker.link({});
  clearInterval(clock);
  expect(turns).toBeGreaterThan(0);
  expect({ ...there, seconds: 0 }).toEqual({ ...here, seconds: 0 });
  expect(there.suspects.length).toBeGreaterThan(20);
  expect(there.clusters.every((ids) => ids.length > 1)).toBe(true);
});

test('decisions by id bind; ids that are gone are passed over', () => {
  const gathered = createGathered();
  gather(gathered, people);
  const [pair] = linkGathered(gathered, { training: 'off' }).clusters;
  const [idA, idB] = [pair![0]!, pair![1]!];
  const apart = linkGathered(gathered, {
    training: 'off',
    decided: [
      { idA, idB, same: false },
      { idA: 'gone', idB, same: true },
    ],
  });
  expect(apart.clusters.some((ids) => ids.includes(idA) && ids.includes(idB))).toBe(false);
  const forbidden = linkGathered(gathered, { training: 'off', cannotLink: [[idA, idB]] });
  expect(forbidden.clusters.some((ids) => ids.includes(idA) && ids.includes(idB))).toBe(false);
});

test('what goes wrong in the thread comes back as it was thrown', async () => {
  const worker = createLinkWorker();
  await worker.add([people[0]!]);
  await expect(worker.add([people[0]!])).rejects.toThrow('added twice');
  await expect(worker.link({ training: 'demand' })).rejects.toThrow(ImplausibleModelError);
  await worker.close();
});
