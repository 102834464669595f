import { ImplausibleModelError } from '#engines/linkage/index.ts';
import { type Context, type Platform, withActor } from '#platform/db/context.ts';
import { type Horizon, readHorizon } from '#platform/db/horizon.ts';
import { modelInForce } from '../domain/online-model.ts';
import type { Online } from '../domain/online-state.ts';
import { type ScanOrder, scanActor } from '../domain/order.ts';
import { isChangedEnough } from '../domain/scan-scope.ts';
import { countPersons } from '../sql/link-persons.ts';
import { countChanged, forgetChanges } from '../sql/online-changes.ts';
import { type ActiveModel, findActiveModel } from '../sql/online-model.ts';
import { findGoneThrough, isAskedAgain, lockRun, setRunScope } from '../sql/runs.ts';
import { orderScan } from './order-scan.ts';
import { scanAll } from './scan-all.ts';
import { scanChanged } from './scan-changed.ts';
import { type Found, note, type Scan } from './scan-steps.ts';

type Plan = { persons: number; model: ActiveModel | undefined; since: Horizon | undefined };

/** Begins a run: what it looks at, and from which change on the next one has to look. Undefined when it has ended already. */
const begin = async (ctx: Context, runId: string): Promise<Plan | undefined> => {
  const run = await lockRun(ctx, runId);
  if (!run) return undefined;
  const [persons, model, changesFrom, last] = [
    await countPersons(ctx),
    await findActiveModel(ctx),
    await readHorizon(ctx),
    await findGoneThrough(ctx),
  ];
  const changed = last ? await countChanged(ctx, last.changesFrom) : undefined;
  const modelId = model?.id ?? null;
  const since = isChangedEnough(last, { modelId, changed, persons }) ? last?.changesFrom : undefined;
  await setRunScope(ctx, runId, { kind: since === undefined ? 'penuh' : 'perubahan', changesFrom, modelId });
  await note(ctx, runId, 'duplicates.scan_started', {
    ...{ state: 'membaca', started_at: ctx.now, persons_read: 0 },
    persons_total: since === undefined ? persons : (changed ?? 0),
  });
  return { persons, model, since };
};

/** Ends a run; when something was imported meanwhile another follows, ordered in the same transaction. */
const finish = async (ctx: Context, runId: string, { found, fresh }: Found): Promise<void> => {
  await note(ctx, runId, 'duplicates.scan_finished', {
    ...{ state: 'selesai', finished_at: ctx.now, pairs_found: found, pairs_new: fresh },
  });
  const last = await findGoneThrough(ctx);
  if (last) await forgetChanges(ctx, last.changesFrom);
  if (await isAskedAgain(ctx, runId)) await orderScan(ctx);
};

const look = async (scan: Scan, by: ScanOrder['by'], { persons, model, since }: Plan): Promise<Found> => {
  const place = { slug: by.agency, schema: by.schema, zone: by.zone };
  const found = since === undefined ? undefined : await scanChanged(scan, place, since);
  if (found) return found;
  if (since !== undefined)
    await scan.work((ctx) =>
      note(ctx, scan.runId, 'duplicates.scan_widened', { kind: 'penuh', persons_total: persons }),
    );
  return scanAll(scan, persons, model && modelInForce(model.params, persons));
};

/**
 * The job: compares everybody who needs no protection, or only those who changed since the last look, and writes the pairs that may be one
 * person. Safe to run twice: one cut off starts over, and pairs are written once. A run that ended is not run again.
 */
export const runScan = async (
  { platform, online }: { platform: Platform; online: Online },
  { runId, by }: ScanOrder,
  signal: AbortSignal,
): Promise<void> => {
  const work: Scan['work'] = (act) => withActor(platform, scanActor(by), { requestId: `ganda-${runId}` }, act);
  const plan = await work((ctx) => begin(ctx, runId));
  if (!plan) return;
  try {
    const found = await look({ runId, work, online, signal }, by, plan);
    await work((ctx) => finish(ctx, runId, found));
  } catch (error) {
    // Going down is no failure: the job is taken up again.
    if (signal.aborted) throw error;
    const failure =
      error instanceof ImplausibleModelError
        ? 'Pencarian berhenti: data yang terbaca tidak masuk akal untuk dibandingkan. Periksa impor terakhir, lalu cari lagi.'
        : 'Pencarian terhenti karena kesalahan di server. Antrean lama tetap ada; cari lagi, dan bila terulang beri tahu admin.';
    await work((ctx) => note(ctx, runId, 'duplicates.scan_failed', { state: 'gagal', finished_at: ctx.now, failure }));
    throw error;
  }
};
