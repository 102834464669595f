import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashRun } from './canonical.ts';
import type { Line } from './lines.ts';
import { selectProgrammes } from './select-programmes.ts';
import { bestSet } from './testing/brute-force.ts';
import { limits, oneProgramme, registers, type SmallRegister } from './testing/small-registers.ts';

const linesFor = (register: SmallRegister, more: Record<string, unknown>): readonly Line[] =>
  selectProgrammes({ ...register, programmes: oneProgramme(more) }).lines;
const admittedOf = (lines: readonly Line[]): string[] =>
  lines.flatMap((l) => (l.admitted === 'ya' ? [l.family] : [])).sort();

/** Priority recomputed from the rows alone, without the engine. */
const byNeed = (register: SmallRegister) =>
  register.families
    .filter((f) => f.values['layak'] === true)
    .map((f) => ({
      id: f.id,
      area: f.area,
      key: [
        f.values['utama'] === true ? 0 : 1,
        Number(f.score),
        60 - Number(f.values['bulan_menunggu']),
        f.id,
      ] as const,
    }))
    .sort((a, b) => {
      const i = a.key.findIndex((part, k) => part !== b.key[k]);
      return a.key[i]! < b.key[i]! ? -1 : 1;
    });

test('equals brute force on small cases with nested quotas, floors, count and ceiling', () => {
  let feasible = 0;
  fc.assert(
    fc.property(registers(9, false), limits(true), (register, limit) => {
      const best = bestSet(byNeed(register), limit, 10n);
      if (!best) return;
      feasible++;
      expect(admittedOf(linesFor(register, limit))).toEqual(best.sort());
    }),
    { numRuns: 1500 },
  );
  expect(feasible).toBeGreaterThan(500);
});

test('no justified envy: nobody eligible and left out stands above someone admitted of the same area', () => {
  fc.assert(
    fc.property(registers(14, true), limits(true), fc.boolean(), (register, limit, hold) => {
      const more = hold ? { ...limit, hold: { until: '2026-07-17' } } : limit;
      const { run, lines } = selectProgrammes({ ...register, programmes: oneProgramme(more) });
      const areaOf = new Map(register.families.map((f) => [f.id, f.area]));
      const { openTiers } = run.results[0]!;
      for (const out of lines.filter((l) => l.verdict === 'ya' && l.admitted === 'tidak' && l.rank !== undefined)) {
        if (openTiers.has(run.snapshot.indexOf(out.family)!)) continue;
        for (const other of lines)
          if (other.admitted === 'ya' && areaOf.get(other.family) === areaOf.get(out.family))
            expect(other.rank!).toBeLessThan(out.rank!);
      }
    }),
    { numRuns: 800 },
  );
});

test('more money, a larger number or a larger quota never removes a beneficiary', () => {
  fc.assert(
    fc.property(
      registers(12, true),
      limits(false),
      fc.constantFrom('ceiling', 'maxCount', 'quota'),
      (register, limit, what) => {
        const more = structuredClone(limit);
        if (what === 'ceiling' && more.ceiling !== undefined) more.ceiling = String(Number(more.ceiling) + 15);
        if (what === 'maxCount' && more.maxCount !== undefined) more.maxCount += 1;
        const [code] = Object.keys(more.quota ?? {});
        if (what === 'quota' && code) more.quota![code]! += 1;
        const before = admittedOf(linesFor(register, limit));
        const after = new Set(admittedOf(linesFor(register, more)));
        if (what === 'quota' && (limit.ceiling !== undefined || limit.maxCount !== undefined)) {
          const areaOf = new Map(register.families.map((f) => [f.id, f.area]));
          const gained = before.filter((f) => areaOf.get(f)!.startsWith(code ?? '-'));
          expect(gained.every((f) => after.has(f))).toBe(true);
        } else expect(before.every((f) => after.has(f))).toBe(true);
      },
    ),
    { numRuns: 800 },
  );
});

test('more money takes exactly the next of the reserve list', () => {
  let moved = 0;
  fc.assert(
    fc.property(
      registers(14, false),
      limits(true),
      fc.integer({ min: 1, max: 4 }),
      (register, { maxCount: _, ...limit }, extra) => {
        if (limit.ceiling === undefined) return;
        const before = linesFor(register, limit);
        if (Math.floor(Number(limit.ceiling) / 10) < Object.values(limit.floor ?? {}).reduce((a, b) => a + b, 0))
          return;
        const after = linesFor(register, { ...limit, ceiling: String(Number(limit.ceiling) + 10 * extra) });
        const next = before.filter((l) => l.reserve !== undefined && l.reserve <= extra).map((l) => l.family);
        expect(admittedOf(after)).toEqual([...admittedOf(before), ...next].sort());
        moved += next.length;
      },
    ),
    { numRuns: 1500 },
  );
  expect(moved).toBeGreaterThan(100);
});

test('same input same bytes, whatever order the rows arrive in', () => {
  fc.assert(
    fc.property(registers(14, true), limits(true), fc.infiniteStream(fc.nat()), (register, limit, random) => {
      const shuffle = <T>(list: readonly T[]): T[] => {
        const keys = new Map(list.map((item) => [item, random.next().value as number]));
        return [...list].sort((a, b) => keys.get(a)! - keys.get(b)!);
      };
      const programmes = oneProgramme({ ...limit, hold: { until: '2026-07-17' } });
      const one = selectProgrammes({ ...register, programmes });
      const two = selectProgrammes({
        families: shuffle(register.families),
        members: shuffle(register.members),
        programmes,
      });
      expect(hashRun(two.run)).toBe(hashRun(one.run));
      expect(two.lines).toEqual(one.lines);
    }),
    { numRuns: 400 },
  );
});

test('unequal benefits: strict prefix, the ceiling is kept to the rupiah', () => {
  const benefit = {
    parts: [
      { name: 'lansia', amount: '7', count: 'jumlah anggota dengan (umur >= 60)' },
      { amount: '5', count: '1' },
    ],
  };
  fc.assert(
    fc.property(registers(14, false), fc.integer({ min: 0, max: 120 }), (register, ceiling) => {
      const { run } = selectProgrammes({
        ...register,
        programmes: oneProgramme({ benefit, ceiling: String(ceiling) }),
      });
      const old = new Map<string, number>();
      for (const m of register.members)
        old.set(m.family, (old.get(m.family) ?? 0) + (Number(m.values['umur']) >= 60 ? 1 : 0));
      let left = ceiling;
      const wanted: string[] = [];
      for (const { id } of byNeed(register)) {
        const cost = 5 + 7 * (old.get(id) ?? 0);
        if (cost > left) break;
        left -= cost;
        wanted.push(id);
      }
      const { selection } = run.results[0]!;
      const admitted = [...selection.queue()]
        .filter((f) => selection.outcome[f] === 1)
        .map((f) => run.snapshot.idAt(f));
      expect(admitted).toEqual(wanted);
      expect(selection.spent).toBe(BigInt(ceiling - left));
    }),
    { numRuns: 500 },
  );
});
