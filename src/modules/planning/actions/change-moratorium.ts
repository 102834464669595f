import { formatDate, type LocalDate } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import type { Context } from '#platform/db/context.ts';
import { addExceptionRow, endMoratoriumRow, lockMoratorium } from '../sql/moratoria.ts';

const notHere = (): never => refuse('moratorium.tidak_ada', 404, 'Moratorium ini tidak ada. Muat ulang daftarnya.');

/** Leaves a place out of a moratorium (a disaster area), by a document. Refuses a place outside it, or one that is left out already. */
export const exceptFromMoratorium = async (
  ctx: Context,
  id: string,
  { areaId, document }: { areaId: number; document: string },
): Promise<void> => {
  const moratorium = (await lockMoratorium(ctx, id, areaId)) ?? notHere();
  if (!moratorium.within)
    refuse('moratorium.di_luar', 422, 'Tempat ini tidak termasuk wilayah moratorium, jadi tidak perlu dikecualikan.', {
      field: 'areaId',
    });
  if (!(await addExceptionRow(ctx, id, areaId, document)))
    refuse('moratorium.sudah_dikecualikan', 409, 'Tempat ini sudah dikecualikan dari moratorium.');
  await ctx.record({
    event: 'budget.moratorium_excepted',
    subjectKind: 'moratorium',
    subjectId: id,
    areaId,
    after: { areaId, document },
  });
};

/** Ends a moratorium before its day, by a document. `on` is the last day it holds: not before it began, earlier than it was to end. */
export const endMoratorium = async (
  ctx: Context,
  id: string,
  { on, document }: { on: LocalDate; document: string },
): Promise<void> => {
  const moratorium = (await lockMoratorium(ctx, id, null)) ?? notHere();
  if (on < moratorium.from || on >= moratorium.to)
    refuse(
      'moratorium.akhir',
      422,
      `Moratorium ini berlaku ${formatDate(moratorium.from)} sampai ${formatDate(moratorium.to)}. Pilih hari terakhir yang lebih awal di antaranya.`,
      { field: 'on' },
    );
  await endMoratoriumRow(ctx, id, on, document);
  await ctx.record({
    event: 'budget.moratorium_ended',
    subjectKind: 'moratorium',
    subjectId: id,
    areaId: moratorium.areaId,
    before: { to: moratorium.to },
    after: { to: on, document },
  });
};
