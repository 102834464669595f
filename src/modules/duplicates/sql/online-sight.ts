import { sql } from 'kysely';
import type { Context } from '#platform/db/context.ts';
import type { SketchPlace } from '../domain/online-sketch.ts';

/** A place as the engine compares it: the desa's code, refined by RT and RW. */
export const findSketchPlace = async (ctx: Context, areaId: number): Promise<SketchPlace | undefined> => {
  const { rows } = await sql<SketchPlace>`
    select coalesce(d.kode, a.kode) as "areaCode", case when a.kind = 'rt' then a.name || '/' || coalesce(w.name, '') end as "rtRw"
    from area a left join area d on d.id = a.desa_id left join area w on w.id = a.parent_id and w.kind = 'rw'
    where a.id = ${areaId}`.execute(ctx.tx);
  return rows[0];
};

/** Those of these people who were declared not the same as this one. */
export const listNotSame = async (ctx: Context, personId: string, ids: readonly string[]): Promise<Set<string>> => {
  const { rows } = await sql<{ id: string }>`
    select case when person_a = ${personId} then person_b else person_a end as id from not_same
    where (person_a = ${personId} and person_b = any (${[...ids]}::uuid[]))
       or (person_b = ${personId} and person_a = any (${[...ids]}::uuid[]))`.execute(ctx.tx);
  return new Set(rows.map(({ id }) => id));
};

export type Standing = { id: string; protection: number; isElsewhere: boolean };
/** How these people stand to an officer of an area: protected, and living outside it. Who was merged away or is gone is left out. */
export const listStanding = async (ctx: Context, ids: readonly string[], areaId: number): Promise<Standing[]> => {
  const { rows } = await sql<Standing>`
    select p.id, p.protection,
           not exists (select 1 from area_tree t where t.ancestor_id = ${areaId} and t.descendant_id = p.scope_area_id) as "isElsewhere"
    from person p where p.id = any (${[...ids]}::uuid[]) and p.merged_into is null`.execute(ctx.tx);
  return rows;
};
