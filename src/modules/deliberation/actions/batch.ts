import { formatMonth } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { uuid7 } from '#kernel/uuid7.ts';
import { getUsulan, KINDS, type Kind } from '#modules/intake/index.ts';
import type { Context } from '#platform/db/context.ts';
import { renderPdf } from '#platform/documents/render.ts';
import { getFrame } from '#platform/documents/sql/frame.ts';
import { keepFile, openFile } from '#platform/files/kept-files.ts';
import { hashRows, requireOpenBatch, requirePeriod } from '../domain/batch.ts';
import { notaDinasContent } from '../domain/nota-dinas.ts';
import { requireVersion } from '../domain/stale.ts';
import {
  addBatch,
  addBatchItems,
  type BatchRow,
  findBatch,
  freezeBatchItems,
  listBatchItems,
  listEvidence,
  listReadyUsulan,
  lockBatchRow,
  lockOpenBatchOf,
  markSent,
  removeBatchItem,
  touchBatch,
} from '../sql/batches.ts';
import { draftDecree, endDecree, lockDecree } from './decree-life.ts';
import { issueLetterNumber } from './issue-letter-number.ts';

const TEMPLATE = new URL('../documents/nota-dinas.typ', import.meta.url);
const notHere = (): never =>
  refuse('pengesahan.tidak_ada', 404, 'Daftar pengesahan ini tidak ditemukan di dinas Anda.');

export const getBatch = async (ctx: Context, id: string): Promise<BatchRow> => (await findBatch(ctx, id)) ?? notHere();

/** The batch's row, taken, still open, at the version the officer looked at. */
const lockOpenBatch = async (ctx: Context, id: string, version: number): Promise<BatchRow> => {
  const batch = (await lockBatchRow(ctx, id)) ?? notHere();
  requireOpenBatch(batch.state);
  requireVersion(batch.version, version, { version: batch.version, rows: batch.rows });
  return batch;
};

const recordBatch = (
  ctx: Context,
  event: string,
  batchId: string,
  before: Record<string, unknown> | null,
  after: Record<string, unknown>,
) => ctx.record({ event, subjectKind: 'batch', subjectId: batchId, before, after });

const sentMeanwhile = (): never =>
  refuse(
    'pengesahan.baru_dikirim',
    409,
    'Daftar bulan ini baru saja dikirim rekan Anda. Muat ulang, lalu susun daftar berikutnya.',
  );

/** Begins the month's batch with everything approved for the centre, or adds to the one that is open what was approved since. */
export const prepareBatch = async (ctx: Context, wantedPeriod: string): Promise<{ batchId: string; added: number }> => {
  const period = requirePeriod(wantedPeriod);
  const fresh = uuid7();
  const isNew = await addBatch(ctx, { id: fresh, period, replaces: null, correctionReason: null });
  const batchId = isNew ? fresh : ((await lockOpenBatchOf(ctx, period))?.id ?? sentMeanwhile());
  const ready = await listReadyUsulan(ctx);
  if (ready.length === 0)
    refuse(
      'pengesahan.kosong',
      409,
      `Belum ada usulan jalur pusat yang disetujui dan belum masuk daftar. Daftar ${formatMonth(period)} belum dapat ditambah.`,
    );
  await addBatchItems(ctx, batchId, await listEvidence(ctx, ready));
  await touchBatch(ctx, batchId);
  await recordBatch(ctx, isNew ? 'batch.prepared' : 'batch.added_to', batchId, null, { period, added: ready.length });
  return { batchId, added: ready.length };
};

