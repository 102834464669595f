import type { Context } from '#platform/db/context.ts';
import type { JobOrder } from '../domain/order.ts';
import { listRtIds } from '../sql/areas.ts';
import { makeDelta } from '../sql/delta.ts';
import { analyzeTables, findImport, type ImportFile, updateImport } from '../sql/files.ts';
import { countOutcomes, listSiksRows, type SiksChunkRow } from '../sql/siks-rows.ts';
import { putNoLongerListed } from '../sql/statuses.ts';
import { commitDesilChunk } from './commit-desil.ts';
import { commitExcludeChunk } from './commit-exclude.ts';
import { commitPadanChunk } from './commit-padan.ts';
import { commitResultChunk } from './commit-results.ts';
import { commitSiksChunk } from './commit-siks.ts';
import { secondsSince } from './judge-file.ts';
import { hashOfRows, type JobTools, lockForStage, runStage } from './run-chunk.ts';

const CHUNK = 2000;
/** A family's rows stand together; a chunk ends between two families when the break is near. */
const NEAR = 60;

const kkOf = ({ parsed: { nomorKk } }: SiksChunkRow): string | null => (nomorKk.state === 'sah' ? nomorKk.value : null);

const listWholeFamilies = async (ctx: Context, importId: string, after: number): Promise<SiksChunkRow[]> => {
  const rows = await listSiksRows(ctx, importId, after, CHUNK + NEAR);
  for (let end = Math.min(CHUNK, rows.length); end < rows.length; end += 1) {
    const [last, next] = [rows[end - 1], rows[end]];
    if (last && next && (kkOf(last) === null || kkOf(last) !== kkOf(next))) return rows.slice(0, end);
  }
  return rows;
};

type Chunk = { rows: readonly { no: number; content: string | null }[]; counts: Record<string, number> };
type Tools = { rtIds: ReadonlyMap<string, number> };

const commitChunk = async (ctx: Context, file: ImportFile, { rtIds }: Tools): Promise<Chunk> => {
  if (file.kind === 'desil') return commitDesilChunk(ctx, file, CHUNK);
  if (file.kind === 'exclude') return commitExcludeChunk(ctx, file, CHUNK);
  if (file.kind === 'padan') return commitPadanChunk(ctx, file, CHUNK);
  if (file.kind === 'hasil_pusat') return commitResultChunk(ctx, file, CHUNK);
  const rows = await listWholeFamilies(ctx, file.id, file.cursorNo);
  const counts: Record<string, number> = {};
  if (rows.length === 0) return { rows, counts };
  for (const { outcome } of await commitSiksChunk(ctx, rows, { file, rtIds }))
    counts[outcome] = (counts[outcome] ?? 0) + 1;
  return { rows, counts };
};

const finish = async (ctx: Context, file: ImportFile): Promise<void> => {
  const missing = file.kind === 'siks23' && file.previousId ? await putNoLongerListed(ctx, file.id, file.period) : 0;
  const commit = { ...(await countOutcomes(ctx, file.id)), ...(missing > 0 ? { tidak_tercantum: missing } : {}) };
  const seconds = { ...file.counts.seconds, commit: secondsSince(file, ctx.now) };
  await updateImport(
    ctx,
    file.id,
    { state: 'selesai', counts: { ...file.counts, commit, seconds }, finishedAt: ctx.now, failure: null },
    true,
  );
  const previous = file.previousId ? await findImport(ctx, file.previousId) : undefined;
  if (file.kind !== 'hasil_pusat' && file.kind !== 'padan') await makeDelta(ctx, file, previous?.period ?? null);
  await ctx.record({ event: 'import.committed', subjectKind: 'import', subjectId: file.id, after: commit });
  // People came or changed: who of them is in the register twice is looked for.
  if (file.kind === 'siks23')
    await ctx.enqueue(
      'duplicates.import_finished',
      { agency: ctx.actor.agency },
      `duplicates.import_finished.${ctx.actor.agency}`,
    );
  if (file.follow) await ctx.enqueue(file.follow, { agency: ctx.actor.agency }, `${file.follow}.${ctx.actor.agency}`);
};

/** Rows done before which the database looks at its tables anew: soon, while they grow from nothing, then ever more seldom. */
const LOOKS = [1, 4, 16, 64, 256].map((chunks) => chunks * CHUNK);

/** One chunk in one transaction, its cursor with it. @returns the cursor, or undefined when nothing was left */
const goOn = async (
  ctx: Context,
  importId: string,
  cursor: number | undefined,
  tools: Tools,
): Promise<number | undefined> => {
  const file = await lockForStage(ctx, importId, ['memasukkan'], cursor);
  const { rows, counts } = await commitChunk(ctx, file, tools);
  const last = rows.at(-1)?.no;
  if (last === undefined) {
    await finish(ctx, file);
    return undefined;
  }
  const rowsDone = file.rowsDone + rows.length;
  await updateImport(ctx, importId, { cursorNo: last, rowsDone, failure: null });
  if (LOOKS.some((look) => file.rowsDone < look && rowsDone >= look)) await analyzeTables(ctx);
  await ctx.record({
    event: 'import.rows_committed',
    subjectKind: 'import',
    subjectId: importId,
    after: { rows: rows.length, upTo: last, sha256: hashOfRows(rows), ...counts },
  });
  return last;
};

/**
 * The job behind the commit: puts the staged rows into the register, 2,000 a transaction under the import's own database role. Killed
 * anywhere, it goes on behind the last chunk; nothing is lost and nothing doubled.
 */
export const commitFile = (tools: JobTools, order: JobOrder, signal: AbortSignal): Promise<void> =>
  runStage(tools, order, 'commit', async (work) => {
    const rtIds = await work((ctx) => listRtIds(ctx));
    let cursor: number | undefined;
    do {
      cursor = await work((ctx) => goOn(ctx, order.importId, cursor, { rtIds }));
    } while (cursor !== undefined && !signal.aborted);
  });
