import { sql } from 'kysely';
import type { LocalDate } from '#kernel/local-date.ts';
import type { Context } from '#platform/db/context.ts';

/** An older person living alone, for the demo programme. */
export type Nominee = { familyId: string; areaId: number; name: string };

/**
 * Ordinary families of one living person born in this span whom the demo's juknis would admit, one desa after the other so that every desa
 * has some. Names that the demo's story needs come first, whatever their birth.
 */
export const listNominees = async (
  ctx: Context,
  wanted: { from: LocalDate; to: LocalDate; limit: number; first?: readonly string[] },
): Promise<Nominee[]> => {
  const { rows } = await sql<Nominee>`
    with alone as (
      select m.family_id, min(p.birth_on) as birth_on, min(p.name) as name, min(p.occupation_code) as occupation
      from family_member m join person p on p.id = m.person_id and p.life = 'hidup' and p.merged_into is null
      where m.state = 'sah' and upper_inf(m.during)
      group by m.family_id having count(*) = 1 and max(p.protection) = 0)
    select a.family_id as "familyId", coalesce(r.desa_id, f.scope_area_id) as "areaId", a.name
    from alone a join family f on f.id = a.family_id and f.merged_into is null left join area r on r.id = f.scope_area_id
    left join lateral (select desil from centre_rank c where c.family_id = a.family_id order by period desc limit 1) k on true
    where (a.birth_on between ${wanted.from}::date and ${wanted.to}::date or upper(a.name) = any (${[...(wanted.first ?? [])]}::text[]))
      and (k.desil is null or k.desil <= 4)
      and a.occupation is not null and a.occupation not in (5, 6, 7) and a.occupation not between 48 and 63
    order by upper(a.name) <> all (${[...(wanted.first ?? [])]}::text[]),
             row_number() over (partition by coalesce(r.desa_id, f.scope_area_id) order by a.birth_on, a.family_id), a.family_id
    limit ${wanted.limit}`.execute(ctx.tx);
  return rows;
};
