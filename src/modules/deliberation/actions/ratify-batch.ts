import { refuse } from '#kernel/refusal.ts';
import { uuid7 } from '#kernel/uuid7.ts';
import { tellCitizen } from '#modules/intake/index.ts';
import type { Context } from '#platform/db/context.ts';
import { ratifiedSentence } from '../domain/centre.ts';
import { requireVersion } from '../domain/stale.ts';
import { type BatchRow, findBatch, lockBatchRow, markRatified } from '../sql/batches.ts';
import { addNotice, openSubmissions } from '../sql/submissions.ts';
import { type DecreeNotice, whenDecree } from './decree-followers.ts';
import { endDecree, getDecree, lockDecree, putInForce, recordSignature, type Signature } from './decree-life.ts';

const requireNotReplaced = (batch: BatchRow): void => {
  if (batch.replacedBy === null) return;
  refuse(
    'pengesahan.sudah_diperbaiki',
    409,
    'Daftar ini sedang diperbaiki oleh daftar baru, jadi tidak disahkan lagi. Buka daftar perbaikannya.',
    { batchId: batch.replacedBy },
  );
};

/**
 * Records that a batch was ratified: number, date and who signed, as they stand on the paper. Its decree takes effect, and what was
 * ratified lies ready to be keyed into SIKS-NG.
 */
export const ratifyBatch = async (ctx: Context, id: string, version: number, signature: Signature): Promise<void> => {
  const batch =
    (await lockBatchRow(ctx, id)) ??
    refuse('pengesahan.tidak_ada', 404, 'Daftar pengesahan ini tidak ditemukan di dinas Anda.');
  if (batch.state === 'disusun')
    refuse(
      'pengesahan.belum_dikirim',
      409,
      'Daftar ini masih disusun. Kirim dulu; yang disahkan adalah daftar yang sudah dikunci.',
    );
  if (batch.state === 'disahkan') refuse('pengesahan.sudah_disahkan', 409, 'Daftar ini sudah disahkan.');
  requireVersion(batch.version, version, { version: batch.version, state: batch.state });
  requireNotReplaced(batch);
  if (!batch.decreeId) throw new Error(`sent batch ${id} has no decree`);
  const decree = await getDecree(ctx, batch.decreeId);
  await recordSignature(ctx, decree.id, decree.version, signature);
  await putInForce(ctx, decree.id, decree.version + 1);
};

const tellEverybody = async (ctx: Context, usulanIds: readonly string[], text: string) => {
  for (const usulanId of usulanIds) {
    await tellCitizen(ctx, usulanId, { event: 'centre.ratified', citizenText: text });
    await addNotice(ctx, { id: uuid7(), usulanId, text });
  }
};

/** When the decree of a batch takes effect: the batch is ratified, its rows are ready to be keyed, the batch it corrects gives way. */
const followRatification = async (ctx: Context, decree: DecreeNotice): Promise<void> => {
  if (decree.refKind !== 'batch' || decree.refId === null) return;
  const batch = await lockBatchRow(ctx, decree.refId);
  if (batch?.state !== 'dikirim')
    throw new Error(`decree ${decree.id} ratifies batch ${decree.refId}, which was not sent`);
  requireNotReplaced(batch);
  await markRatified(ctx, batch.id);
  const usulanIds = await openSubmissions(ctx, batch.id);
  await ctx.record({
    event: 'batch.ratified',
    subjectKind: 'batch',
    subjectId: batch.id,
    before: { state: 'dikirim' },
    after: { state: 'disahkan', number: decree.number, rows: usulanIds.length },
  });
  await tellEverybody(ctx, usulanIds, ratifiedSentence(decree.onDate));
  const old = batch.replaces ? await findBatch(ctx, batch.replaces) : undefined;
  if (!old?.decreeId) return;
  const oldDecree = await lockDecree(ctx, old.decreeId);
  if (oldDecree.state === 'berlaku')
    await endDecree(ctx, oldDecree.id, oldDecree.version, `Digantikan oleh pengesahan nomor ${decree.number ?? ''}`);
};

/** Called once when the module is registered. */
export const followDecreesOfBatches = (): void => whenDecree('inForce', 'pengesahan', followRatification);
