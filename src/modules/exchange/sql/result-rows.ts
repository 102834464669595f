import { sql } from 'kysely';
import type { Context } from '#platform/db/context.ts';
import type { ResultRow } from '../domain/read-result.ts';

export type ResultChunkRow = { id: bigint; no: number; content: string | null; parsed: ResultRow };

/** The next answers of the centre to go in, in the order of the file. */
export const listResultRows = async (
  ctx: Context,
  importId: string,
  after: number,
  limit: number,
): Promise<ResultChunkRow[]> => {
  const { rows } = await sql<ResultChunkRow>`
    select r.id, r.no, r.content, c.parsed from import_row r join import_cells c on c.row_id = r.id
    where r.import_id = ${importId} and r.verdict <> 'kembali' and r.no > ${after} order by r.no limit ${limit}`.execute(
    ctx.tx,
  );
  return rows;
};
