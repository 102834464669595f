import type { Table } from './columns.ts';

/** Members' answers per family: `truth` for any, `low`/`high` for a count, `total` (NaN = unknown) for a sum. */
export type AggregateCells =
  | { kind: 'any'; truth: Uint8Array }
  | { kind: 'count'; low: Uint16Array; high: Uint16Array }
  | { kind: 'sum'; total: Float64Array };

/**
 * A register as columns. Members stand in the order of their families; `memberFamily[j]` is the family of member j.
 * `recipients` holds, per programme already decided, 3 = receives, 0 = does not, 1 = not decided yet.
 * `aggregates` is a cache that belongs to exactly these tables: make a new map when a table changes.
 */
export type Tables = {
  family: Table;
  member: Table;
  memberFamily: Int32Array;
  recipients: ReadonlyMap<string, Uint8Array>;
  aggregates: Map<string, AggregateCells>;
};
