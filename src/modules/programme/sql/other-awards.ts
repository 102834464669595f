import { sql } from 'kysely';
import type { Context } from '#platform/db/context.ts';
import type { OtherAward } from '../domain/exclusive.ts';

/**
 * Families with an award that was not stopped in another programme whose newest terms name this group, in the year of this programme's
 * budget line. A merged family stands under the record it was merged into.
 */
export const listAwardsInGroup = async (ctx: Context, programmeId: string, group: string): Promise<OtherAward[]> => {
  const { rows } = await sql<OtherAward>`
    with wanted as (
      select coalesce((select l.year from programme q join budget_line l on l.id = q.budget_line_id where q.id = ${programmeId}),
                      extract(year from ${ctx.today}::date)::integer) as year),
    peer as (
      select p.id, case when position(w.year::text in p.name) > 0 then p.name else p.name || ' ' || w.year end as name
      from programme p cross join wanted w
      where p.id <> ${programmeId}
        and (select v.exclusive_group from programme_version v where v.programme_id = p.id order by v.no desc limit 1) = ${group})
    select coalesce(f.merged_into, a.family_id) as "familyId", string_agg(distinct peer.name, ' dan ' order by peer.name) as programme
    from peer join award a on a.programme_id = peer.id and a.state <> 'dihentikan'
    join selection_run s on s.id = a.run_id
    join budget_line l on l.id = s.budget_line_id
    join wanted w on w.year = l.year
    left join family f on f.id = a.family_id
    group by 1 order by 1`.execute(ctx.tx);
  return rows;
};
