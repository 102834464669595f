import { sql } from 'kysely';
import type { Context } from '#platform/db/context.ts';

/**
 * Brings the data-quality findings of these people and families in line with what is recorded: opens what is missing, closes what was
 * mended. Findings are derived, never typed. A number held by a protected person leaves no finding: it would tell. Age is no finding of
 * its own: the board counts it from `observed_on` on the day it is read.
 */
export const refreshIssues = async (
  ctx: Context,
  personIds: readonly string[],
  familyIds: readonly string[],
): Promise<void> => {
  const [people, families] = [[...new Set(personIds)], [...new Set(familyIds)]];
  await sql`
    with wanted as materialized (
      select f.kind, f.person_id, null::uuid as family_id, coalesce(a.desa_id, f.scope_area_id) as desa_id, f.detail from (
        select 'tanpa_nik' as kind, p.id as person_id, p.scope_area_id, 'Belum punya NIK di register.' as detail
        from person p where p.id = any (${people}::uuid[]) and p.life <> 'terbukti' and p.merged_into is null
          and not exists (select 1 from person_identifier i where i.person_id = p.id and i.kind = 'nik' and i.state in ('aktif', 'klaim', 'sengketa'))
        union all
        select distinct on (p.id) 'nik_tidak_sah', p.id, p.scope_area_id, 'NIK yang tercatat tidak sah.'
        from person p join person_identifier i on i.person_id = p.id
        where p.id = any (${people}::uuid[]) and p.merged_into is null and i.kind = 'nik' and i.state = 'klaim' and i.problem like 'tidak_sah:%'
        union all
        select distinct on (p.id) 'nik_dipakai_orang_lain', p.id, p.scope_area_id, 'NIK yang sama tercatat pada orang lain.'
        from person p join person_identifier i on i.person_id = p.id
        where p.id = any (${people}::uuid[]) and p.merged_into is null and i.kind = 'nik' and i.state in ('klaim', 'sengketa')
          and i.problem in ('dipakai_orang_lain', 'tercatat_wilayah_lain')
      ) f left join area a on a.id = f.scope_area_id
      union all
      select f.kind, null, f.family_id, coalesce(a.desa_id, f.scope_area_id), f.detail from (
        select case when count(*) filter (where m.shdk = 1) = 0 then 'kk_tanpa_kepala' else 'kk_dua_kepala' end as kind,
               f.id as family_id, f.scope_area_id,
               case when count(*) filter (where m.shdk = 1) = 0 then 'Keluarga belum punya kepala.' else 'Keluarga punya lebih dari satu kepala.' end as detail
        from family f join family_member m on m.family_id = f.id and upper_inf(m.during)
        where f.id = any (${families}::uuid[]) and f.merged_into is null
        group by f.id having count(*) filter (where m.shdk = 1) <> 1
        union all
        select distinct on (f.id) 'kk_dipakai_keluarga_lain', f.id, f.scope_area_id, 'Nomor KK yang sama tercatat pada keluarga lain.'
        from family f join family_card c on c.family_id = f.id
        where f.id = any (${families}::uuid[]) and f.merged_into is null and c.state = 'klaim'
          and c.problem in ('dipakai_orang_lain', 'tercatat_wilayah_lain')
      ) f left join area a on a.id = f.scope_area_id
    ), mended as (
      update data_issue d set closed_at = ${ctx.now}, closed_by = ${ctx.actor.accountId}, close_note = 'Data sudah diperbaiki.'
      where d.closed_at is null and (d.person_id = any (${people}::uuid[]) or (d.person_id is null and d.family_id = any (${families}::uuid[])))
        and not exists (select 1 from wanted w where w.kind = d.kind and w.person_id is not distinct from d.person_id
                          and (d.person_id is not null or w.family_id = d.family_id))
      returning 1
    )
    insert into data_issue (id, kind, person_id, family_id, desa_id, detail, opened_at)
    select gen_random_uuid(), kind, person_id, family_id, desa_id, detail, ${ctx.now} from wanted
    on conflict do nothing`.execute(ctx.tx);
};
