import { sql } from 'kysely';
import type { Context } from '#platform/db/context.ts';
import type { Sketch } from '../domain/online-sketch.ts';

/**
 * What a proposal says of somebody who is not in the register yet, as a sketch; undefined when it is out of sight or is about a person of
 * the register. The numbers stay on the server: the desk shows them masked.
 */
export const findDraft = async (
  ctx: Context,
  usulanId: string,
): Promise<(Sketch & { areaId: number | null }) | undefined> => {
  const { rows } = await sql<Sketch & { areaId: number | null }>`
    select draft ->> 'name' as name, draft ->> 'sex' as sex, draft ->> 'birthOn' as "birthOn", draft ->> 'nik' as nik,
           draft ->> 'nomorKk' as "nomorKk", null as "motherName", null as "birthPlace", draft ->> 'address' as address,
           draft ->> 'phone' as phone, coalesce(rt_area_id, area_id) as "areaId"
    from usulan where id = ${usulanId} and draft is not null`.execute(ctx.tx);
  return rows[0];
};
