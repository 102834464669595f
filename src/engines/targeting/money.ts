import { type Amount, aggregatesOf, printAmount, type Tables, valueAt } from '#engines/aturan/index.ts';
import { type Benefit, InputProblem, type Programme } from './programme.ts';
import { remember, type Snapshot } from './snapshot.ts';

/** What every family would cost. Sums of `each` stay below 2^53 (checked), so whole rupiah in a double are exact. */
export type Costs = { kind: 'same'; amount: bigint } | { kind: 'each'; rupiah: Float64Array };

/** Highest value an amount may turn out to have; an unknown column counts as nothing. */
const highest = (tables: Tables, amount: Amount): ((family: number) => number) => {
  switch (amount.kind) {
    case 'number':
      return () => amount.value;
    case 'column': {
      const column = tables.family.columns.get(amount.column)!;
      return (f) => Number(valueAt(column, f) ?? 0);
    }
    case 'arith':
      return arithmetic(amount.op, highest(tables, amount.left), highest(tables, amount.right));
    default: {
      const { cells } = aggregatesOf(tables, amount);
      if (cells.kind === 'count') return (f) => cells.high[f]!;
      if (cells.kind === 'sum') return (f) => cells.total[f]! || 0;
      throw new RangeError('not an amount');
    }
  }
};

const arithmetic =
  (op: '+' | '-' | '*', left: (f: number) => number, right: (f: number) => number) =>
  (f: number): number =>
    op === '+' ? left(f) + right(f) : op === '-' ? left(f) - right(f) : left(f) * right(f);

const partsCosts = (snapshot: Snapshot, benefit: Extract<Benefit, { kind: 'parts' }>): Float64Array => {
  const parts = [...benefit.parts]
    .sort((a, b) => (a.amount > b.amount ? -1 : a.amount < b.amount ? 1 : 0))
    .map((part) => ({
      amount: Number(part.amount),
      most: part.most ?? Number.POSITIVE_INFINITY,
      count: highest(snapshot.tables, part.count),
    }));
  const rupiah = new Float64Array(snapshot.count);
  for (let f = 0; f < rupiah.length; f++) {
    let left = benefit.mostParts ?? Number.POSITIVE_INFINITY;
    for (const part of parts) {
      const taken = Math.max(0, Math.min(part.count(f), part.most, left));
      left -= taken;
      rupiah[f]! += taken * part.amount;
    }
  }
  return rupiah;
};

const checkExact = (rupiah: Float64Array, programme: Programme): void => {
  let [total, exact] = [0, true];
  for (const cost of rupiah) {
    total += cost;
    exact &&= Number.isSafeInteger(cost) && Number.isSafeInteger(total);
  }
  if (!exact)
    throw new InputProblem([
      `program "${programme.id}": jumlah bantuan melewati batas hitung; periksa nilai per komponen.`,
    ]);
};

/**
 * Costs of a programme. Where a count is unknown for some members the higher number is taken, so that money is never
 * promised twice; the dearest components are taken first when their number is limited.
 */
export const costsOf = (snapshot: Snapshot, programme: Programme): Costs => {
  const { benefit } = programme;
  if (benefit.kind === 'same') return { kind: 'same', amount: benefit.amount };
  const name = `costs ${JSON.stringify([benefit.mostParts, benefit.parts.map((p) => [String(p.amount), p.most, printAmount(p.count)])])}`;
  return remember(snapshot, name, () => {
    const rupiah = partsCosts(snapshot, benefit);
    checkExact(rupiah, programme);
    return { kind: 'each' as const, rupiah };
  });
};

export const costOf = (costs: Costs, family: number): bigint =>
  costs.kind === 'same' ? costs.amount : BigInt(costs.rupiah[family]!);
