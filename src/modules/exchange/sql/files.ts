import { sql } from 'kysely';
import type { LocalDate } from '#kernel/local-date.ts';
import { type Context, toJson } from '#platform/db/context.ts';
import type { Kind, State } from '../domain/kinds.ts';
import type { Mapping } from '../domain/mapping.ts';
import type { JobOrder } from '../domain/order.ts';
import type { Counts } from '../domain/summary.ts';

/** An import as its row holds it. Counts are of rows. */
export type ImportFile = {
  id: string;
  kind: Kind;
  name: string;
  fileId: string;
  sha256: string;
  period: string;
  observedOn: LocalDate;
  state: State;
  mapping: Mapping;
  previousId: string | null;
  rowsTotal: number;
  rowsDone: number;
  /** The last row number that the running stage has finished. */
  cursorNo: number;
  counts: Counts;
  failure: string | null;
  uploadedBy: string;
  uploadedAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
  orderedBy: JobOrder['by'] | null;
  autoCommit: boolean;
  follow: string | null;
  version: number;
};

const COLUMNS = sql`
  f.id, f.kind, f.name, f.file_id as "fileId", f.sha256, f.period, f.observed_on as "observedOn", f.state, f.mapping,
  f.previous_id as "previousId", f.rows_total as "rowsTotal", f.rows_done as "rowsDone", f.cursor_no as "cursorNo", f.counts, f.failure,
  (select a.display_name from account a where a.id = f.uploaded_by) as "uploadedBy", f.uploaded_at as "uploadedAt",
  f.started_at as "startedAt", f.finished_at as "finishedAt", f.ordered_by as "orderedBy", f.auto_commit as "autoCommit", f.follow, f.version`;

export const findImport = async (ctx: Context, id: string, lock = false): Promise<ImportFile | undefined> => {
  const { rows } = await sql<ImportFile>`
    select ${COLUMNS} from import_file f where f.id = ${id} ${lock ? sql`for update of f` : sql``}`.execute(ctx.tx);
  return rows[0];
};

/** The newest first; `after` is the id of the last one seen. */
export const listImports = async (ctx: Context, after: string | undefined, limit: number): Promise<ImportFile[]> => {
  const { rows } = await sql<ImportFile>`
    select ${COLUMNS} from import_file f where ${after ? sql`f.id < ${after}` : sql`true`} order by f.id desc limit ${limit}`.execute(
    ctx.tx,
  );
  return rows;
};

/** Imports whose job may have been lost with the server. */
export const listUnfinished = async (ctx: Context): Promise<Pick<ImportFile, 'id' | 'state' | 'orderedBy'>[]> => {
  const { rows } = await sql<Pick<ImportFile, 'id' | 'state' | 'orderedBy'>>`
    select f.id, f.state, f.ordered_by as "orderedBy" from import_file f
    where f.state in ('dipetakan', 'membaca', 'diperiksa', 'memasukkan', 'membatalkan') and f.ordered_by is not null order by f.id`.execute(
    ctx.tx,
  );
  return rows;
};

/** The same bytes as this kind before, unless that import was taken back. */
export const findSameFile = async (ctx: Context, kind: Kind, sha256: string): Promise<ImportFile | undefined> => {
  const { rows } = await sql<ImportFile>`
    select ${COLUMNS} from import_file f where f.kind = ${kind} and f.sha256 = ${sha256} and f.state <> 'dibatalkan'`.execute(
    ctx.tx,
  );
  return rows[0];
};

/** The last file of this kind that went in. */
export const findLastCommitted = async (
  ctx: Context,
  kind: Kind,
): Promise<Pick<ImportFile, 'id' | 'name' | 'period'> | undefined> => {
  const { rows } = await sql<Pick<ImportFile, 'id' | 'name' | 'period'>>`
    select f.id, f.name, f.period from import_file f where f.kind = ${kind} and f.state = 'selesai' order by f.finished_at desc, f.id desc limit 1`.execute(
    ctx.tx,
  );
  return rows[0];
};

