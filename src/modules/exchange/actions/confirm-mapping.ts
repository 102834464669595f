import type { Context } from '#platform/db/context.ts';
import { openFile } from '#platform/files/kept-files.ts';
import { confirmedMapping } from '../domain/mapping.ts';
import type { RelationCodes } from '../domain/siks/civil-words.ts';
import { updateImport } from '../sql/files.ts';
import { deleteRows } from '../sql/rows.ts';
import { lockImport, refusePartlyIn } from './get-import.ts';
import { orderStage } from './order-stage.ts';
import { lookAtFile } from './upload-file.ts';

/** Takes another sheet of the workbook; its columns are proposed anew. */
export const chooseSheet = async (
  ctx: Context,
  dataDir: string,
  importId: string,
  { version, sheet }: { version: number; sheet: string },
): Promise<void> => {
  const file = await lockImport(ctx, importId, version, ['diunggah']);
  const { body } = await openFile(ctx, dataDir, file.fileId);
  const mapping = await lookAtFile(file.kind, body, sheet);
  await updateImport(ctx, importId, { mapping, rowsTotal: mapping.rows }, true);
  await ctx.record({
    event: 'import.sheet_chosen',
    subjectKind: 'import',
    subjectId: importId,
    before: { sheet: file.mapping.sheet },
    after: { sheet },
  });
};

export type ChosenColumns = {
  version: number;
  columns: Readonly<Record<string, number>>;
  relationCodes?: RelationCodes | undefined;
};

/** Confirms or changes what the columns mean, and orders the check. A file that was checked before is checked anew. */
export const confirmMapping = async (ctx: Context, importId: string, chosen: ChosenColumns): Promise<void> => {
  const file = await lockImport(ctx, importId, chosen.version, ['diunggah', 'siap', 'gagal']);
  await refusePartlyIn(ctx, file);
  const mapping = confirmedMapping(file.kind, file.mapping, {
    columns: chosen.columns,
    relationCodes: chosen.relationCodes ?? file.mapping.relationCodes,
  });
  await deleteRows(ctx, importId);
  await updateImport(ctx, importId, { mapping, counts: {}, previousId: null });
  await orderStage(ctx, importId, 'check', 'dipetakan');
  await ctx.record({
    event: 'import.mapped',
    subjectKind: 'import',
    subjectId: importId,
    before: { columns: file.mapping.columns },
    after: { columns: mapping.columns, relationCodes: mapping.relationCodes },
  });
};
