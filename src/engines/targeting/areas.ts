/** Quotas and floors over nested areas: every area code below a limit's code counts against it. */
export type QuotaNode = {
  code: string;
  cap: number;
  floor: number;
  /** Place of the closest limit above, or -1. Parents stand before their children. */
  parent: number;
};
export type QuotaTree = {
  nodes: readonly QuotaNode[];
  /** The caps alone, for the inner loop. */
  caps: Float64Array;
  /** Limits of area a, outermost first: chain[start[a]] up to chain[start[a + 1]]. */
  start: Int32Array;
  chain: Int32Array;
  /** Codes that no family's area lies in. */
  unmatched: readonly string[];
};

/** A code of letters and digits, its levels parted by dots (`36.71.01.1005`). */
export const isAreaCode = (text: string): boolean => /^[\p{L}\p{N}_-]+(\.[\p{L}\p{N}_-]+)*$/u.test(text);

const DIGITS = /^\d+$/;

/** True when `area` is `prefix` or lies in it: a code prefix that ends at a dot, or any prefix for codes of digits alone. */
export const liesIn = (area: string, prefix: string): boolean =>
  area.startsWith(prefix) &&
  (area.length === prefix.length || area[prefix.length] === '.' || prefix.endsWith('.') || DIGITS.test(area));

/** Undefined when there is neither a quota nor a floor. */
export const buildQuotaTree = (
  areas: readonly string[],
  quota: ReadonlyMap<string, number>,
  floor: ReadonlyMap<string, number>,
): QuotaTree | undefined => {
  const codes = [...new Set([...quota.keys(), ...floor.keys()])].sort(
    (a, b) => a.length - b.length || (a < b ? -1 : 1),
  );
  if (codes.length === 0) return undefined;
  const place = new Map(codes.map((code, i) => [code, i]));
  const above = (code: string): number[] => prefixesOf(code).flatMap((p) => place.get(p) ?? []);
  const nodes = codes.map((code) => ({
    code,
    cap: quota.get(code) ?? Number.POSITIVE_INFINITY,
    floor: floor.get(code) ?? 0,
    parent:
      above(code)
        .filter((i) => codes[i] !== code)
        .at(-1) ?? -1,
  }));
  const chains = areas.map(above);
  const start = new Int32Array(areas.length + 1);
  chains.forEach((chain, a) => {
    start[a + 1] = start[a]! + chain.length;
  });
  const used = new Set(chains.flat());
  return {
    nodes,
    caps: Float64Array.from(nodes, (node) => node.cap),
    start,
    chain: Int32Array.from(chains.flat()),
    unmatched: codes.filter((_, i) => !used.has(i)),
  };
};

/** All codes an area code lies in, outermost first, itself last. */
const prefixesOf = (code: string): string[] => {
  const cuts = Array.from({ length: code.length }, (_, i) => code.slice(0, i + 1));
  return cuts.filter((prefix) => liesIn(code, prefix));
};
