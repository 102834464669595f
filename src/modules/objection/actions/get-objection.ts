import { refuse } from '#kernel/refusal.ts';
import type { Context } from '#platform/db/context.ts';
import { findObjection, type ObjectionRow } from '../sql/objections.ts';

/** An objection in sight; one out of sight answers like one that does not exist. */
export const getObjection = async (ctx: Context, usulanId: string): Promise<ObjectionRow> =>
  (await findObjection(ctx, usulanId)) ??
  refuse(
    'sanggah.tidak_ada',
    404,
    'Sanggahan ini tidak ada di wilayah Anda. Periksa nomornya, atau cari lewat daftar.',
  );
