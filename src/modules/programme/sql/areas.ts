import { sql } from 'kysely';
import type { Context } from '#platform/db/context.ts';

export type AreaName = { id: number; kode: string; label: string; kind: string };

/** Every kecamatan and desa of the agency, by code; of one that has ended, the code may have gone on to a successor. */
export const listAreaNames = async (ctx: Context): Promise<AreaName[]> =>
  ctx.tx
    .selectFrom('area')
    .where('kind', 'in', ['kab', 'kec', 'desa'])
    .where('kode', 'is not', null)
    .where(
      sql<boolean>`(ended_on is null or not exists (select 1 from area n where n.kode = area.kode and n.ended_on is null))`,
    )
    .orderBy('kode')
    .select(['id', sql<string>`kode`.as('kode'), 'label', 'kind'])
    .execute();
