import { sql } from 'kysely';
import type { Context } from '#platform/db/context.ts';

const idsOf = (rows: readonly { id: string }[]): string[] => rows.map((row) => row.id);

/** People whose number, or whose family's KK number, is exactly this one. A protected person is found so by her case team only. */
export const listPeopleByNumber = async (ctx: Context, digits: string, limit: number): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    select p.id from (
      select i.person_id as id, 0 as first from person_identifier i where i.value = ${digits} and i.state not in ('salah', 'nonaktif')
      union
      select m.person_id, coalesce(m.shdk, 99) from family_card c join family_member m on m.family_id = c.family_id and m.state = 'sah' and upper_inf(m.during)
      where c.nomor_kk = ${digits} and c.state <> 'lama'
    ) found join person p on p.id = found.id
    where p.merged_into is null and (p.protection < 2 or p.id = any ((select guard_case_persons())::uuid[]))
    group by p.id order by min(found.first), p.id limit ${limit}`.execute(ctx.tx);
  return idsOf(rows);
};

/** The person of the proposal with this receipt number, when it is linked to one. */
export const listPeopleByReceipt = async (ctx: Context, code: string): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    select p.id from usulan u join person p on p.id = u.subject_person_id
    where u.no_publik = ${code} and p.merged_into is null`.execute(ctx.tx);
  return idsOf(rows);
};

/** People by name, the likeliest first. `threshold` is the least similarity of the typed words to a part of the name, 0 to 1. */
export const listPeopleByName = async (
  ctx: Context,
  fold: string,
  threshold: number,
  limit: number,
): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    select p.id from find_people_like(${fold}, ${threshold}, ${limit}) l join person p on p.id = l.id order by l.score desc, p.id`.execute(
    ctx.tx,
  );
  return idsOf(rows);
};

/** People at an address that holds every word typed, family by family, the head first. */
export const listPeopleByAddress = async (ctx: Context, words: readonly string[], limit: number): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    select p.id from find_families_at(${[...words]}::text[], ${limit}) f
    join family_member m on m.family_id = f.id and m.state = 'sah' and upper_inf(m.during)
    join person p on p.id = m.person_id
    where p.merged_into is null and (p.protection < 2 or p.id = any ((select guard_case_persons())::uuid[]))
    order by f.id, coalesce(m.shdk, 99), p.id limit ${limit}`.execute(ctx.tx);
  return idsOf(rows);
};

export type OpenMatters = { id: string; usulan: number; aid: number; tasks: number };

/** What is open for each of these people, as far as the actor sees it: proposals, aid not yet handed over, tasks. */
export const listOpenMatters = async (ctx: Context, ids: readonly string[]): Promise<OpenMatters[]> => {
  const { rows } = await sql<OpenMatters>`
    select w.id,
      (select count(*)::int from usulan u where u.subject_person_id = w.id and u.state in ('berjalan', 'menunggu_pelengkapan')) as usulan,
      (select count(*)::int from award a join entitlement e on e.award_id = a.id where a.payee_id = w.id and e.state in ('menunggu', 'sebagian', 'ditahan')) as aid,
      (select count(*)::int from task t where t.subject_person_id = w.id and t.state = 'terbuka') as tasks
    from unnest(${[...ids]}::uuid[]) as w(id)`.execute(ctx.tx);
  return rows;
};
