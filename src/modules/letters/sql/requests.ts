import { sql } from 'kysely';
import { type Context, toJson } from '#platform/db/context.ts';
import type { LetterState } from '../domain/course.ts';

export type LetterRequest = {
  id: string;
  receiptNumber: string;
  kindCode: string;
  kindName: string;
  approverRole: string;
  lowRisk: boolean;
  personId: string;
  areaId: number;
  areaLabel: string | null;
  protection: number;
  holder: string;
  applicant: string;
  fields: Record<string, string>;
  papers: string[];
  fast: boolean;
  targetMinutes: number;
  state: LetterState;
  note: string | null;
  requestedBy: string;
  requestedByName: string;
  requestedAt: Date;
  checkedBy: string | null;
  decidedAt: Date | null;
  letterId: string | null;
  number: string | null;
  code: string | null;
  content: unknown;
  validUntil: string | null;
  printed: number;
  version: number;
};

const requestRows = (ctx: Context) =>
  ctx.tx
    .selectFrom('letter_request as r')
    .innerJoin('letter_kind as k', 'k.code', 'r.kind_code')
    .innerJoin('account as q', 'q.id', 'r.requested_by')
    .leftJoin('area as a', 'a.id', 'r.area_id')
    .leftJoin('letter as l', 'l.id', 'r.letter_id')
    .select([
      ...([
        'r.id',
        'r.protection',
        'r.holder',
        'r.applicant',
        'r.fields',
        'r.papers',
        'r.fast',
        'r.state',
        'r.note',
      ] as const),
      ...(['r.code', 'r.content', 'r.printed', 'r.version', 'l.number'] as const),
      'r.no_publik as receiptNumber',
      'r.kind_code as kindCode',
      'k.name as kindName',
      'k.approver_role as approverRole',
      'k.low_risk as lowRisk',
      'r.person_id as personId',
      'r.area_id as areaId',
      'a.label as areaLabel',
      'r.target_minutes as targetMinutes',
      'r.requested_by as requestedBy',
      'q.display_name as requestedByName',
      'r.requested_at as requestedAt',
      'r.checked_by as checkedBy',
      'r.decided_at as decidedAt',
      'r.letter_id as letterId',
      'r.valid_until as validUntil',
    ]);

/** Requests in a state: the fast lane first, then whoever waits longest; what is over, the newest first. */
export const listRequests = async (
  ctx: Context,
  filter: { state: LetterState; kind?: string | undefined; limit: number },
): Promise<LetterRequest[]> => {
  const isOver = filter.state === 'terbit' || filter.state === 'ditolak' || filter.state === 'batal';
  const query = requestRows(ctx)
    .where('r.state', '=', filter.state)
    .$if(filter.kind !== undefined, (found) => found.where('r.kind_code', '=', filter.kind ?? ''));
  const sorted = isOver
    ? query.orderBy('r.decided_at', 'desc')
    : query.orderBy('r.fast', 'desc').orderBy('r.requested_at').orderBy('r.id');
  return (await sorted.limit(filter.limit).execute()) as LetterRequest[];
};

export const findRequest = async (ctx: Context, id: string): Promise<LetterRequest | undefined> =>
  (await requestRows(ctx).where('r.id', '=', id).executeTakeFirst()) as LetterRequest | undefined;

/** Holds the row until the transaction ends, then reads it. */
export const lockRequest = async (ctx: Context, id: string): Promise<LetterRequest | undefined> => {
  await ctx.tx.selectFrom('letter_request').select('id').where('id', '=', id).forUpdate().execute();
  return findRequest(ctx, id);
};

/** How many stand in each state, and today's letters with their middle waiting time in minutes. */
export const countRequests = async (ctx: Context, dayStart: Date) => {
  const { rows } = await sql<{ state: LetterState; n: number; late: number }>`
    select state, count(*)::int as n,
           count(*) filter (where requested_at + make_interval(mins => target_minutes) < ${ctx.now})::int as late
    from letter_request where state in ('diajukan', 'dikembalikan', 'menunggu_setuju') group by state`.execute(ctx.tx);
  const today = await sql<{ issued: number; median: number | null }>`
    select count(*)::int as issued,
           round((percentile_cont(0.5) within group (order by extract(epoch from decided_at - requested_at)) / 60)::numeric)::int as median
    from letter_request where state in ('terbit', 'batal') and decided_at >= ${dayStart}`.execute(ctx.tx);
  return { waiting: rows, ...today.rows[0]! };
};

export type NewRequest = {
  id: string;
  receiptNumber: string;
  pinHash: string;
  kindCode: string;
  personId: string;
  areaId: number;
  protection: number;
  holder: string;
  applicant: string;
  fields: Record<string, string>;
  papers: readonly string[];
  fast: boolean;
  targetMinutes: number;
};
/** @returns false when one of that kind is open for the person already */
export const addRequest = async (ctx: Context, request: NewRequest): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await ctx.tx
    .insertInto('letter_request')
    .values({
      id: request.id,
      no_publik: request.receiptNumber,
      pin_hash: request.pinHash,
      kind_code: request.kindCode,
      person_id: request.personId,
      area_id: request.areaId,
      protection: request.protection,
      holder: request.holder,
      applicant: request.applicant,
      fields: toJson(request.fields),
      papers: [...request.papers],
      fast: request.fast,
      target_minutes: request.targetMinutes,
      state: 'diajukan',
      requested_by: ctx.actor.accountId,
      requested_at: ctx.now,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['person_id', 'kind_code'])
        .where('state', 'in', ['diajukan', 'dikembalikan', 'menunggu_setuju'])
        .doNothing(),
    )
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
};

type Change = Partial<{
  state: LetterState;
  note: string | null;
  fields: string;
  papers: string[];
  checked_by: string | null;
  checked_at: Date | null;
  decided_by: string;
  decided_at: Date;
  letter_id: string;
  code: string;
  content: string;
  valid_until: string | null;
}>;
export const changeRequest = async (ctx: Context, id: string, change: Change): Promise<void> => {
  await ctx.tx
    .updateTable('letter_request')
    .set({ ...change, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute();
};

export const countPrint = async (ctx: Context, id: string): Promise<void> => {
  await ctx.tx.updateTable('letter_request').set({ printed: sql<number>`printed + 1` }).where('id', '=', id).execute();
};

/** What anybody may know of a letter by its code. */
export const findShown = async (ctx: Context, code: string) => {
  const { rows } = await sql<{
    number: string;
    issuedAt: Date;
    holder: string;
    protection: number;
    state: 'terbit' | 'batal';
    validUntil: string | null;
  }>`select number, issued_at as "issuedAt", holder, protection, state, valid_until::text as "validUntil" from letter_shown(${code})`.execute(
    ctx.tx,
  );
  return rows[0];
};

/** The course of a request for the holder of its paper. */
export const findOwn = (ctx: Context, id: string) =>
  ctx.tx
    .selectFrom('letter_request as r')
    .innerJoin('letter_kind as k', 'k.code', 'r.kind_code')
    .select([
      ...(['r.state', 'r.note', 'r.code', 'k.name'] as const),
      'r.no_publik as receiptNumber',
      'r.requested_at as requestedAt',
      'r.decided_at as decidedAt',
      'r.area_id as areaId',
    ])
    .where('r.id', '=', id)
    .executeTakeFirst();
