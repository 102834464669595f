import { refuse } from '#kernel/refusal.ts';
import type { Context } from '#platform/db/context.ts';
import { findProgramme, lockProgrammeRow, type ProgrammeRow } from '../sql/programmes.ts';
import { findRun, lockRunRow, type RunRow } from '../sql/runs.ts';
import { findNewestVersion, type VersionRow } from '../sql/versions.ts';

const none = (): never =>
  refuse('program.tidak_ada', 404, 'Program ini tidak ada. Kembali ke daftar Program, lalu pilih lagi.');

/** The programme with its newest terms; refuses (404) when there is none. */
export const getProgramme = async (
  ctx: Context,
  id: string,
): Promise<{ programme: ProgrammeRow; version: VersionRow }> => {
  const programme = (await findProgramme(ctx, id)) ?? none();
  const version = (await findNewestVersion(ctx, id)) ?? none();
  return { programme, version };
};

/** The same under the programme's row lock. A bidang keeps its own programmes: others read them (403 `program.bidang_lain`). */
export const lockProgramme = async (
  ctx: Context,
  id: string,
): Promise<{ programme: ProgrammeRow; version: VersionRow }> => {
  const programme = (await lockProgrammeRow(ctx, id)) ?? none();
  requireBidang(ctx, programme.bidang);
  const version = (await findNewestVersion(ctx, id)) ?? none();
  return { programme, version };
};

/** Refuses (403) an officer of another bidang; the secretariat and officers without a bidang work for all. */
export const requireBidang = (ctx: Context, bidang: string): void => {
  const own = ctx.actor.bidang;
  if (own === null || own === 'sekretariat' || own === bidang) return;
  refuse('program.bidang_lain', 403, `Program ini milik bidang ${bidang}. Anda dapat membacanya, tidak mengubahnya.`);
};

const noRun = (): never =>
  refuse('daftar.tidak_ada', 404, 'Daftar ini tidak ada. Kembali ke programnya, lalu pilih lagi.');
export const getRun = async (ctx: Context, id: string): Promise<RunRow> => (await findRun(ctx, id)) ?? noRun();
export const lockRun = async (ctx: Context, id: string): Promise<RunRow> => (await lockRunRow(ctx, id)) ?? noRun();
