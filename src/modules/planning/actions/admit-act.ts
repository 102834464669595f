import { refuse } from '#kernel/refusal.ts';
import type { Context } from '#platform/db/context.ts';
import { type Closed, closedSentence, findClosed, type Gate } from '../domain/admission.ts';
import type { FundAct, Stage } from '../domain/words.ts';
import { findLine } from '../sql/lines.ts';
import { findSource, listAdmissions, listDocuments } from '../sql/sources.ts';

/** An act of a year, on a budget line or on a source of funds as such. */
export type ActAsked = { act: FundAct; year: number } & ({ lineId: string } | { fundSourceId: string });

const gateOf = async (ctx: Context, asked: ActAsked): Promise<Gate> => {
  const line = 'lineId' in asked ? await findLine(ctx, asked.lineId) : undefined;
  const sourceId = 'lineId' in asked ? line?.fundSourceId : asked.fundSourceId;
  const source = sourceId === undefined ? undefined : await findSource(ctx, sourceId);
  if (!source || !sourceId)
    return refuse('dana.tidak_ada', 404, 'Sumber dana atau baris anggaran ini tidak ada. Pilih lagi dari daftarnya.');
  const rows = await listAdmissions(ctx);
  return {
    source,
    act: asked.act,
    year: asked.year,
    wanted: rows.filter((row) => row.kind === source.kind && row.act === asked.act).map((row) => row.documentKind),
    documents: await listDocuments(ctx, sourceId),
    stage: line?.stage as Stage | undefined,
  };
};

/** Undefined when the source of funds admits the act; otherwise why not, with the sentence for the screen. */
export const findActClosed = async (
  ctx: Context,
  asked: ActAsked,
): Promise<{ closed: Closed; sentence: string } | undefined> => {
  const gate = await gateOf(ctx, asked);
  const closed = findClosed(gate);
  return closed && { closed, sentence: closedSentence(gate, closed) };
};

/**
 * The one gate every act on money passes (practitioner rule S-29): asks the source of funds which document admits this act this
 * year, and refuses (409 `dana.belum_diizinkan`) naming the missing one. APBD lines must stand in the DPA themselves too.
 */
export const admitAct = async (ctx: Context, asked: ActAsked): Promise<void> => {
  const found = await findActClosed(ctx, asked);
  if (found)
    refuse('dana.belum_diizinkan', 409, found.sentence, {
      act: asked.act,
      year: asked.year,
      ...(found.closed.why === 'documents' ? { missing: found.closed.missing } : {}),
    });
};