/** Takes a row out of an open batch; it waits for the next one. */
export const dropFromBatch = async (
  ctx: Context,
  id: string,
  version: number,
  usulanId: string,
  reason: string,
): Promise<void> => {
  await lockOpenBatch(ctx, id, version);
  if (reason.trim().length < 5)
    refuse('pengesahan.alasan', 422, 'Tulis alasan mengeluarkan baris ini.', { fields: { reason: 'Tulis alasan.' } });
  if (!(await removeBatchItem(ctx, id, usulanId)))
    refuse('pengesahan.baris_tidak_ada', 404, 'Usulan ini tidak ada dalam daftar. Muat ulang halaman ini.');
  await touchBatch(ctx, id);
  await recordBatch(ctx, 'batch.row_dropped', id, { usulanId }, { reason: reason.trim() });
};

/** Puts one approved usulan into an open batch (a correction mostly). */
export const addToBatch = async (ctx: Context, id: string, version: number, usulanId: string): Promise<void> => {
  const batch = await lockOpenBatch(ctx, id, version);
  const usulan = await getUsulan(ctx, usulanId);
  if (usulan.state !== 'disetujui' || !usulan.tracks.includes('pusat'))
    refuse('pengesahan.belum_disetujui', 409, 'Hanya usulan jalur pusat yang sudah disetujui dapat masuk daftar.');
  const inOld = batch.replaces
    ? (await listBatchItems(ctx, batch.replaces)).some((item) => item.usulanId === usulanId)
    : false;
  if (!inOld && !(await listReadyUsulan(ctx)).includes(usulanId))
    refuse('pengesahan.sudah_masuk', 409, 'Usulan ini sudah ada dalam daftar lain.');
  await addBatchItems(ctx, id, await listEvidence(ctx, [usulanId]));
  await touchBatch(ctx, id);
  await recordBatch(ctx, 'batch.row_added', id, null, { usulanId });
};

const printNota = async (ctx: Context, batch: BatchRow, number: string, rowsHash: string): Promise<Buffer> => {
  const frame = await getFrame(ctx);
  const old = batch.replaces ? await findBatch(ctx, batch.replaces) : undefined;
  const items = await listBatchItems(ctx, batch.id);
  return renderPdf(TEMPLATE, {
    frame,
    title: `Nota dinas pengesahan ${formatMonth(batch.period)}`,
    at: ctx.now,
    content: notaDinasContent({
      number,
      period: batch.period,
      today: ctx.today,
      agencyName: frame.letterHead.dinas,
      from: ctx.actor.position ?? 'Verifikator Data',
      fromName: ctx.actor.name,
      rows: items.map((item) => ({ no: item.no, ...item.line, kindName: KINDS[item.line.kind as Kind][0] })),
      rowsHash,
      correctionOf: old ? { period: old.period, reason: batch.correctionReason ?? '' } : null,
    }),
  });
};

/**
 * Sends a batch for ratification: rows, lines and evidence are frozen with their hash, the nota dinas gets its number, the decree is drafted.
 * From here on nothing of it changes; the database holds that too. A correction that is sent calls off the decree of the batch it
 * replaces when that one was not in force yet.
 */
export const sendBatch = async (ctx: Context, dataDir: string, id: string, version: number) => {
  const batch = await lockOpenBatch(ctx, id, version);
  const items = await listBatchItems(ctx, id);
  if (items.length === 0)
    refuse('pengesahan.kosong', 409, 'Daftar ini kosong. Masukkan usulan yang disetujui, lalu kirim.');
  const lines = await listEvidence(
    ctx,
    items.map((item) => item.usulanId),
  );
  if (lines.length !== items.length)
    refuse(
      'pengesahan.baris_tersembunyi',
      409,
      'Sebagian usulan dalam daftar ini tidak dapat Anda lihat (dilindungi). Minta petugas yang berwenang mengirimnya.',
    );
  await freezeBatchItems(ctx, id, lines);
  const rowsHash = hashRows(lines.map((line, at) => ({ ...line, no: at + 1 })));
  const title = `Pengesahan usulan data ${formatMonth(batch.period)}${batch.replaces ? ' (perbaikan)' : ''}`;
  const { number } = await issueLetterNumber(ctx, {
    class: 'ND-PENGESAHAN',
    subject: title,
    ref: { kind: 'batch', id },
  });
  const decreeId = await draftDecree(ctx, {
    kind: 'pengesahan',
    title,
    contentHash: rowsHash,
    ref: { kind: 'batch', id },
  });
  const pdf = await printNota(ctx, batch, number, rowsHash);
  const { fileId } = await keepFile(ctx, dataDir, {
    bytes: pdf,
    kind: 'nota_dinas',
    mediaType: 'application/pdf',
    name: `nota-dinas-pengesahan-${batch.period}.pdf`,
  });
  await markSent(ctx, id, { rowsHash, decreeId, notaNumber: number, notaFile: fileId });
  await recordBatch(
    ctx,
    'batch.sent',
    id,
    { state: 'disusun' },
    { state: 'dikirim', rows: items.length, rowsHash, notaNumber: number },
  );
  await callOffReplaced(ctx, batch, title);
  return { rowsHash, decreeId, notaNumber: number };
};

