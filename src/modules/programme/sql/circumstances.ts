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
  awards: string[];
};

/**
 * What proposals, the centre's lists and our own decrees say about families (of these ids, when given), for those of whom anything is
 * said; one statement. A family receives a national programme when any member does; it does not when the centre's list says so of every
 * member it names. Months are counted to this day, so that one day has one answer.
 */
export const listCircumstances = async (
  ctx: Context,
  familyIds?: readonly string[],
): Promise<Map<string, FamilyCircumstance>> => {
  const here = familyIds ? sql`family_id = any (${[...familyIds]}::uuid[])` : sql`true`;
  const of = familyIds ? sql`x.family_id = any (${[...familyIds]}::uuid[])` : sql`x.family_id is not null`;
  const { rows } = await sql<Row>`
    with member as (select person_id, family_id from family_member where state = 'sah' and upper_inf(during) and ${here}),
    proposed as (
      select coalesce(u.subject_family_id, m.family_id) as family_id, min(u.citizen_clock_from)::date as since
      from usulan u left join member m on m.person_id = u.subject_person_id
      where u.state = 'disetujui' and 'daerah' = any (u.track) group by 1),
    newest as (
      select distinct on (person_id, programme) person_id, programme, lower(status) ~ '^(ya|y|1|aktif|penerima|ditetapkan|cair|terdaftar)' as receives
      from centre_status where ${familyIds ? sql`person_id in (select person_id from member)` : sql`true`} order by person_id, programme, period desc),
    centre as (
      select m.family_id,
             bool_or(n.receives) filter (where n.programme = 'PKH') as pkh,
             bool_or(n.receives) filter (where n.programme in ('SEMBAKO', 'SEMBAKO_PPKM')) as sembako,
             bool_or(n.receives) filter (where n.programme = 'PBI') as pbi
      from newest n join member m on m.person_id = n.person_id group by 1),
    awarded as (
      select family_id, array_agg(distinct programme_id::text order by programme_id::text) as programmes
      from award where state <> 'dihentikan' and ${here} group by 1),
    mentioned as (select family_id from proposed union select family_id from centre union select family_id from awarded)
    select x.family_id as "familyId", p.family_id is not null as proposed,
           coalesce((extract(year from age(${ctx.today}::date, p.since)) * 12 + extract(month from age(${ctx.today}::date, p.since)))::integer, 0) as "monthsWaiting",
           c.pkh, c.sembako, c.pbi, coalesce(w.programmes, '{}') as awards
    from mentioned x left join proposed p using (family_id) left join centre c using (family_id) left join awarded w using (family_id)
    where ${of}`.execute(ctx.tx);
  return new Map(
    rows.map((row) => [
      row.familyId,
      {
        proposed: row.proposed,
        monthsWaiting: row.monthsWaiting,
        centre: { pkh: row.pkh ?? undefined, sembako: row.sembako ?? undefined, pbi: row.pbi ?? undefined },
        awards: row.awards,
      },
    ]),
  );
};
