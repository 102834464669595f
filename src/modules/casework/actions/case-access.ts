import { refuse } from '#kernel/refusal.ts';
import type { Context } from '#platform/db/context.ts';
import {
  addAccessRow,
  addCaseTask,
  breakGlassRow,
  findAccountByUsername,
  findCaseRow,
  revokeAccessRow,
} from '../sql/cases.ts';
import { getCase } from './read-case.ts';

/** Takes a colleague into the team; only a team member can. */
export const grantAccess = async (
  ctx: Context,
  caseId: string,
  input: { username: string; reason: string },
): Promise<{ accessId: string }> => {
  const row = await getCase(ctx, caseId);
  const account =
    (await findAccountByUsername(ctx, input.username.toLowerCase())) ??
    refuse('akun.tidak_ada', 404, `Tidak ada akun aktif bernama "${input.username}".`);
  const accessId = await addAccessRow(ctx, caseId, account.id, input.reason);
  await ctx.record({
    event: 'case.access_granted',
    subjectKind: 'case',
    subjectId: caseId,
    level: row.level,
    after: { account: account.id },
  });
  return { accessId };
};

export const revokeAccess = async (ctx: Context, caseId: string, accessId: string): Promise<{ revoked: true }> => {
  const row = await getCase(ctx, caseId);
  if (!(await revokeAccessRow(ctx, caseId, accessId)))
    refuse('akses.tidak_ada', 404, 'Akses itu tidak ada pada kasus ini, atau sudah dicabut.');
  await ctx.record({
    event: 'case.access_revoked',
    subjectKind: 'case',
    subjectId: caseId,
    level: row.level,
    after: { access: accessId },
  });
  return { revoked: true };
};

/** Opens a case outside one's team for some hours: the reason is kept, the team gets a task that says who and why. */
export const breakGlass = async (
  ctx: Context,
  input: { alias: string; reason: string; hours: number },
): Promise<{ caseId: string }> => {
  const caseId = await breakGlassRow(ctx, input.alias, input.reason, input.hours);
  const row = caseId ? await findCaseRow(ctx, caseId) : undefined;
  await ctx.record({
    event: row ? 'case.glass_broken' : 'case.glass_missed',
    subjectKind: 'case',
    subjectId: caseId ?? 'tidak ada',
    level: row?.level ?? 2,
    after: { reason: input.reason, hours: input.hours },
  });
  if (!caseId || !row)
    return refuse('kasus.tidak_ada', 404, 'Tidak ada kasus terbuka dengan nama samaran itu. Percobaan ini dicatat.');
  if (ctx.actor.clearance >= row.level)
    await addCaseTask(ctx, {
      title: `Akses darurat ke kasus ${row.alias}`,
      detail: `${ctx.actor.name}: ${input.reason}`,
      level: row.level,
    });
  return { caseId };
};
