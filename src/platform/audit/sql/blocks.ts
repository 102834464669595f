import type pg from 'pg';
import type { SealedRow } from '../canonical.ts';

export type Block = { no: bigint; prev_root: string; root: string; seqs: bigint[]; sealed_at: Date };

const ROW =
  'seq, at, account_id, username, position, role, event, subject_kind, subject_id, area_id, level, before, after, purpose, request_id';

/** Rows of closed transactions that stand in no block yet, oldest first. A transaction still open when we look is left for the next block. */
export const listUnsealed = async (client: pg.ClientBase, most: number): Promise<SealedRow[]> =>
  (
    await client.query<SealedRow>(
      `select ${ROW} from audit a where a.tx < pg_snapshot_xmin(pg_current_snapshot()) and not exists (select 1 from audit_sealed s where s.seq = a.seq)
       order by a.seq limit $1`,
      [most],
    )
  ).rows;

export const findLastBlock = async (client: pg.ClientBase): Promise<Block | undefined> =>
  (await client.query<Block>('select no, prev_root, root, seqs, sealed_at from audit_block order by no desc limit 1'))
    .rows[0];

export const addBlock = async (client: pg.ClientBase, block: Omit<Block, 'sealed_at'>): Promise<void> => {
  await client.query('insert into audit_block (no, prev_root, root, seqs) values ($1, $2, $3, $4)', [
    block.no,
    block.prev_root,
    block.root,
    block.seqs,
  ]);
  await client.query('insert into audit_sealed (seq, block_no) select unnest($1::bigint[]), $2', [
    block.seqs,
    block.no,
  ]);
};

export const listBlocks = async (client: pg.ClientBase, after: bigint, most: number): Promise<Block[]> =>
  (
    await client.query<Block>(
      'select no, prev_root, root, seqs, sealed_at from audit_block where no > $1 order by no limit $2',
      [after, most],
    )
  ).rows;

export const listRows = async (client: pg.ClientBase, seqs: readonly bigint[]): Promise<SealedRow[]> =>
  (await client.query<SealedRow>(`select ${ROW} from audit where seq = any ($1::bigint[]) order by seq`, [seqs])).rows;

export const listAgencySchemas = async (client: pg.ClientBase): Promise<string[]> =>
  (await client.query<{ schema_name: string }>('select schema_name from auth.agency order by slug')).rows.map(
    (row) => row.schema_name,
  );

export const useSchema = (client: pg.ClientBase, schema: string) =>
  client.query(`set search_path = ${schema}, ref, public`);
