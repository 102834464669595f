import { sql } from 'kysely';
import type { LocalDate } from '#kernel/local-date.ts';
import { type Context, toJson } from '#platform/db/context.ts';
import type { Place } from '../domain/compute.ts';
import type { LetterRow } from '../domain/letter.ts';
import type { SealedLine } from '../domain/list-lines.ts';
import type { RowReason } from '../domain/list-rows.ts';

export type NewLine = { no: number; familyId: string; code: string; salt: string; line: string; proof: Buffer };
const CHUNK = 5000;

/** Keeps the root of a list and its lines, some thousands a statement. */
export const addSeal = async (ctx: Context, runId: string, root: string, lines: readonly NewLine[]): Promise<void> => {
  await ctx.tx.insertInto('list_seal').values({ run_id: runId, root, line_count: lines.length }).execute();
  for (let from = 0; from < lines.length; from += CHUNK) {
    const part = lines.slice(from, from + CHUNK).map((line) => ({ ...line, proof: line.proof.toString('hex') }));
    await sql`
      insert into list_line (run_id, no, family_id, code, salt, line, proof)
      select ${runId}::uuid, x.no, x."familyId", x.code, x.salt, x.line, decode(x.proof, 'hex')
      from jsonb_to_recordset(${toJson(part)}::jsonb)
        as x(no integer, "familyId" uuid, code text, salt text, line text, proof text)`.execute(ctx.tx);
  }
};

/** The root a list was sealed with; lists from before lines were sealed have none. */
export const findSeal = async (ctx: Context, runId: string): Promise<{ root: string; lines: number } | undefined> =>
  ctx.tx.selectFrom('list_seal').where('run_id', '=', runId).select(['root', 'line_count as lines']).executeTakeFirst();

/** How many letters go to each desa, as the reader may see them. */
export const countLetters = async (ctx: Context, runId: string) =>
  ctx.tx
    .selectFrom('list_line as l')
    .innerJoin('selection_row as r', (join) =>
      join.onRef('r.run_id', '=', 'l.run_id').onRef('r.family_id', '=', 'l.family_id'),
    )
    .leftJoin('area as a', 'a.id', 'r.area_id')
    .where('l.run_id', '=', runId)
    .groupBy(['r.area_id', 'a.label', 'a.kode'])
    .orderBy('a.kode')
    .select([
      'r.area_id as areaId',
      sql<string>`coalesce(a.label, '')`.as('label'),
      sql<number>`count(*)::int`.as('letters'),
    ])
    .execute();

/** Lines of one desa with what their letters say, in the order of the list. */
export const listLetterRows = async (
  ctx: Context,
  runId: string,
  wanted: { areaId: number; skip: number; limit: number },
): Promise<LetterRow[]> =>
  ctx.tx
    .selectFrom('list_line as l')
    .innerJoin('selection_row as r', (join) =>
      join.onRef('r.run_id', '=', 'l.run_id').onRef('r.family_id', '=', 'l.family_id'),
    )
    .leftJoin('area as a', 'a.id', 'r.area_id')
    .where('l.run_id', '=', runId)
    .where('r.area_id', '=', wanted.areaId)
    .orderBy('l.no')
    .offset(wanted.skip)
    .limit(wanted.limit)
    .select([
      'l.no',
      'l.family_id as familyId',
      'l.code',
      'l.salt',
      'l.line',
      sql<Place>`r.place`.as('place'),
      sql<LetterRow['verdict']>`r.verdict`.as('verdict'),
      'r.rank',
      'r.reserve_no as reserveNo',
      'r.held_until as heldUntil',
      sql<RowReason[]>`r.reasons`.as('reasons'),
      sql<string>`coalesce(r.binding, '')`.as('binding'),
      sql<string | null>`(select x.code from selection_run n join programme_version v on v.id = n.version_id
        join programme_decision x on x.programme_id = v.programme_id and x.family_id = r.family_id and x.kind = 'keluarkan'
          and x.at <= n.created_at and (x.withdrawn_at is null or x.withdrawn_at > n.created_at)
        where n.id = r.run_id and r.binding = 'keputusan' order by x.at desc limit 1)`.as('decided'),
      sql<string>`coalesce(a.label, '')`.as('areaLabel'),
    ])
    .execute();

/** A list as anybody may read of it: sums and its root, nobody's line. */
export type PublishedList = {
  runId: string;
  programme: string;
  period: string;
  decreeNumber: string;
  decreeOn: LocalDate;
  revoked: boolean;
  masuk: number;
  ditahan: number;
  cadangan: number;
  lines: number;
  root: string;
};

/** Lists whose decree is or was in force, the newest first; for the portal's role only. */
export const listPublished = async (ctx: Context): Promise<PublishedList[]> => {
  const { rows } = await sql<PublishedList>`
    select run_id as "runId", programme, period, decree_number as "decreeNumber", decree_on as "decreeOn", revoked, masuk, ditahan,
           cadangan, line_count as lines, root from published_lists()`.execute(ctx.tx);
  return rows;
};

/** The line behind a letter's code; for the portal's role only. */
export const findSealedLine = async (
  ctx: Context,
  code: string,
): Promise<(SealedLine & { runId: string; no: number }) | undefined> => {
  const { rows } = await sql<SealedLine & { runId: string; no: number }>`
    select run_id as "runId", no, salt, line, proof, place, reserve_no as "reserveNo" from sealed_line(${code})`.execute(
    ctx.tx,
  );
  return rows[0];
};
