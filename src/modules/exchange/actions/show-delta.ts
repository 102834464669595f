import { buffer } from 'node:stream/consumers';
import { formatMonth } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import type { Context } from '#platform/db/context.ts';
import { type SheetCell, writeCsv } from '#platform/files/spreadsheet.ts';
import { ANSWERS, type Answer, DELTA_KINDS, PROGRAMME_NAMES } from '../domain/delta.ts';
import { type Kind, kindOf } from '../domain/kinds.ts';
import {
  type DeltaFilter,
  type DeltaLine,
  listDeltaLines,
  listDeltaPeriods,
  listDeltaPlaces,
  listDeltaRuns,
  lockDeltaLine,
  saveAnswer,
} from '../sql/delta.ts';

/** A month's changes: its files, and how many of each kind every desa has. */
export const showDelta = async (ctx: Context, wanted: string | undefined) => {
  const periods = await listDeltaPeriods(ctx);
  const period = wanted ?? periods[0] ?? ctx.today.slice(0, 7);
  const runs = await listDeltaRuns(ctx, period);
  return {
    period,
    periods,
    runs: runs.map((run) => ({ ...run, kindName: kindOf(run.kind as Kind).name })),
    places: await listDeltaPlaces(ctx, period),
  };
};

const shown = (line: DeltaLine) => ({
  ...line,
  programme: line.programme === null ? null : (PROGRAMME_NAMES[line.programme] ?? line.programme),
  answeredAt: line.answeredAt?.toISOString() ?? null,
});

export type LineQuery = DeltaFilter & { after?: string | undefined; limit: number };
/** People or families of one kind of change. */
export const showDeltaLines = async (ctx: Context, { after = '0', limit, ...filter }: LineQuery) => {
  const lines = await listDeltaLines(ctx, filter, after, limit + 1);
  const items = lines.slice(0, limit).map(shown);
  return { items, next: lines.length > limit ? (items.at(-1)?.id ?? null) : null };
};

/** Writes down what was found out about an aid that stopped. Refuses another kind of line, and one that somebody changed meanwhile. */
export const answerDelta = async (
  ctx: Context,
  id: string,
  given: { version: number; answer: Answer; note: string },
): Promise<void> => {
  const line = await lockDeltaLine(ctx, id);
  if (line?.kind !== 'bantuan_hilang')
    return refuse('delta.tidak_ada', 404, 'Baris ini tidak ada lagi. Muat ulang daftar bantuan yang berhenti.');
  if (line.version !== given.version)
    refuse(
      'versi.berubah',
      409,
      'Baris ini sudah diisi orang lain sejak Anda membukanya. Muat ulang, lalu lanjutkan.',
      {
        newer: { version: line.version },
      },
    );
  await saveAnswer(ctx, id, given.answer, given.note);
  await ctx.record({
    event: 'delta.answered',
    subjectKind: 'delta',
    subjectId: id,
    areaId: line.areaId,
    before: { answer: line.answer },
    after: { answer: given.answer },
  });
};

const PAGE = 5000;
const COLUMNS = ['Desa/kelurahan', 'Nama', 'Program', 'Semula', 'Menjadi', 'Sebab', 'Tindak lanjut', 'Catatan'].map(
  (header) => ({ header }),
);
async function* cellsOf(ctx: Context, filter: DeltaFilter): AsyncGenerator<SheetCell[]> {
  for (let after = '0'; ; ) {
    const lines = await listDeltaLines(ctx, filter, after, PAGE);
    for (const raw of lines) {
      const line = shown(raw);
      const cells = [line.area, line.name, line.programme, line.was, line.becomes, line.reason];
      yield [...cells.map((cell) => cell ?? ''), line.answer ? ANSWERS[line.answer] : '', line.note ?? ''];
    }
    after = lines.at(-1)?.id ?? after;
    if (lines.length < PAGE) return;
  }
}

/** One kind of change of a month as CSV, without numbers of identity; recorded, for it names people. */
export const exportDelta = async (ctx: Context, filter: DeltaFilter) => {
  const body = await buffer(writeCsv(COLUMNS, cellsOf(ctx, filter), { delimiter: ';' }));
  await ctx.record({
    event: 'delta.exported',
    subjectKind: 'delta',
    subjectId: filter.period,
    areaId: filter.areaId ?? null,
    after: { kind: filter.kind, period: filter.period, bytes: body.byteLength },
  });
  const name = `${DELTA_KINDS[filter.kind]} ${formatMonth(filter.period)}`.toLowerCase().replaceAll(' ', '-');
  return { name: `${name}.csv`, mediaType: 'text/csv; charset=utf-8', body };
};
