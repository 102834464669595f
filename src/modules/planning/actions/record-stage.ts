import type { LocalDate } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import type { Rupiah } from '#kernel/rupiah.ts';
import { uuid7 } from '#kernel/uuid7.ts';
import type { Context } from '#platform/db/context.ts';
import { STAGE_ORDER, STAGES, type Stage } from '../domain/words.ts';
import { addLineRow, addStageRow, type NewLine, setStage } from '../sql/lines.ts';
import { findSource } from '../sql/sources.ts';
import { admitAct } from './admit-act.ts';
import { book, checkDate, lockLine } from './book.ts';

export type StageDocument = { stage: Stage; amount: Rupiah; document: string; onDate: LocalDate };

/** From the RKA on the amount is money one may plan with: the ledger follows it, as pagu first and as a shift later. */
const followInLedger = async (
  ctx: Context,
  locked: Awaited<ReturnType<typeof lockLine>>,
  wanted: StageDocument,
): Promise<void> => {
  if (STAGE_ORDER.indexOf(wanted.stage) < STAGE_ORDER.indexOf('rka')) return;
  const difference = wanted.amount - locked.balance.pagu;
  if (difference === 0n) return;
  const first = locked.balance.pagu === 0n;
  await book(ctx, locked, {
    lineId: locked.line.id,
    kind: first ? 'pagu' : difference > 0n ? 'geser_masuk' : 'geser_keluar',
    amount: difference > 0n ? difference : -difference,
    document: wanted.document,
    key: `tahap:${locked.line.id}:${uuid7()}`,
    onDate: wanted.onDate,
  });
};

/**
 * Records a stage of the budget with its document and pagu. Stages only go forward (a DPPA may follow a DPPA). DPA and DPPA of an
 * APBD line ask for that document of the source; less than what is reserved and paid out is refused.
 */
export const recordStage = async (
  ctx: Context,
  lineId: string,
  version: number,
  wanted: StageDocument,
): Promise<void> => {
  const locked = await lockLine(ctx, lineId);
  const { line } = locked;
  if (line.version !== version)
    refuse(
      'versi.berubah',
      409,
      'Baris anggaran ini diubah orang lain setelah Anda membukanya. Bandingkan, lalu kirim lagi. Isian Anda tidak hilang.',
      { version: line.version, stage: line.stage },
    );
  const [from, to] = [STAGE_ORDER.indexOf(line.stage), STAGE_ORDER.indexOf(wanted.stage)];
  if (to < from || (to === from && wanted.stage !== 'dppa'))
    refuse(
      'anggaran.tahap_mundur',
      409,
      `Baris ini sudah pada tahap ${STAGES[line.stage]}. Tahap hanya maju; koreksi jumlah dicatat sebagai pergeseran.`,
    );
  checkDate(ctx, line, wanted.onDate, false);
  await followInLedger(ctx, locked, wanted);
  await setStage(ctx, lineId, wanted.stage);
  await addStageRow(ctx, { lineId, ...wanted });
  // The stage is set first, so that the gate asks for the document and not for the stage.
  if (line.fundKind === 'apbd' && to >= STAGE_ORDER.indexOf('dpa'))
    await admitAct(ctx, { lineId, act: 'tetapkan', year: line.year });
  await ctx.record({
    event: 'budget.stage_recorded',
    subjectKind: 'budget_line',
    subjectId: lineId,
    before: { stage: line.stage, pagu: locked.balance.pagu },
    after: { ...wanted },
  });
};

/** Opens a budget line at a stage, with the pagu and the document of that stage. */
export const openLine = async (ctx: Context, line: Omit<NewLine, 'stage'>, first: StageDocument): Promise<string> => {
  if (!(await findSource(ctx, line.fundSourceId)))
    refuse('dana.tidak_ada', 422, 'Sumber dana ini tidak ada. Pilih dari daftar sumber dana.', {
      field: 'fundSourceId',
    });
  const id = await addLineRow(ctx, { ...line, stage: 'usulan' });
  await ctx.record({ event: 'budget.line_opened', subjectKind: 'budget_line', subjectId: id, after: { ...line } });
  if (first.stage === 'usulan') await addStageRow(ctx, { lineId: id, ...first });
  else await recordStage(ctx, id, 1, first);
  return id;
};
