import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellOf, emptyTable } from '#engines/aturan/index.ts';
import { readCard } from './card.ts';
import { groupScores } from './groups.ts';
import type { InputProblem } from './programme.ts';
import { scoreColumns, scoreHousehold } from './score-card.ts';

const EXAMPLE = {
  id: 'card-1',
  indicators: [{ column: 'floor', answers: { earth: 0, other: 6 } }],
  likelihood: { lines: ['national'], table: [{ from: 0, to: 4, values: [93.1] }] },
};
const PMT = {
  id: 'pmt',
  arah: 'rendah',
  intercept: 130_000,
  indicators: [
    { column: 'art', coefficient: -1250 },
    {
      column: 'luas',
      ranges: [
        { to: 19, points: -800 },
        { from: 20, to: 49, points: 0 },
        { from: 50, points: 900 },
      ],
    },
    { column: 'lantai', answers: { tanah: -3000, lain: 0 }, byArea: { '99.02': { tanah: -1000, lain: 0 } } },
    { column: 'listrik', answers: { ya: 700, tidak: 0 } },
  ],
};
const problemsOf = (card: unknown): readonly string[] => {
  try {
    readCard(card);
    return [];
  } catch (error) {
    return (error as InputProblem).problems;
  }
};

test('the example card: points, likelihood, unknown and an answer that is not on it', () => {
  const card = readCard(EXAMPLE);
  expect(scoreHousehold(card, '', () => 'earth')).toEqual({ kind: 'scored', score: 0, likelihood: [93.1] });
  expect(scoreHousehold(card, '', () => 'other')).toEqual({ kind: 'scored', score: 6, likelihood: [undefined] });
  expect(scoreHousehold(card, '', () => '')).toEqual({ kind: 'unknown', missing: ['floor'] });
  expect(scoreHousehold(card, '', () => 'mars')).toMatchObject({
    kind: 'bad',
    problems: [expect.stringContaining('earth, other')],
  });
});

test('a PMT with whole coefficients, ranges and points by area', () => {
  const card = readCard(PMT);
  const answers: Record<string, string> = { art: '4', luas: '36', lantai: 'tanah', listrik: 'ya' };
  expect(scoreHousehold(card, '99.01.01', (c) => answers[c])).toMatchObject({ score: 130_000 - 5000 - 3000 + 700 });
  expect(scoreHousehold(card, '99.02.01', (c) => answers[c])).toMatchObject({ score: 130_000 - 5000 - 1000 + 700 });
  expect(scoreHousehold(card, '99.021', (c) => answers[c])).toMatchObject({ score: 130_000 - 5000 - 3000 + 700 });
});

test('scoring in columns equals scoring one by one', () => {
  const card = readCard(PMT);
  const columns = {
    art: { type: 'integer', min: 0, max: 30 },
    luas: { type: 'integer', min: 0, max: 900 },
    lantai: { type: 'enum', values: ['tanah', 'lain'] },
    listrik: { type: 'boolean' },
  } as const;
  const row = fc.record({
    art: fc.option(fc.integer({ min: 0, max: 30 }), { nil: undefined }),
    luas: fc.option(fc.integer({ min: 0, max: 900 }), { nil: undefined }),
    lantai: fc.option(fc.constantFrom('tanah', 'lain'), { nil: undefined }),
    listrik: fc.option(fc.boolean(), { nil: undefined }),
    area: fc.nat({ max: 1 }),
  });
  const areas = ['99.01.01', '99.02.01'];
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 30 }), (rows) => {
      const table = emptyTable(columns, rows.length);
      for (const [name, column] of table.columns)
        rows.forEach((r, i) => {
          column.cells[i] = cellOf(column, r[name as keyof typeof columns]);
        });
      const scores = scoreColumns(
        card,
        table.columns,
        areas,
        Int32Array.from(rows, (r) => r.area),
      );
      const wanted = rows.map((r) => {
        const text = (v: unknown): string =>
          v === undefined ? '' : v === true ? 'ya' : v === false ? 'tidak' : String(v);
        const scored = scoreHousehold(card, areas[r.area]!, (c) => text(r[c as keyof typeof columns]));
        return scored.kind === 'scored' ? scored.score : Number.NaN;
      });
      expect([...scores]).toEqual(wanted);
    }),
    { numRuns: 300 },
  );
});

test.each([
  [{ indicators: [] }, 'id: belum diisi'],
  [{ id: 'x', indicators: [] }, 'belum ada indikator'],
  [{ id: 'x', indicators: [{ column: 'a' }] }, 'tepat satu dari'],
  [{ id: 'x', indicators: [{ column: 'a', answers: { b: 1.5 } }] }, 'bilangan bulat'],
  [
    {
      id: 'x',
      indicators: [
        { column: 'a', answers: { b: 1 } },
        { column: 'a', answers: { b: 1 } },
      ],
    },
    'dua kali',
  ],
  [{ id: 'x', arah: 'naik', indicators: [{ column: 'a', answers: { b: 1 } }] }, 'rendah, tinggi'],
  [
    {
      id: 'x',
      indicators: [
        {
          column: 'a',
          ranges: [
            { from: 1, to: 5, points: 1 },
            { from: 5, points: 2 },
          ],
        },
      ],
    },
    'bertumpang tindih',
  ],
  [{ ...EXAMPLE, likelihood: { lines: ['a', 'b'], table: [{ from: 0, to: 1, values: [1] }] } }, 'harus 2 angka'],
  [{ ...EXAMPLE, indikator: [] }, 'kunci "indikator" tidak dikenal'],
  [7, 'harus berupa objek'],
])('a card that cannot be used: %j', (card, sentence) => {
  expect(problemsOf(card).join('\n')).toContain(sentence);
});

test('groups A to D never part equal scores and leave unknown out', () => {
  const scores = Float64Array.of(1, 1, 1, 2, 3, 3, 4, Number.NaN, 9);
  expect(groupScores(scores, 'rendah')).toEqual(['A', 'A', 'A', 'B', 'C', 'C', 'D', undefined, 'D']);
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1 }),
      fc.constantFrom('rendah' as const, 'tinggi' as const),
      (list, arah) => {
        const groups = groupScores(Float64Array.from(list), arah);
        list.forEach((a, i) => {
          list.forEach((b, j) => {
            if (a === b) expect(groups[i]).toBe(groups[j]);
            else if (a < b === (arah === 'rendah')) expect(groups[i]! <= groups[j]!).toBe(true);
          });
        });
      },
    ),
  );
});
