import type { LocalDate } from '#kernel/local-date.ts';
import type { Context } from '#platform/db/context.ts';

export type KeptFile = { id: string; sha256: string; bytes: bigint; kind: string; mediaType: string; name: string };

export const addFileRow = async (
  ctx: Context,
  file: KeptFile & { level: number; areaId: number | null; keepUntil: LocalDate | null },
): Promise<void> => {
  await ctx.tx
    .insertInto('file')
    .values({
      id: file.id,
      sha256: file.sha256,
      bytes: file.bytes,
      kind: file.kind,
      media_type: file.mediaType,
      name: file.name,
      level: file.level,
      area_id: file.areaId,
      keep_until: file.keepUntil,
      uploaded_by: ctx.actor.accountId,
      uploaded_at: ctx.now,
    })
    .execute();
};

/** The row of a file the actor may see. */
export const findFileRow = (ctx: Context, id: string): Promise<KeptFile | undefined> =>
  ctx.tx
    .selectFrom('file')
    .select(['id', 'sha256', 'bytes', 'kind', 'media_type as mediaType', 'name'])
    .where('id', '=', id)
    .executeTakeFirst();
