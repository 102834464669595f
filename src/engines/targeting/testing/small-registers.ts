import fc from 'fast-check';
import type { FamilyInput, MemberInput } from '../snapshot.ts';

export const SCHEMA = {
  family: {
    layak: { type: 'boolean' },
    utama: { type: 'boolean' },
    bulan_menunggu: { type: 'integer', min: 0, max: 60 },
  },
  member: { umur: { type: 'integer', min: 0, max: 120, unit: 'tahun' } },
} as const;

export const AREAS = ['99.01.01', '99.01.02', '99.02.01', '99.02.02'] as const;

export type SmallRegister = { families: FamilyInput[]; members: MemberInput[] };
export type Limits = {
  quota?: Record<string, number>;
  floor?: Record<string, number>;
  maxCount?: number;
  ceiling?: string;
};

/** Up to `most` families in four areas; `unknowns` allows missing facts and scores. */
export const registers = (most: number, unknowns: boolean): fc.Arbitrary<SmallRegister> => {
  const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
    unknowns ? fc.option(value, { nil: undefined, freq: 4 }) : value;
  const family = fc.record({
    area: fc.constantFrom(...AREAS),
    score: maybe(fc.integer({ min: 0, max: 4 })),
    layak: maybe(fc.boolean()),
    utama: maybe(fc.boolean()),
    bulan_menunggu: maybe(fc.integer({ min: 0, max: 3 })),
    ages: fc.array(maybe(fc.integer({ min: 0, max: 90 })), { maxLength: 3 }),
  });
  return fc.array(family, { minLength: 1, maxLength: most }).map((rows) => ({
    families: rows.map(({ area, score, ages: _, ...values }, i) => ({
      id: `K${String(i).padStart(3, '0')}`,
      area,
      score,
      values,
    })),
    members: rows.flatMap(({ ages }, i) =>
      ages.map((umur) => ({ family: `K${String(i).padStart(3, '0')}`, values: { umur } })),
    ),
  }));
};

const table = (most: number): fc.Arbitrary<Record<string, number>> =>
  fc.dictionary(fc.constantFrom('99', '99.01', '99.02', ...AREAS), fc.integer({ min: 0, max: most }), { maxKeys: 4 });

/** Nested quotas and floors, a count cap and a ceiling for benefits of Rp10. */
export const limits = (floors: boolean): fc.Arbitrary<Limits> =>
  fc
    .record({
      quota: table(5),
      floor: floors ? table(2) : fc.constant<Record<string, number>>({}),
      maxCount: fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined }),
      ceiling: fc.option(fc.integer({ min: 0, max: 99 }).map(String), { nil: undefined }),
    })
    .map(({ quota, floor, maxCount, ceiling }) => ({
      quota,
      floor: Object.fromEntries(Object.entries(floor).filter(([code, least]) => least <= (quota[code] ?? 99))),
      ...(maxCount === undefined ? {} : { maxCount }),
      ...(ceiling === undefined ? {} : { ceiling }),
    }));

/** programmes.json with one programme of Rp10 a family; eligible is whoever is `layak`, `utama` makes the first tier. */
export const oneProgramme = (more: Record<string, unknown> = {}): unknown => ({
  schema: SCHEMA,
  programmes: [
    {
      id: 'p',
      benefit: '10',
      tier: ['utama'],
      tieOrder: [{ column: 'bulan_menunggu', first: 'high' }],
      rules: [{ kind: 'syarat', expr: 'layak', reason: 'uji', basis: 'uji' }],
      ...more,
    },
  ],
});
