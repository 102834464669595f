import { expect, test } from 'vitest';
import { findVersionAt } from './versions.ts';

test('the version in force on a date; a later one never reaches back', () => {
  const versions = [
    { validFrom: '2026-07-01', no: 2 },
    { validFrom: '2026-01-01', no: 1 },
  ];
  expect(['2025-12-31', '2026-01-01', '2026-06-30', '2026-07-01'].map((d) => findVersionAt(versions, d)?.no)).toEqual([
    undefined,
    1,
    1,
    2,
  ]);
  expect(() => findVersionAt([...versions, { validFrom: '2026-01-01', no: 3 }], '2026-02-01')).toThrow(RangeError);
});
