import { sql } from 'kysely';
import type { Context } from '#platform/db/context.ts';
import type { Bar } from '../domain/bars.ts';

/**
 * Where one of these people stands in a decree in force, in a list that is being prepared, or in a ratification that is under way. Read
 * across the other modules' tables: a merge must not move somebody out from under any of them.
 */
export const listStandings = async (ctx: Context, ids: readonly string[]): Promise<Bar[]> => {
  const awards = await sql<{ name: string; programme: string; decree: string; isInForce: boolean }>`
    select p.name, g.name as programme, coalesce(case when d.number ilike 'SK%' then d.number else 'SK ' || d.number end, d.title) as decree, true as "isInForce"
    from award a join decree d on d.id = a.decree_id join programme g on g.id = a.programme_id join person p on p.id = a.payee_id
    where a.payee_id = any (${[...ids]}::uuid[]) and a.state <> 'dihentikan' and d.state = 'berlaku'
    union
    select p.name, g.name, coalesce(case when d.number ilike 'SK%' then d.number else 'SK ' || d.number end, d.title, 'belum ada SK'), false
    from selection_row r join selection_run s on s.id = r.run_id join programme_version v on v.id = s.version_id join programme g on g.id = v.programme_id
    left join decree d on d.id = s.decree_id
    join person p on p.id = any (${[...ids]}::uuid[]) and (r.person_id = p.id or (r.person_id is null and exists (
      select 1 from family_member m where m.family_id = r.family_id and m.person_id = p.id and m.shdk = 1 and m.state = 'sah' and upper_inf(m.during))))
    where s.state = 'rancangan' and r.place in ('masuk', 'ditahan')
      and (r.person_id = any (${[...ids]}::uuid[])
           or r.family_id in (select m.family_id from family_member m where m.person_id = any (${[...ids]}::uuid[]) and m.state = 'sah' and upper_inf(m.during)))`.execute(
    ctx.tx,
  );
  const batches = await sql<{ name: string; period: string }>`
    select distinct p.name, b.period from usulan u
    join batch_item i on i.usulan_id = u.id join batch b on b.id = i.batch_id join person p on p.id = u.subject_person_id
    where u.subject_person_id = any (${[...ids]}::uuid[]) and b.state in ('disusun', 'dikirim')`.execute(ctx.tx);
  return [
    ...awards.rows.map((row): Bar => ({ kind: 'sk', ...row })),
    ...batches.rows.map((row): Bar => ({ kind: 'pengesahan', ...row })),
  ];
};

/** The name of the person when a proposal about her is still on its way. */
export const listOpenProposals = async (ctx: Context, personId: string): Promise<Bar[]> => {
  const { rows } = await sql<{ name: string }>`
    select p.name from usulan u join person p on p.id = u.subject_person_id
    where u.subject_person_id = ${personId} and u.state in ('berjalan', 'menunggu_pelengkapan') limit 1`.execute(
    ctx.tx,
  );
  return rows.map((row): Bar => ({ kind: 'usulan', name: row.name }));
};

/** Whether one of them ever stood in a decree: then a merge needs two people. */
export const hadAward = async (ctx: Context, ids: readonly string[]): Promise<boolean> => {
  const { rows } = await sql`select 1 from award where payee_id = any (${[...ids]}::uuid[]) limit 1`.execute(ctx.tx);
  return rows.length > 0;
};
