/**
 * Sets of whole numbers as sorted, disjoint closed ranges, plus "unknown" as a member of its own.
 * Yes/no facts are 0 and 1, the choices of a list are 0, 1, 2, ….
 */
export type ValueSet = { ranges: readonly (readonly [number, number])[]; unknown: boolean };

export const setOf = (low: number, high: number): ValueSet => ({
  ranges: low > high ? [] : [[low, high]],
  unknown: false,
});

export const setOfValues = (values: readonly number[]): ValueSet => ({
  ranges: [...new Set(values)].sort((a, b) => a - b).map((v) => [v, v] as const),
  unknown: false,
});

export const isEmptySet = (set: ValueSet): boolean => set.ranges.length === 0 && !set.unknown;

export const intersect = (left: ValueSet, right: ValueSet): ValueSet => {
  const ranges = left.ranges.flatMap(([a, b]) =>
    right.ranges.flatMap(([c, d]) =>
      Math.max(a, c) <= Math.min(b, d) ? [[Math.max(a, c), Math.min(b, d)] as const] : [],
    ),
  );
  return { ranges, unknown: left.unknown && right.unknown };
};

/** What of `domain` (known values only) is outside `set`. */
export const without = (domain: ValueSet, set: ValueSet): ValueSet => {
  let rest = [...domain.ranges];
  for (const [c, d] of set.ranges)
    rest = rest.flatMap(([a, b]) => {
      if (d < a || c > b) return [[a, b] as const];
      return [...(a < c ? [[a, c - 1] as const] : []), ...(d < b ? [[d + 1, b] as const] : [])];
    });
  return { ranges: rest, unknown: false };
};

export const withUnknown = (set: ValueSet): ValueSet => ({ ranges: set.ranges, unknown: true });

/** True when going further to the `low` (or `high`) end never leaves the set, within the domain. */
export const reachesEnd = (set: ValueSet, domain: ValueSet, end: 'low' | 'high'): boolean => {
  const [inside, all] = [intersect(set, domain).ranges, domain.ranges];
  if (inside.length === 0) return true;
  const joined = inside.every(([low], i) => i === 0 || low === inside[i - 1]![1] + 1);
  return joined && (end === 'low' ? inside[0]![0] === all[0]![0] : inside.at(-1)![1] === all.at(-1)![1]);
};
