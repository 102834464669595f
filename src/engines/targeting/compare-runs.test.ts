import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareRuns, proposeReplacements } from './compare-runs.ts';
import { takesPlace } from './outcome.ts';
import { readProgrammes } from './read-programmes.ts';
import { type Run, runProgrammes } from './run.ts';
import { selectProgrammes } from './select-programmes.ts';
import { buildSnapshot } from './snapshot.ts';
import { limits, oneProgramme, registers } from './testing/small-registers.ts';

const inside = (run: Run): string[] => {
  const { outcome } = run.results[0]!.selection;
  return [...outcome.keys()].filter((f) => takesPlace(outcome[f]!)).map((f) => run.snapshot.idAt(f));
};

test('a comparison holds exactly the difference of the two lists', () => {
  fc.assert(
    fc.property(registers(14, true), limits(true), limits(true), (register, one, two) => {
      const before = selectProgrammes({ ...register, programmes: oneProgramme(one) }).run;
      const after = runProgrammes(before.snapshot, readProgrammes(oneProgramme(two)), before);
      const change = compareRuns(before, after)[0]!;
      const name = (list: Int32Array): string[] => [...list].map((f) => before.snapshot.idAt(f));
      expect(name(change.entered)).toEqual(inside(after).filter((id) => !inside(before).includes(id)));
      expect(name(change.left)).toEqual(inside(before).filter((id) => !inside(after).includes(id)));
      expect(change.byArea.reduce((a, b) => a + b, 0)).toBe(change.entered.length - change.left.length);
      expect([change.rupiahIn, change.rupiahOut]).toEqual([
        10n * BigInt(change.entered.length),
        10n * BigInt(change.left.length),
      ]);
    }),
    { numRuns: 300 },
  );
});

test('whoever leaves is followed by the first of the reserve list that the quotas allow, and nobody else moves', () => {
  let followed = 0;
  fc.assert(
    fc.property(registers(14, false), fc.integer({ min: 1, max: 5 }), (register, maxCount) => {
      const { run, lines } = selectProgrammes({ ...register, programmes: oneProgramme({ maxCount }) });
      const [leaving] = inside(run);
      if (leaving === undefined) return;
      const next = lines.filter((l) => l.reserve === 1).map((l) => l.family);
      expect(proposeReplacements(run, 'p', [leaving])).toEqual(next);
      followed += next.length;
    }),
    { numRuns: 300 },
  );
  expect(followed).toBeGreaterThan(50);
});

test('runs on different registers are not compared', () => {
  const set = readProgrammes(oneProgramme());
  const [one, two] = [
    runProgrammes(buildSnapshot(set.schema, []), set),
    runProgrammes(buildSnapshot(set.schema, []), set),
  ];
  expect(() => compareRuns(one, two)).toThrow(RangeError);
  expect(() => proposeReplacements(one, 'x', [])).toThrow(RangeError);
});
