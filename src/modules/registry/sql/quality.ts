import { sql } from 'kysely';
import type { Context } from '#platform/db/context.ts';
import { QUALITY_KINDS, type QualityCount, STALE_AFTER_MONTHS } from '../domain/quality.ts';

export type QualityRow = { desaId: number; desaLabel: string; people: number } & Record<QualityCount, number>;

const staleBefore = (ctx: Context) => sql`(${ctx.today}::date - make_interval(months => ${STALE_AFTER_MONTHS}))`;

/** The five counts for every desa in sight. A desa without a finding stands there with zeros. */
export const listQuality = async (ctx: Context): Promise<QualityRow[]> => {
  const issues = (kinds: readonly string[]) =>
    sql`(select count(*)::int from data_issue i where i.desa_id = d.id and i.closed_at is null and i.kind = any (${[...kinds]}::text[]))`;
  const { rows } = await sql<QualityRow>`
    with people as materialized (
      select coalesce(a.desa_id, p.scope_area_id) as desa_id, count(*)::int as n,
             count(*) filter (where p.observed_on < ${staleBefore(ctx)} and p.life <> 'terbukti')::int as old
      from person p left join area a on a.id = p.scope_area_id where p.merged_into is null group by 1
    )
    select d.id as "desaId", d.label as "desaLabel", coalesce(w.n, 0) as people,
      ${issues(QUALITY_KINDS.tanpa_nik)} as tanpa_nik, ${issues(QUALITY_KINDS.tidak_sah)} as tidak_sah,
      ${issues(QUALITY_KINDS.dipakai)} as dipakai, ${issues(QUALITY_KINDS.kepala)} as kepala, coalesce(w.old, 0) as usang
    from area d left join people w on w.desa_id = d.id
    where (d.kind = 'desa' and d.ended_on is null or w.n is not null) and d.id = any ((select guard_areas())::integer[])
    order by d.label`.execute(ctx.tx);
  return rows;
};

export type QualityItem = {
  id: string;
  personId: string | null;
  familyId: string | null;
  kind: string;
  detail: string;
  openedAt: Date | null;
};

/** The findings behind one count, by keyset: `after` is the last id seen. */
export const listFindingsOf = async (
  ctx: Context,
  wanted: { count: QualityCount; desaId: number; after: string | undefined; limit: number },
): Promise<QualityItem[]> => {
  if (wanted.count === 'usang') {
    const { rows } = await sql<QualityItem>`
      select p.id, p.id as "personId", null as "familyId", 'usang' as kind, 'Data terakhir tanggal ' || to_char(p.observed_on, 'DD-MM-YYYY') || '.' as detail, null as "openedAt"
      from person p left join area a on a.id = p.scope_area_id
      where coalesce(a.desa_id, p.scope_area_id) = ${wanted.desaId} and p.merged_into is null and p.life <> 'terbukti'
        and p.observed_on < ${staleBefore(ctx)} and ${wanted.after ? sql`p.id > ${wanted.after}` : sql`true`}
      order by p.id limit ${wanted.limit}`.execute(ctx.tx);
    return rows;
  }
  const { rows } = await sql<QualityItem>`
    select id, person_id as "personId", family_id as "familyId", kind, detail, opened_at as "openedAt" from data_issue
    where desa_id = ${wanted.desaId} and closed_at is null and kind = any (${[...QUALITY_KINDS[wanted.count]]}::text[])
      and ${wanted.after ? sql`id > ${wanted.after}` : sql`true`}
    order by id limit ${wanted.limit}`.execute(ctx.tx);
  return rows;
};

/** The person at the front of each family, for a list of families: its head, else its first member. */
export const listFronts = async (ctx: Context, familyIds: readonly string[]): Promise<Map<string, string>> => {
  const { rows } = await sql<{ family_id: string; person_id: string }>`
    select distinct on (m.family_id) m.family_id, m.person_id from family_member m
    where m.family_id = any (${[...familyIds]}::uuid[]) and upper_inf(m.during) order by m.family_id, coalesce(m.shdk, 99), m.state desc, m.id`.execute(
    ctx.tx,
  );
  return new Map(rows.map((row) => [row.family_id, row.person_id]));
};
