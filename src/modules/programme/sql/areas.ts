import { sql } from 'kysely';
import type { Context } from '#platform/db/context.ts';

export type AreaName = { id: number; kode: string; label: string; kind: string };

/** Every kecamatan and desa of the agency, by code. */
export const listAreaNames = async (ctx: Context): Promise<AreaName[]> =>
  ctx.tx
    .selectFrom('area')
    .where('kind', 'in', ['kab', 'kec', 'desa'])
    .where('kode', 'is not', null)
    .orderBy('kode')
    .select(['id', sql<string>`kode`.as('kode'), 'label', 'kind'])
    .execute();
