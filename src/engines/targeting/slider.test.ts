import fc from 'fast-check';
import { expect, test } from 'vitest';
import { takesPlace } from './outcome.ts';
import { selectProgrammes } from './select-programmes.ts';
import { makeSlider } from './slider.ts';
import { limits, oneProgramme, registers } from './testing/small-registers.ts';

const PARTS = {
  parts: [
    { amount: '7', count: 'jumlah anggota dengan (umur >= 60)' },
    { amount: '5', count: '1' },
  ],
};

test('the budget slider answers as a full run with that money does', () => {
  let asked = 0;
  fc.assert(
    fc.property(
      registers(14, true),
      limits(true),
      fc.constantFrom('10', PARTS),
      fc.boolean(),
      fc.integer({ min: 0, max: 140 }),
      fc.option(fc.integer({ min: 0, max: 14 }), { nil: undefined }),
      (register, limit, benefit, hold, ceiling, maxCount) => {
        const { maxCount: _, ...rest } = limit;
        const more = { ...rest, benefit, ...(hold ? { hold: { until: '2026-07-17' } } : {}) };
        const { run } = selectProgrammes({ ...register, programmes: oneProgramme(more) });
        const slider = makeSlider(run.results[0]!);
        if (!slider) return;
        const other = { ...more, ceiling: String(ceiling), ...(maxCount === undefined ? {} : { maxCount }) };
        const full = selectProgrammes({ ...register, programmes: oneProgramme(other) }).run.results[0]!;
        if (full.raised > 0) return;
        asked++;
        const slid = slider.at(BigInt(ceiling), maxCount);
        expect(slid.spent).toBe(full.selection.spent);
        const inside = [...full.selection.queue()].filter((f) => takesPlace(full.selection.outcome[f]!));
        expect([...slider.sequence.slice(0, slid.admittedOrHeld)].sort()).toEqual(inside.sort());
      },
    ),
    { numRuns: 1200 },
  );
  expect(asked).toBeGreaterThan(400);
});
