import { formatDate } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { formatRupiah, type Rupiah } from '#kernel/rupiah.ts';
import { uuid7 } from '#kernel/uuid7.ts';
import { admitAct, getLineBalance, type LineBalance, reservePagu } from '#modules/planning/index.ts';
import type { Context } from '#platform/db/context.ts';
import { checkTerms } from '../domain/check-terms.ts';
import { type Computed, computeList } from '../domain/compute.ts';
import { freeze, hashOf } from '../domain/freeze.ts';
import { countList, type ListRow, makeListRows } from '../domain/list-rows.ts';
import { payees } from '../domain/payee.ts';
import { needsSecondPerson } from '../domain/second-person.ts';
import { getSettings, type ProgrammeRow } from '../sql/programmes.ts';
import { addListRows } from '../sql/rows.ts';
import { addRun, listRuns } from '../sql/runs.ts';
import { freezeVersion, type VersionRow } from '../sql/versions.ts';
import { decisionsInForce } from './decide-family.ts';
import { draftListDecree } from './draft-list-decree.ts';
import { getRun, lockProgramme } from './get-programme.ts';
import { type LoadedRegister, loadRegister } from './load-register.ts';
import { openVerificationTasks } from './open-verification-tasks.ts';
import { otherAwards } from './other-awards.ts';
import { sealList } from './seal-list.ts';
import { requireCasesPass } from './test-cases.ts';

const checkMayPrepare = async (
  ctx: Context,
  { programme, version }: { programme: ProgrammeRow; version: VersionRow },
): Promise<LineBalance> => {
  if (programme.budgetLineId === null)
    refuse(
      'program.tanpa_anggaran',
      409,
      'Belum bisa disiapkan: program ini belum menunjuk baris anggaran. Pilih barisnya dulu.',
    );
  const open = (await listRuns(ctx, programme.id)).find((run) => run.state === 'rancangan');
  if (open)
    refuse(
      'daftar.masih_rancangan',
      409,
      `Masih ada rancangan daftar dari ${open.createdBy}. Teruskan yang itu, atau batalkan dulu dengan alasan.`,
      { runId: open.id },
    );
  const wrong = checkTerms(version.terms, ctx.today).find((p) => p.level === 'error');
  if (wrong) refuse('program.aturan_salah', 422, `Belum bisa disiapkan. ${wrong.message}`);
  await requireCasesPass(ctx, programme.id, version);
  const line = await getLineBalance(ctx, programme.budgetLineId!);
  await admitAct(ctx, { lineId: line.id, act: 'siapkan_daftar', year: line.year });
  await admitAct(ctx, { lineId: line.id, act: 'pesan', year: line.year });
  return line;
};

const refuseOpenOrEmpty = ({ report, result }: Computed, left: Rupiah, benefit: Rupiah): void => {
  const { families, first } = report.unresolved;
  if (families > 0)
    refuse(
      'daftar.belum_diketahui',
      409,
      `Belum bisa disiapkan: ${families} keluarga belum diketahui syaratnya dan masih dapat masuk di atas garis batas. Tahan tempatnya sampai suatu tanggal, atau catat alasannya per keluarga.`,
      { families: first.slice(0, 20) },
    );
  if (result.selection.admitted + result.selection.held > 0) return;
  if (left < benefit)
    refuse(
      'pagu.tidak_cukup',
      409,
      `Belum bisa disiapkan: satu bantuan ${formatRupiah(benefit)}, sisa pagu ${formatRupiah(left)}. Ajukan pergeseran.`,
    );
  refuse(
    'daftar.kosong',
    409,
    'Belum bisa disiapkan: tidak ada satu keluarga pun yang masuk. Periksa aturan, kuota, dan batas dananya.',
  );
};

type Kept = {
  register: LoadedRegister;
  computed: Computed;
  rows: ListRow[];
  runId: string;
  amount: Rupiah;
  ceiling: Rupiah;
};

const keepList = async (
  ctx: Context,
  { version }: { version: VersionRow },
  line: LineBalance,
  kept: Kept,
): Promise<void> => {
  const frozen = freeze(kept.computed);
  await freezeVersion(ctx, version.id);
  const settings = await getSettings(ctx);
  await addRun(ctx, {
    id: kept.runId,
    versionId: version.id,
    budgetLineId: line.id,
    frozen,
    snapshotHash: hashOf(frozen),
    resultHash: kept.computed.resultHash,
    counts: countList(kept.computed),
    ceiling: kept.ceiling,
    amount: kept.amount,
    benefit: version.terms.benefit,
    needsSecond: needsSecondPerson(settings, kept.amount),
  });
  await addListRows(ctx, kept.runId, kept.rows);
  await sealList(ctx, { ...kept, benefit: version.terms.benefit });
};

/**
 * Prepares the list: computes it on the register as it stands now, freezes inputs and result with their hashes, and reserves the pagu,
 * all in one transaction. Nobody receives anything by it. Refuses while a family of unknown eligibility could stand above the cut and
 * its place is not held, while the source of funds does not admit it, and when the money is not there.
 * @returns the run; a decree is drafted at once unless a second person has to confirm the amount first
 */
export const prepareList = async (ctx: Context, programmeId: string): Promise<{ runId: string }> => {
  const locked = await lockProgramme(ctx, programmeId);
  const { programme, version } = locked;
  const line = await checkMayPrepare(ctx, locked);
  const register = await loadRegister(ctx, programmeId);
  const ceiling = version.terms.ceiling ?? line.tersisa;
  const computed = computeList(register, {
    name: programme.name,
    terms: version.terms,
    ceiling,
    asOf: ctx.today,
    decisions: await decisionsInForce(ctx, programmeId),
    otherAwards: await otherAwards(ctx, programmeId, version.terms),
    codeOf: (areaId) => register.areas.get(areaId)?.kode,
  });
  refuseOpenOrEmpty(computed, ceiling, version.terms.benefit);
  const runId = uuid7();
  const amount = computed.result.selection.spent;
  const rows = makeListRows(register, computed, payees(register, version.terms));
  await keepList(ctx, locked, line, { register, computed, rows, runId, amount, ceiling });
  await reservePagu(ctx, {
    lineId: line.id,
    amount,
    key: `daftar:${runId}`,
    document: `Rancangan daftar ${programme.name}, ${formatDate(ctx.today)}`,
    refKind: 'selection_run',
    refId: runId,
    each: version.terms.benefit,
  });
  await openVerificationTasks(ctx, programme.name, computed, rows);
  await ctx.record({
    event: 'programme.list_prepared',
    subjectKind: 'selection_run',
    subjectId: runId,
    after: {
      programme: programmeId,
      version: version.no,
      amount,
      resultHash: computed.resultHash,
      counts: countList(computed),
    },
  });
  const run = await getRun(ctx, runId);
  if (!run.needsSecond) await draftListDecree(ctx, run);
  return { runId };
};
