import { sql } from 'kysely';
import type { LocalDate } from '#kernel/local-date.ts';
import type { Context } from '#platform/db/context.ts';
import type { CentreResult } from '../domain/words.ts';

/** A batch that a later one has replaced and that later one is ratified: nothing of it is keyed any more. */
const standing = sql`not exists (select 1 from batch n where n.replaces = s.batch_id and n.state = 'disahkan')`;

/** Makes one submission per row of a ratified batch; a row that a correction carries on moves to the newer batch. */
export const openSubmissions = async (ctx: Context, batchId: string): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    insert into centre_submission (usulan_id, batch_id)
    select usulan_id, batch_id from batch_item where batch_id = ${batchId} order by no
    on conflict (usulan_id) do update set batch_id = excluded.batch_id, version = centre_submission.version + 1
    returning usulan_id as id`.execute(ctx.tx);
  return rows.map((row) => row.id);
};

export type SubmissionLine = {
  usulanId: string;
  name: string;
  kind: string;
  areaLabel: string;
  rtLabel: string;
  receiptNumber: string;
  period: string;
  ratifiedOn: LocalDate | null;
  keyedAt: Date | null;
  keyedByName: string | null;
  ticket: string | null;
  result: CentreResult | null;
  resultReason: string | null;
  resultAt: Date | null;
  version: number;
};
export type SubmissionPile = 'ketik' | 'menunggu' | 'hasil';

const pileCondition = {
  ketik: sql`s.keyed_at is null and s.result is null`,
  menunggu: sql`s.keyed_at is not null and s.result is null`,
  hasil: sql`s.result is not null`,
} as const;

const columns = sql`
  s.usulan_id as "usulanId", case when u.protection >= 2 then coalesce(p.alias, 'Nama dilindungi') else coalesce(p.name, u.draft->>'name', 'Tanpa nama') end as name,
  u.kind, a.label as "areaLabel", coalesce(r.name, '') as "rtLabel", u.no_publik as "receiptNumber", b.period, d.on_date as "ratifiedOn",
  s.keyed_at as "keyedAt", k.display_name as "keyedByName", s.ticket, s.result, s.result_reason as "resultReason", s.result_at as "resultAt", s.version`;
const tables = sql`centre_submission s join usulan u on u.id = s.usulan_id join area a on a.id = u.area_id left join area r on r.id = u.rt_area_id
  left join person p on p.id = u.subject_person_id join batch b on b.id = s.batch_id left join decree d on d.id = b.decree_id
  left join account k on k.id = s.keyed_by`;

/** One pile of the centre's cycle in the actor's sight, in the order in which one keys: desa by desa, as in the batch. */
export const listSubmissions = async (
  ctx: Context,
  pile: SubmissionPile,
  page: { after?: string | undefined; limit: number },
): Promise<{ items: SubmissionLine[]; next: string | null }> => {
  const { rows } = await sql<SubmissionLine & { cursor: string }>`
    select * from (
      select ${columns}, b.period || '~' || a.label || '~' || lpad(i.no::text, 6, '0') || '~' || s.usulan_id as cursor
      from ${tables} join batch_item i on i.batch_id = s.batch_id and i.usulan_id = s.usulan_id
      where ${pileCondition[pile]} and ${standing}) listed
    where ${page.after ? sql`cursor > ${page.after}` : sql`true`} order by cursor limit ${page.limit + 1}`.execute(
    ctx.tx,
  );
  const items = rows.slice(0, page.limit).map(({ cursor: _cursor, ...row }) => row);
  return { items, next: rows.length > page.limit ? (rows[page.limit - 1]?.cursor ?? null) : null };
};

export const countSubmissions = async (ctx: Context): Promise<Record<SubmissionPile, number>> => {
  const { rows } = await sql<Record<SubmissionPile, number>>`
    select (count(*) filter (where ${pileCondition.ketik}))::int as ketik, (count(*) filter (where ${pileCondition.menunggu}))::int as menunggu,
           (count(*) filter (where ${pileCondition.hasil}))::int as hasil
    from centre_submission s join usulan u on u.id = s.usulan_id where ${standing}`.execute(ctx.tx);
  return rows[0]!;
};

export const findSubmission = async (ctx: Context, usulanId: string): Promise<SubmissionLine | undefined> =>
  (
    await sql<SubmissionLine>`select ${columns} from ${tables} where s.usulan_id = ${usulanId} and ${standing}`.execute(
      ctx.tx,
    )
  ).rows[0];

export const lockSubmission = async (ctx: Context, usulanId: string): Promise<SubmissionLine | undefined> => {
  const locked = await ctx.tx
    .selectFrom('centre_submission')
    .select('usulan_id')
    .where('usulan_id', '=', usulanId)
    .forUpdate()
    .executeTakeFirst();
  return locked ? findSubmission(ctx, usulanId) : undefined;
};

export const saveTicket = async (ctx: Context, usulanId: string, ticket: string): Promise<void> => {
  await ctx.tx
    .updateTable('centre_submission')
    .set({ ticket, keyed_by: ctx.actor.accountId, keyed_at: ctx.now, version: sql`version + 1` })
    .where('usulan_id', '=', usulanId)
    .execute();
};

/** Whether this ticket stands with another usulan, also one out of sight: the number of SIKS-NG names nobody. */
export const isTicketUsed = async (ctx: Context, ticket: string, except: string): Promise<boolean> => {
  const found = await ctx.tx
    .selectFrom('centre_submission')
    .select('usulan_id')
    .where('ticket', '=', ticket)
    .where('usulan_id', '<>', except)
    .executeTakeFirst();
  return found !== undefined;
};

/** The submissions that results are about: by ticket, or by the NIK of the person or draft when there is no ticket. */
export const matchSubmissions = async (
  ctx: Context,
  keys: readonly { at: number; ticket: string; nik: string }[],
): Promise<{ at: number; usulanId: string; result: CentreResult | null }[]> => {
  const { rows } = await sql<{ at: number; usulanId: string; result: CentreResult | null }>`
    with wanted as (select * from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as w(at integer, ticket text, nik text))
    select w.at, s.usulan_id as "usulanId", s.result from wanted w join centre_submission s on w.ticket <> '' and s.ticket = w.ticket
    where ${standing}
    union
    select w.at, s.usulan_id, s.result from wanted w
    join person_identifier n on w.ticket = '' and w.nik <> '' and n.kind = 'nik' and n.value = w.nik and n.state in ('aktif', 'klaim')
    join usulan u on u.subject_person_id = n.person_id join centre_submission s on s.usulan_id = u.id
    where s.keyed_at is not null and s.result is null and ${standing}`.execute(ctx.tx);
  return rows;
};

export const saveResult = async (
  ctx: Context,
  usulanId: string,
  result: { result: CentreResult; reason: string | null; importRowId: bigint | null },
): Promise<void> => {
  await ctx.tx
    .updateTable('centre_submission')
    .set({
      result: result.result,
      result_reason: result.reason,
      result_at: ctx.now,
      result_row_id: result.importRowId,
      result_by: ctx.actor.accountId,
      told_at: ctx.now,
      version: sql`version + 1`,
    })
    .where('usulan_id', '=', usulanId)
    .execute();
};

/** What the citizen's box shows. */
export const addNotice = async (
  ctx: Context,
  notice: { id: string; usulanId: string; text: string },
): Promise<void> => {
  await ctx.tx
    .insertInto('notice')
    .values({ id: notice.id, usulan_id: notice.usulanId, text: notice.text, at: ctx.now })
    .execute();
};
