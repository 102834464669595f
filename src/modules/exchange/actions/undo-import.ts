import { refuse } from '#kernel/refusal.ts';
import type { Context } from '#platform/db/context.ts';
import type { JobOrder } from '../domain/order.ts';
import { forgetDelta } from '../sql/delta.ts';
import { deleteFlags } from '../sql/exclude.ts';
import { findLaterOrRunning, type ImportFile, updateImport } from '../sql/files.ts';
import { deleteRows } from '../sql/rows.ts';
import * as undo from '../sql/undo.ts';
import { lockImport, refusePartlyIn } from './get-import.ts';
import { secondsSince } from './judge-file.ts';
import { orderStage } from './order-stage.ts';
import { hashOfRows, type JobTools, lockForStage, runStage } from './run-chunk.ts';

const CHUNK = 2000;
const LAST = 2_147_483_647;

const KEPT = {
  person:
    'Sudah diubah atau dipakai sejak masuk (usulan, kunjungan, kasus, bantuan, atau perbaikan data), jadi tidak dibatalkan.',
  flag: 'Pencabutannya sudah diminta kepada pusat, jadi tanda ini tetap ada.',
  renewed: 'Memperbarui orang yang sudah ada sebelumnya; riwayat perubahannya ada di lembar orang itu.',
} as const;

/** Puts a checked file aside before anything went in: its rows go, its name stays in the list, and it may be uploaded again. */
export const cancelImport = async (ctx: Context, importId: string, version: number): Promise<void> => {
  const file = await lockImport(ctx, importId, version, ['diunggah', 'siap', 'gagal']);
  await refusePartlyIn(ctx, file);
  await deleteRows(ctx, importId);
  await updateImport(ctx, importId, { state: 'dibatalkan', finishedAt: ctx.now }, true);
  await ctx.record({
    event: 'import.cancelled',
    subjectKind: 'import',
    subjectId: importId,
    before: { state: file.state },
  });
};

/** Orders that everything an import made is taken back, as far as nobody has touched it since. */
export const orderUndo = async (
  ctx: Context,
  importId: string,
  { version, reason }: { version: number; reason: string },
): Promise<void> => {
  const file = await lockImport(ctx, importId, version, ['selesai', 'gagal']);
  if (file.state === 'gagal' && file.counts.failed === 'check')
    refuse(
      'impor.belum_masuk',
      409,
      'Dari berkas ini belum ada yang masuk, jadi tidak ada yang dibatalkan. Buang saja berkasnya.',
    );
  if (file.kind === 'hasil_pusat')
    refuse(
      'impor.hasil_tersampaikan',
      409,
      'Jawaban pusat sudah disampaikan kepada warga, jadi tidak dapat dibatalkan. Impor berkas koreksi dari pusat.',
    );
  if (file.kind === 'padan')
    refuse(
      'impor.padan_diterapkan',
      409,
      'Jawaban Dukcapil sudah diterapkan pada nomor dan tugas, jadi tidak dapat dibatalkan. Impor jawaban yang baru.',
    );
  const later = await findLaterOrRunning(ctx, file);
  if (later)
    refuse(
      'impor.ada_sesudahnya',
      409,
      `Impor sesudahnya (${later.name}) dibandingkan dengan impor ini. Batalkan dulu yang itu.`,
      { importId: later.id },
    );
  await forgetDelta(ctx, importId);
  await orderStage(ctx, importId, 'undo', 'membatalkan');
  await updateImport(ctx, importId, { cursorNo: LAST, rowsTotal: file.rowsTotal });
  await ctx.record({ event: 'import.undo_ordered', subjectKind: 'import', subjectId: importId, after: { reason } });
};

const isFresh = (row: undo.UndoRow): boolean => row.madePerson && row.personId !== null;

const takeBack = async (
  ctx: Context,
  file: ImportFile,
  rows: readonly undo.UndoRow[],
): Promise<{ id: bigint; keptWhy: string | null }[]> => {
  await undo.deleteStatuses(
    ctx,
    rows.map(({ id }) => id),
  );
  if (file.kind === 'desil') {
    await undo.restoreRanks(ctx, rows);
    return rows.map(({ id }) => ({ id, keptWhy: null }));
  }
  if (file.kind === 'exclude') {
    const kept = await deleteFlags(ctx, rows);
    return rows.map(({ id }) => ({ id, keptWhy: kept.has(id) ? KEPT.flag : null }));
  }
  const made = rows.flatMap((row) => (isFresh(row) && row.personId ? [row.personId] : []));
  const touched = await undo.listTouchedPeople(ctx, made);
  const people = made.filter((id) => !touched.has(id));
  const families = await undo.listFamiliesOf(ctx, people);
  await undo.deletePeople(ctx, people);
  await undo.deleteNumbers(
    ctx,
    rows.flatMap(({ before }) => (before?.['numberIds'] as string[] | undefined) ?? []),
  );
  await undo.deleteFamilies(ctx, await undo.listEmptyFamilies(ctx, families));
  return rows.map((row) => {
    if (isFresh(row)) return { id: row.id, keptWhy: touched.has(row.personId ?? '') ? KEPT.person : null };
    return { id: row.id, keptWhy: row.outcome === 'diperbarui' ? KEPT.renewed : null };
  });
};

const finish = async (ctx: Context, file: ImportFile): Promise<void> => {
  await undo.deleteNoLongerListed(ctx, file.id);
  const counts = { ...file.counts, undo: await undo.countUndone(ctx, file.id) };
  const seconds = { ...file.counts.seconds, undo: secondsSince(file, ctx.now) };
  await updateImport(
    ctx,
    file.id,
    { state: 'dibatalkan', counts: { ...counts, seconds }, finishedAt: ctx.now, failure: null },
    true,
  );
  await ctx.record({ event: 'import.undone', subjectKind: 'import', subjectId: file.id, after: counts.undo });
};

const goBack = async (ctx: Context, importId: string, cursor: number | undefined): Promise<number | undefined> => {
  const file = await lockForStage(ctx, importId, ['membatalkan'], cursor);
  const rows = await undo.listUndoRows(ctx, importId, file.cursorNo, CHUNK);
  const last = rows.at(-1)?.no;
  if (last === undefined) {
    await finish(ctx, file);
    return undefined;
  }
  const undone = await takeBack(ctx, file, rows);
  await undo.saveUndone(ctx, undone);
  await updateImport(ctx, importId, { cursorNo: last, rowsDone: file.rowsDone + rows.length, failure: null });
  const kept = undone.filter(({ keptWhy }) => keptWhy !== null).length;
  await ctx.record({
    event: 'import.rows_undone',
    subjectKind: 'import',
    subjectId: importId,
    after: { rows: rows.length, from: last, sha256: hashOfRows(rows), kept },
  });
  return last;
};

/** The job behind an undo: from the end of the file, 2,000 rows a transaction. What somebody has touched since stays and is listed. */
export const undoImport = (tools: JobTools, order: JobOrder, signal: AbortSignal): Promise<void> =>
  runStage(tools, order, 'undo', async (work) => {
    let cursor: number | undefined;
    do {
      cursor = await work((ctx) => goBack(ctx, order.importId, cursor));
    } while (cursor !== undefined && !signal.aborted);
  });
