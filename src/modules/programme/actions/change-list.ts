import { refuse } from '#kernel/refusal.ts';
import { type DecreeNotice, draftDecree, whenDecree } from '#modules/deliberation/index.ts';
import type { Context } from '#platform/db/context.ts';
import { hashOf } from '../domain/freeze.ts';
import { type LeaveReason, type Leaver, pairReplacements } from '../domain/list-change.ts';
import {
  addChange,
  applyChange,
  type Finding,
  findAwardedFamily,
  findChange,
  listChanges,
  listLeaveFindings,
  listPairs,
  listReserve,
  setChange,
} from '../sql/list-changes.ts';
import { listFaces } from '../sql/names.ts';
import type { RunRow } from '../sql/runs.ts';
import { getVersion } from '../sql/versions.ts';
import { tellListInForce } from './follow-decree.ts';
import { getRun, lockRun, requireBidang } from './get-programme.ts';
import { otherAwards } from './other-awards.ts';

const isLeaver = (finding: Finding): finding is Leaver => finding.reason !== 'ganti_pengurus';

const pairsFor = async <L extends Leaver>(ctx: Context, run: RunRow, leavers: readonly L[]) => {
  const { terms } = await getVersion(ctx, run.versionId);
  const elsewhere = new Set((await otherAwards(ctx, run.programmeId, terms)).map((one) => one.familyId));
  const reserve = (await listReserve(ctx, run.id)).filter((one) => !elsewhere.has(one.familyId));
  return pairReplacements(leavers, reserve, terms.quota.length > 0);
};

type Shown = { familyId: string; name: string; areaLabel: string };
const shownBy =
  (faces: Awaited<ReturnType<typeof listFaces>>) =>
  (familyId: string): Shown => ({
    familyId,
    name: faces.get(familyId)?.name ?? 'Di luar penglihatan Anda',
    areaLabel: faces.get(familyId)?.areaLabel ?? '',
  });

/**
 * Who would have to leave a list in force and who of the reserve is proposed in their place; families that only need another payee; and
 * the changes drafted or made so far. Nothing of it is in force without its decree.
 */
export const readListChange = async (ctx: Context, runId: string) => {
  const run = await getRun(ctx, runId);
  const findings = run.state === 'berlaku' ? await listLeaveFindings(ctx, runId) : [];
  const pairs = await pairsFor(ctx, run, findings.filter(isLeaver));
  const made = await listChanges(ctx, runId);
  const drafted = await Promise.all(
    made.map(async (change) => ({ ...change, pairs: await listPairs(ctx, change.id) })),
  );
  const ids = [
    ...findings.map((finding) => finding.familyId),
    ...pairs.flatMap((pair) => pair.joins?.familyId ?? []),
    ...drafted.flatMap((change) => change.pairs.flatMap((pair) => [pair.leaves, ...(pair.joins ? [pair.joins] : [])])),
  ];
  const shown = shownBy(await listFaces(ctx, [...new Set(ids)]));
  return {
    proposals: pairs.map((pair) => ({
      ...shown(pair.familyId),
      reason: pair.reason,
      joins: pair.joins && { ...shown(pair.joins.familyId), reserveNo: pair.joins.reserveNo },
    })),
    newPayee: findings.filter((finding) => !isLeaver(finding)).map((finding) => shown(finding.familyId)),
    changes: drafted.map((change) => ({
      id: change.id,
      decreeId: change.decreeId,
      state: change.state,
      pairs: change.pairs.map((pair) => ({
        leaves: shown(pair.leaves),
        reason: pair.reason,
        note: pair.note,
        joins: pair.joins === null ? null : shown(pair.joins),
      })),
    })),
  };
};

type Wanted = { familyId: string; note: string };

