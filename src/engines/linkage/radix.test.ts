import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sortByKey } from './radix.ts';

test('equal keys stand together and keep the order of their rows', () => {
  const keys = fc.array(
    fc.integer({ min: -40, max: 40 }).map((k) => Math.imul(k, 0x10001)),
    { maxLength: 300 },
  );
  fc.assert(
    fc.property(keys, (list) => {
      const sorted = sortByKey(
        Int32Array.from(list),
        Int32Array.from(list, (_, i) => i),
        list.length,
      );
      const closed = new Set<number>();
      for (let i = 0; i < list.length; i += 1) {
        const key = sorted.keys[i]!;
        expect(list[sorted.rows[i]!]).toBe(key);
        expect(closed.has(key)).toBe(false);
        if (sorted.keys[i + 1] !== key) closed.add(key);
        else expect(sorted.rows[i]!).toBeLessThan(sorted.rows[i + 1]!);
      }
    }),
  );
});