const callOffReplaced = async (ctx: Context, batch: BatchRow, title: string): Promise<void> => {
  const old = batch.replaces ? await findBatch(ctx, batch.replaces) : undefined;
  if (!old?.decreeId || old.state !== 'dikirim') return;
  const decree = await lockDecree(ctx, old.decreeId);
  if (decree.state !== 'dicabut')
    await endDecree(ctx, decree.id, decree.version, `Digantikan oleh ${title} karena: ${batch.correctionReason ?? ''}`);
};

/** Begins the correction of a sent or ratified batch: a new batch that names it and starts with its rows. One correction a batch. */
export const correctBatch = async (ctx: Context, id: string, reason: string): Promise<string> => {
  const old = (await lockBatchRow(ctx, id)) ?? notHere();
  if (old.state === 'disusun') refuse('pengesahan.masih_disusun', 409, 'Daftar ini masih disusun; ubah saja langsung.');
  if (old.replacedBy)
    refuse(
      'pengesahan.sudah_diperbaiki',
      409,
      'Daftar ini sudah punya daftar perbaikan. Lanjutkan daftar perbaikan itu.',
      { batchId: old.replacedBy },
    );
  if (reason.trim().length < 10)
    refuse('pengesahan.alasan', 422, 'Tulis alasan perbaikan, paling sedikit sepuluh huruf.', {
      fields: { reason: 'Tulis alasan.' },
    });
  const batchId = uuid7();
  await addBatch(ctx, { id: batchId, period: old.period, replaces: id, correctionReason: reason.trim() });
  const items = await listBatchItems(ctx, id);
  await addBatchItems(
    ctx,
    batchId,
    await listEvidence(
      ctx,
      items.map((item) => item.usulanId),
    ),
  );
  await recordBatch(
    ctx,
    'batch.correction_begun',
    batchId,
    { replaces: id },
    { reason: reason.trim(), rows: items.length },
  );
  return batchId;
};

/** Rows whose evidence is no longer what was sent (a number corrected since, a visit added). They do not change the batch; a person looks. */
export const listChangedRows = async (ctx: Context, batch: BatchRow): Promise<string[]> => {
  if (batch.state === 'disusun') return [];
  const items = await listBatchItems(ctx, batch.id);
  const now = new Map(
    (
      await listEvidence(
        ctx,
        items.map((item) => item.usulanId),
      )
    ).map((line) => [line.usulanId, line.evidenceHash]),
  );
  return items.filter((item) => now.get(item.usulanId) !== item.evidenceHash).map((item) => item.usulanId);
};

/** The nota dinas that was sent. */
export const openNota = async (ctx: Context, dataDir: string, id: string) => {
  const batch = await getBatch(ctx, id);
  return openFile(
    ctx,
    dataDir,
    batch.notaFile ?? refuse('pengesahan.belum_dikirim', 404, 'Nota dinas baru ada sesudah daftar ini dikirim.'),
  );
};