const leaverOf = async (
  ctx: Context,
  runId: string,
  found: ReadonlyMap<string, Leaver>,
  { familyId, note }: Wanted,
): Promise<Leaver & { note: string }> => {
  const known = found.get(familyId);
  if (known) return { ...known, note };
  const awarded = await findAwardedFamily(ctx, runId, familyId);
  if (!awarded)
    refuse(
      'perubahan.bukan_penerima',
      422,
      'Keluarga ini bukan penerima pada daftar ini, atau bantuannya sudah diserahkan. Muat ulang daftarnya.',
      { familyId },
    );
  if (note.trim().length < 10)
    refuse(
      'perubahan.tanpa_alasan',
      422,
      'Tulis bagaimana keluarga ini menolak, paling sedikit sepuluh huruf: tidak ada kematian atau kepindahan yang tercatat padanya.',
      { familyId },
    );
  return { ...awarded!, reason: 'menolak' satisfies LeaveReason, note: note.trim() };
};

/**
 * Drafts the decree that changes a list in force: who leaves, and the next of the reserve for each. Frozen with its hash; in force only
 * when the decree is.
 */
export const draftListChange = async (ctx: Context, runId: string, wanted: readonly Wanted[]): Promise<string> => {
  const run = await lockRun(ctx, runId);
  requireBidang(ctx, run.bidang);
  if (run.state !== 'berlaku')
    refuse('daftar.belum_berlaku', 409, 'Hanya daftar yang berlaku diubah dengan SK perubahan.', { state: run.state });
  const open = (await listChanges(ctx, runId)).find((change) => change.state === 'rancangan');
  if (open)
    refuse(
      'perubahan.masih_rancangan',
      409,
      'Masih ada rancangan SK perubahan untuk daftar ini. Selesaikan atau batalkan dulu.',
      {
        changeId: open.id,
      },
    );
  const found = new Map(
    (await listLeaveFindings(ctx, runId)).filter(isLeaver).map((leaver) => [leaver.familyId, leaver]),
  );
  const leavers: (Leaver & { note: string })[] = [];
  for (const one of wanted) leavers.push(await leaverOf(ctx, runId, found, one));
  const pairs = await pairsFor(ctx, run, leavers);
  const id = await addChange(ctx, runId, pairs);
  const decreeId = await draftDecree(ctx, {
    kind: 'perubahan',
    title: `Perubahan penerima ${run.programme}: ${pairs.length} keluar, ${pairs.filter((pair) => pair.joins).length} masuk`,
    contentHash: hashOf({ run: run.resultHash, pairs: await listPairs(ctx, id) }),
    ref: { kind: 'list_change', id },
  });
  await setChange(ctx, id, { decreeId });
  await ctx.record({
    event: 'programme.list_change_drafted',
    subjectKind: 'selection_run',
    subjectId: runId,
    after: { change: id, decree: decreeId, leaves: pairs.length, joins: pairs.filter((pair) => pair.joins).length },
  });
  return id;
};

const enter = async (ctx: Context, notice: DecreeNotice): Promise<void> => {
  if (notice.refKind !== 'list_change' || notice.refId === null) return;
  const change = await findChange(ctx, notice.refId);
  if (!change) return;
  const run = await getRun(ctx, change.runId);
  const done = await applyChange(ctx, change.id);
  await ctx.record({
    event: 'programme.list_changed',
    subjectKind: 'selection_run',
    subjectId: run.id,
    after: { change: change.id, decree: notice.id, number: notice.number, ...done },
  });
  await tellListInForce(ctx, { decreeId: notice.id, runId: run.id, programmeId: run.programmeId });
};

const leave = async (ctx: Context, notice: DecreeNotice): Promise<void> => {
  if (notice.refKind !== 'list_change' || notice.refId === null || notice.wasInForce) return;
  const change = await findChange(ctx, notice.refId);
  if (change?.state === 'rancangan') await setChange(ctx, change.id, { state: 'batal' });
};

/** Changes of lists live and end with their decree. */
export const followListChanges = (): void => {
  whenDecree('inForce', 'perubahan', enter);
  whenDecree('ended', 'perubahan', leave);
};