/** Another import of this kind that is going in, or that went in after this one. */
export const findLaterOrRunning = async (
  ctx: Context,
  file: ImportFile,
): Promise<Pick<ImportFile, 'id' | 'name' | 'state'> | undefined> => {
  const { rows } = await sql<Pick<ImportFile, 'id' | 'name' | 'state'>>`
    select f.id, f.name, f.state from import_file f
    where f.kind = ${file.kind} and f.id <> ${file.id}
      and (f.state in ('memasukkan', 'membatalkan') or (f.state = 'selesai' and f.previous_id = ${file.id})) limit 1`.execute(
    ctx.tx,
  );
  return rows[0];
};

export type NewImport = {
  id: string;
  kind: Kind;
  name: string;
  fileId: string;
  sha256: string;
  period: string;
  observedOn: LocalDate;
  mapping: Mapping;
  autoCommit: boolean;
  follow: string | null;
};

/** Adds the import; false when the same file is there already (two who send it at once). */
export const insertImport = async (ctx: Context, file: NewImport): Promise<boolean> => {
  const row = await ctx.tx
    .insertInto('import_file')
    .values({
      id: file.id,
      kind: file.kind,
      name: file.name,
      file_id: file.fileId,
      sha256: file.sha256,
      period: file.period,
      observed_on: file.observedOn,
      state: 'diunggah',
      mapping: toJson(file.mapping),
      rows_total: file.mapping.rows,
      auto_commit: file.autoCommit,
      follow: file.follow,
      uploaded_by: ctx.actor.accountId,
      uploaded_at: ctx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
};

export type ImportChange = {
  state?: State;
  mapping?: Mapping;
  previousId?: string | null;
  rowsTotal?: number;
  rowsDone?: number;
  cursorNo?: number;
  counts?: Counts;
  failure?: string | null;
  startedAt?: Date | null;
  finishedAt?: Date | null;
  orderedBy?: JobOrder['by'] | null;
};

/** Changes the row and, for what a person does, moves its version on. */
export const updateImport = async (ctx: Context, id: string, change: ImportChange, byPerson = false): Promise<void> => {
  const { mapping, counts, orderedBy } = change;
  await ctx.tx
    .updateTable('import_file')
    .set({
      ...(change.state === undefined ? {} : { state: change.state }),
      ...(mapping === undefined ? {} : { mapping: toJson(mapping) }),
      ...(change.previousId === undefined ? {} : { previous_id: change.previousId }),
      ...(change.rowsTotal === undefined ? {} : { rows_total: change.rowsTotal }),
      ...(change.rowsDone === undefined ? {} : { rows_done: change.rowsDone }),
      ...(change.cursorNo === undefined ? {} : { cursor_no: change.cursorNo }),
      ...(counts === undefined ? {} : { counts: toJson(counts) }),
      ...(change.failure === undefined ? {} : { failure: change.failure }),
      ...(change.startedAt === undefined ? {} : { started_at: change.startedAt }),
      ...(change.finishedAt === undefined ? {} : { finished_at: change.finishedAt }),
      ...(orderedBy === undefined ? {} : { ordered_by: orderedBy === null ? null : toJson(orderedBy) }),
      ...(byPerson ? { version: sql`version + 1` } : {}),
    })
    .where('id', '=', id)
    .execute();
};

/** How many imports of each state there are. */
export const countByState = async (ctx: Context): Promise<Map<State, number>> => {
  const { rows } = await sql<{
    state: State;
    n: number;
  }>`select state, count(*)::int as n from import_file group by state`.execute(ctx.tx);
  return new Map(rows.map(({ state, n }) => [state, n]));
};

/** Lets the database look anew at the tables an import fills. */
export const analyzeTables = async (ctx: Context): Promise<void> => {
  await sql`select import_analyze()`.execute(ctx.tx);
};
