import { sql } from 'kysely';
import type { Context } from '#platform/db/context.ts';
import type { FamilyCircumstance } from '../domain/register-rows.ts';

type Row = {
  familyId: string;
  proposed: boolean;
  monthsWaiting: number;
  pkh: boolean | null;
  sembako: boolean | null;
  pbi: boolean | null;
  hasOtherAward: boolean;
};

/**
 * What proposals, the centre's lists and our own decrees say about families, for those of whom anything is said; one statement.
 * A family receives a national programme when any member does; it does not when the centre's list says so of every member it names.
 */
export const listCircumstances = async (
  ctx: Context,
  programmeId: string,
): Promise<Map<string, FamilyCircumstance>> => {
  const { rows } = await sql<Row>`
    with member as (select person_id, family_id from family_member where state = 'sah' and upper_inf(during)),
    proposed as (
      select coalesce(u.subject_family_id, m.family_id) as family_id, min(u.citizen_clock_from) as since
      from usulan u left join member m on m.person_id = u.subject_person_id
      where u.state = 'disetujui' and 'daerah' = any (u.track) group by 1),
    newest as (
      select distinct on (person_id, programme) person_id, programme, lower(status) ~ '^(ya|y|1|aktif|penerima|ditetapkan|cair|terdaftar)' as receives
      from centre_status order by person_id, programme, period desc),
    centre as (
      select m.family_id,
             bool_or(n.receives) filter (where n.programme = 'PKH') as pkh,
             bool_or(n.receives) filter (where n.programme in ('SEMBAKO', 'SEMBAKO_PPKM')) as sembako,
             bool_or(n.receives) filter (where n.programme = 'PBI') as pbi
      from newest n join member m on m.person_id = n.person_id group by 1),
    awarded as (
      select distinct family_id from award where state <> 'dihentikan' and programme_id <> ${programmeId}),
    mentioned as (select family_id from proposed union select family_id from centre union select family_id from awarded)
    select x.family_id as "familyId", p.family_id is not null as proposed,
           coalesce((extract(year from age(${ctx.now}::timestamptz, p.since)) * 12 + extract(month from age(${ctx.now}::timestamptz, p.since)))::integer, 0) as "monthsWaiting",
           c.pkh, c.sembako, c.pbi, w.family_id is not null as "hasOtherAward"
    from mentioned x left join proposed p using (family_id) left join centre c using (family_id) left join awarded w using (family_id)
    where x.family_id is not null`.execute(ctx.tx);
  return new Map(
    rows.map((row) => [
      row.familyId,
      {
        proposed: row.proposed,
        monthsWaiting: row.monthsWaiting,
        centre: { pkh: row.pkh ?? undefined, sembako: row.sembako ?? undefined, pbi: row.pbi ?? undefined },
        hasOtherAward: row.hasOtherAward,
      },
    ]),
  );
};
