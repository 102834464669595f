import { sql } from 'kysely';
import type { Context } from '#platform/db/context.ts';
import type { Kind, UsulanState } from '../domain/kinds.ts';
import type { Stage } from '../domain/stages.ts';

export type Neighbour = { id: string; name: string; address: string | null; confirmedOn: string | null };

/** Living people of the actor's RT by name and address: nothing of their welfare, aid or numbers. */
export const listNeighbours = async (ctx: Context): Promise<Neighbour[]> => {
  const { rows } = await sql<Neighbour>`
    select p.id, coalesce(case when p.protection >= 2 then p.alias end, p.name) as name, f.address,
           (select max(c.on_date)::text from presence_check c where c.person_id = p.id) as "confirmedOn"
    from person p
    left join family_member m on m.person_id = p.id and m.state = 'sah' and m.during @> ${ctx.today}::date
    left join family f on f.id = m.family_id
    where p.scope_area_id = any ((select guard_areas())::integer[]) and p.merged_into is null and p.life <> 'terbukti'
    order by p.name limit 1000`.execute(ctx.tx);
  const byHouse = new Intl.Collator('id', { numeric: true });
  return rows.toSorted(
    (a, b) => byHouse.compare(a.address ?? '~', b.address ?? '~') || byHouse.compare(a.name, b.name),
  );
};

export type OwnUsulan = {
  id: string;
  receiptNumber: string;
  name: string;
  kind: Kind;
  state: UsulanState;
  stage: Stage | null;
  asked: string | null;
  lastOn: string;
  submittedOn: string;
  dueOn: string;
  lastSentence: string;
  version: number;
};

/** What the actor proposed, the latest step first. Names stand as they were typed. */
export const listOwnUsulan = async (ctx: Context): Promise<OwnUsulan[]> => {
  const { rows } = await sql<OwnUsulan>`
    select u.id, u.no_publik as "receiptNumber", coalesce(u.draft->>'name', p.name, 'Nama dilindungi') as name, u.kind, u.state, u.stage, u.asked,
           coalesce(e.at, u.created_at)::date::text as "lastOn", u.created_at::date::text as "submittedOn", u.due_on as "dueOn",
           coalesce(e.citizen_text, '') as "lastSentence", u.version
    from usulan u
    left join person p on p.id = u.subject_person_id and p.protection < 2
    left join lateral (select at, citizen_text from usulan_event e where e.usulan_id = u.id and e.citizen_text <> '' order by at desc, id desc limit 1) e on true
    where u.reporter_account = ${ctx.actor.accountId}
    order by coalesce(e.at, u.created_at) desc limit 200`.execute(ctx.tx);
  return rows;
};

export type RtTask = { id: string; title: string; detail: string; dueOn: string | null };

/** Whether a person lives in the areas of the actor, as the register has it. */
export const isNeighbour = async (ctx: Context, personId: string): Promise<boolean> => {
  const { rows } = await sql<{ id: string }>`
    select id from person where id = ${personId} and scope_area_id = any ((select guard_areas())::integer[]) and merged_into is null`.execute(
    ctx.tx,
  );
  return rows.length > 0;
};

/** Keeps the RT head's word of today; a second time the same day changes nothing. */
export const keepPresence = async (ctx: Context, personId: string): Promise<void> => {
  await ctx.tx
    .insertInto('presence_check')
    .values({ person_id: personId, on_date: ctx.today, account_id: ctx.actor.accountId, at: ctx.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

/** What a desk asked this RT: whether somebody lives here. */
export const listRtTasks = async (ctx: Context): Promise<RtTask[]> => {
  const { rows } = await sql<RtTask>`
    select id, title, detail, due_on as "dueOn" from task
    where role = 'rt' and state = 'terbuka' and area_id = any ((select guard_areas())::integer[]) order by opened_at limit 50`.execute(
    ctx.tx,
  );
  return rows;
};

/** Closes an open question to the RT with his answer; undefined when it is not his or already answered. */
export const closeRtTask = async (
  ctx: Context,
  taskId: string,
  answer: string,
): Promise<{ areaId: number } | undefined> => {
  const row = await ctx.tx
    .updateTable('task')
    .set({ state: 'selesai', closed_at: ctx.now, closed_by: ctx.actor.accountId, close_note: answer })
    .where('id', '=', taskId)
    .where('role', '=', 'rt')
    .where('state', '=', 'terbuka')
    .returning('area_id')
    .executeTakeFirst();
  return row ? { areaId: row.area_id } : undefined;
};

/** Whether the RT was asked about this usulan already and has not answered. */
export const hasOpenRtTask = async (ctx: Context, usulanId: string): Promise<boolean> => {
  const row = await ctx.tx
    .selectFrom('task')
    .select('id')
    .where('usulan_id', '=', usulanId)
    .where('kind', '=', 'konfirmasi_tinggal')
    .where('state', '=', 'terbuka')
    .executeTakeFirst();
  return row !== undefined;
};
