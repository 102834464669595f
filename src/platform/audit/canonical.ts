import { createHash } from 'node:crypto';

/** One audit row as it is hashed: every column, in this order. */
export type SealedRow = {
  seq: bigint;
  at: Date;
  account_id: string | null;
  username: string;
  position: string | null;
  role: string | null;
  event: string;
  subject_kind: string;
  subject_id: string;
  area_id: number | null;
  level: number;
  before: unknown;
  after: unknown;
  purpose: string | null;
  request_id: string | null;
};

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, sorted(item)]),
  );
};

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** SHA-256 of one row: the same content gives the same hash whatever the order of keys in its JSON. */
export const leafOf = (row: SealedRow): string =>
  sha256(
    JSON.stringify([
      row.seq.toString(),
      row.at.toISOString(),
      row.account_id,
      row.username,
      row.position,
      row.role,
      row.event,
      row.subject_kind,
      row.subject_id,
      row.area_id,
      row.level,
      sorted(row.before),
      sorted(row.after),
      row.purpose,
      row.request_id,
    ]),
  );

/** Root of a block: it binds the block before it, its number and every row in it. */
export const rootOf = (no: bigint, previousRoot: string, leaves: readonly string[]): string =>
  sha256(`${no}\n${previousRoot}\n${leaves.join('\n')}`);

export const GENESIS = '0'.repeat(64);
