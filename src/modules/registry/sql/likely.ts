import { sql } from 'kysely';
import type { LocalDate } from '#kernel/local-date.ts';
import type { Context } from '#platform/db/context.ts';
import type { Likeable } from '../domain/likeness.ts';

/** What likeness needs of these people, by id. Numbers stay on the server. */
export const listLikeables = async (ctx: Context, ids: readonly string[]): Promise<Map<string, Likeable>> => {
  const { rows } = await sql<Likeable & { id: string }>`
    select p.id, p.name, p.sex, p.birth_on as "birthOn", p.mother_name as "motherName",
      (select i.value from person_identifier i where i.person_id = p.id and i.kind = 'nik' and i.state in ('aktif', 'klaim') order by i.state limit 1) as nik,
      (select c.nomor_kk from family_member m join family_card c on c.family_id = m.family_id and c.state in ('aktif', 'klaim')
       where m.person_id = p.id and m.state = 'sah' and upper_inf(m.during) order by c.state limit 1) as "nomorKk"
    from person p where p.id = any (${[...ids]}::uuid[]) and (p.protection < 2 or p.id = any ((select guard_case_persons())::uuid[]))`.execute(
    ctx.tx,
  );
  return new Map(rows.map(({ id, ...rest }) => [id, rest]));
};

/** People in sight born that day, for a name so badly written that the search by name misses it. */
export const listPeopleBornOn = async (ctx: Context, on: LocalDate, limit: number): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    select id from person where birth_on = ${on} and merged_into is null order by id limit ${limit}`.execute(ctx.tx);
  return rows.map((row) => row.id);
};

/** Whether somebody of this name and birth is out of sight: an ordinary person may be spoken of, of a protected one nothing is said. */
export const findElsewhere = async (
  ctx: Context,
  fold: string,
  bornOn: LocalDate,
  exceptIds: readonly string[],
): Promise<{ maySay: boolean; keepSilent: boolean }> => {
  const { rows } = await sql<{ may_say: boolean; keep_silent: boolean }>`
    select may_say, keep_silent from likely_elsewhere(${fold}, ${bornOn}::date, ${[...exceptIds]}::uuid[])`.execute(
    ctx.tx,
  );
  return { maySay: rows[0]?.may_say ?? false, keepSilent: rows[0]?.keep_silent ?? false };
};
