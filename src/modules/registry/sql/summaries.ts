import { sql } from 'kysely';
import type { Context } from '#platform/db/context.ts';
import { maskNumber } from '../domain/identifiers.ts';
import type { PersonSummary } from '../domain/summary.ts';

type Row = Omit<PersonSummary, 'maskedNik' | 'maskedKk'> & { nik: string | null; nomorKk: string | null };

/**
 * These people as a list shows them, in the order asked; who is out of sight or merged away is left out. Numbers are masked here, so
 * that no caller holds a whole one.
 */
export const personSummaries = async (ctx: Context, ids: readonly string[]): Promise<PersonSummary[]> => {
  if (ids.length === 0) return [];
  const { rows } = await sql<Row>`
    select p.id, case when hidden.yes then coalesce(p.alias, 'Orang yang dilindungi') else p.name end as name, hidden.yes as "isAlias",
           case when hidden.yes then null else n.value end as nik, p.sex,
           case when hidden.yes then null else p.birth_on end as "birthOn",
           case when hidden.yes then 'tidak_tahu' else p.birth_precision end as "birthPrecision", p.life,
           case when hidden.yes then null else p.scope_area_id end as "areaId",
           case when hidden.yes then null else a.label end as "areaLabel",
           case when hidden.yes then null else m.family_id end as "familyId",
           case when hidden.yes then null else c.nomor_kk end as "nomorKk",
           case when hidden.yes then null else m.shdk end as shdk, p.protection
    from unnest(${[...ids]}::uuid[]) with ordinality as w(id, no)
    join person p on p.id = w.id
    cross join lateral (select p.protection >= 2 and p.id <> all ((select guard_case_persons())::uuid[]) as yes) hidden
    left join area a on a.id = p.scope_area_id
    left join lateral (select i.value from person_identifier i where i.person_id = p.id and i.kind = 'nik' and i.state in ('aktif', 'klaim', 'sengketa')
                       order by i.state, i.id limit 1) n on true
    left join lateral (select m.family_id, m.shdk from family_member m where m.person_id = p.id and m.state = 'sah' and upper_inf(m.during) limit 1) m on true
    left join lateral (select c.nomor_kk from family_card c where c.family_id = m.family_id and c.state in ('aktif', 'klaim') order by c.state, c.id limit 1) c on true
    where p.merged_into is null
    order by w.no`.execute(ctx.tx);
  return rows.map(({ nik, nomorKk, ...row }) => ({
    ...row,
    maskedNik: nik === null ? null : maskNumber(nik),
    maskedKk: nomorKk === null ? null : maskNumber(nomorKk),
  }));
};
