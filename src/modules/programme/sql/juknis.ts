import { sql } from 'kysely';
import type { LocalDate } from '#kernel/local-date.ts';
import type { Context } from '#platform/db/context.ts';

export type KeptPaper = { id: string; name: string; bytes: number; sha256: string; by: string; at: Date };
const KIND = 'juknis';

/** A kept juknis the actor may see; undefined for any other kind of file. */
export const findJuknis = async (ctx: Context, fileId: string): Promise<KeptPaper | undefined> =>
  ctx.tx
    .selectFrom('file as f')
    .innerJoin('account as a', 'a.id', 'f.uploaded_by')
    .where('f.id', '=', fileId)
    .where('f.kind', '=', KIND)
    .select([
      'f.id',
      'f.name',
      sql<number>`f.bytes::int`.as('bytes'),
      'f.sha256',
      'a.display_name as by',
      'f.uploaded_at as at',
    ])
    .executeTakeFirst();

/** True when some version of the programme names this file. */
export const isJuknisOf = async (ctx: Context, programmeId: string, fileId: string): Promise<boolean> => {
  const row = await ctx.tx
    .selectFrom('programme_version')
    .where('programme_id', '=', programmeId)
    .where('juknis_file', '=', fileId)
    .select('id')
    .executeTakeFirst();
  return row !== undefined;
};

export type VersionLine = {
  no: number;
  from: LocalDate | null;
  frozenAt: Date | null;
  rulesHash: string;
  fileId: string | null;
};

/** Versions of the terms, the newest first; `from` is null for one that was followed the same day by the next. */
export const listVersionLines = (ctx: Context, programmeId: string): Promise<VersionLine[]> =>
  ctx.tx
    .selectFrom('programme_version')
    .where('programme_id', '=', programmeId)
    .orderBy('no', 'desc')
    .select([
      'no',
      sql<LocalDate | null>`lower(during)::text`.as('from'),
      'frozen_at as frozenAt',
      'rules_hash as rulesHash',
      'juknis_file as fileId',
    ])
    .execute();
