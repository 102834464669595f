import { randomBytes } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import { refuse } from '#kernel/refusal.ts';
import type { Context } from '#platform/db/context.ts';
import { type AskedAccount, objectionTo } from '../domain/assignment-rules.ts';
import { findRole } from '../domain/roles.ts';
import {
  addAccountRow,
  addAssignmentRow,
  addSignIn,
  closeAccountRow,
  endAssignmentRow,
  endSessions,
  findAccountRow,
  findAgencyArea,
  findAreaKind,
  forgetTries,
  listAccountRows,
  listAssignmentRows,
  listLockRows,
  type NewAssignment,
  setPassword,
} from '../sql/accounts.ts';

/** Sixteen letters and digits that nobody confuses when reading them aloud. */
const newPassword = (): string => {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  return Array.from(randomBytes(16), (byte) => letters[byte % letters.length])
    .join('')
    .replace(/(.{4})(?=.)/g, '$1-');
};

const isUnique = (error: unknown) => error instanceof Error && 'code' in error && error.code === '23505';

export const listAccounts = async (ctx: Context, q: string) => {
  const accounts = await listAccountRows(ctx, q);
  const assignments = await listAssignmentRows(
    ctx,
    accounts.map((account) => account.id),
  );
  const named = assignments.map(({ accountId, ...row }) => {
    const role = findRole(row.role);
    return {
      accountId,
      shown: {
        ...row,
        roleName: { id: role?.name[0] ?? row.role, en: role?.name[1] ?? row.role },
        areaName: row.areaName ?? '',
      },
    };
  });
  const locks = await listLockRows(ctx);
  return {
    items: accounts.map((account) => ({
      ...account,
      locks: locks.filter((lock) => lock.accountId === account.id).map(({ accountId: _account, ...lock }) => lock),
      assignments: named.filter((row) => row.accountId === account.id).map((row) => row.shown),
    })),
  };
};

const checkAssignment = async (ctx: Context, account: AskedAccount, assignment: NewAssignment) => {
  const area =
    (await findAreaKind(ctx, assignment.areaId)) ??
    refuse('wilayah.tidak_ada', 422, 'Wilayah tugas itu tidak ada di dinas ini. Pilih dari daftar wilayah.');
  const agency = await findAgencyArea(ctx);
  const objection = objectionTo(
    { ...assignment, agencyWide: area.id === agency.area_id, areaKind: area.kind },
    account,
    ctx.today,
  );
  if (objection) refuse('penugasan.tidak_sah', 422, objection);
  // Nobody hands out more than she could be given herself: an administrator gives case work at a level, and never reads it.
  return area;
};

export const createAccount = async (
  ctx: Context,
  input: AskedAccount & { username: string; name: string; assignment: NewAssignment },
) => {
  await checkAssignment(ctx, input, input.assignment);
  const password = newPassword();
  const hash = await hashPassword(password);
  const accountId = await addAccountRow(ctx, input).catch((error) =>
    isUnique(error)
      ? refuse('akun.nama_dipakai', 409, `Nama masuk "${input.username}" sudah dipakai. Pilih yang lain.`)
      : Promise.reject(error),
  );
  await addSignIn(ctx, accountId, hash).catch((error) =>
    isUnique(error)
      ? refuse('akun.nama_dipakai', 409, `Nama masuk "${input.username}" sudah dipakai. Pilih yang lain.`)
      : Promise.reject(error),
  );
  await addAssignmentRow(ctx, accountId, input.assignment);
  await ctx.record({
    event: 'account.created',
    subjectKind: 'account',
    subjectId: accountId,
    areaId: input.assignment.areaId,
    after: {
      username: input.username,
      kind: input.kind,
      role: input.assignment.role,
      clearance: input.assignment.clearance,
      expiresOn: input.expiresOn,
    },
  });
  return { accountId, password };
};

const lockOpenAccount = async (ctx: Context, id: string) => {
  const account = (await findAccountRow(ctx, id)) ?? refuse('akun.tidak_ada', 404, 'Akun tidak ditemukan.');
  if (account.closed_at) refuse('akun.ditutup', 409, `Akun ${account.username} sudah ditutup.`);
  return account;
};

export const addAssignment = async (ctx: Context, id: string, assignment: NewAssignment) => {
  const account = await lockOpenAccount(ctx, id);
  await checkAssignment(
    ctx,
    {
      kind: account.kind as AskedAccount['kind'],
      expiresOn: account.kind === 'rt' || account.kind === 'psm' ? '9999-12-31' : null,
    },
    assignment,
  );
  const assignmentId = await addAssignmentRow(ctx, id, assignment);
  await ctx.record({
    event: 'assignment.given',
    subjectKind: 'account',
    subjectId: id,
    areaId: assignment.areaId,
    after: { role: assignment.role, clearance: assignment.clearance, bidang: assignment.bidang },
  });
  return { assignmentId };
};

export const endAssignment = async (ctx: Context, id: string, assignmentId: string): Promise<{ ended: true }> => {
  if (!(await endAssignmentRow(ctx, id, assignmentId)))
    refuse('penugasan.tidak_ada', 404, 'Penugasan itu tidak ada atau sudah berakhir.');
  await ctx.record({ event: 'assignment.ended', subjectKind: 'account', subjectId: id, after: { assignmentId } });
  return { ended: true };
};

export const closeAccount = async (ctx: Context, id: string, input: { reason: string; version: number }) => {
  const account = await lockOpenAccount(ctx, id);
  if (account.version !== input.version)
    refuse(
      'versi.berubah',
      409,
      `Akun ${account.username} diubah orang lain setelah Anda membukanya. Muat ulang, lalu putuskan lagi.`,
      { version: account.version },
    );
  if (id === ctx.actor.accountId)
    refuse('akun.sendiri', 422, 'Akun Anda sendiri tidak dapat Anda tutup. Minta admin lain.');
  await closeAccountRow(ctx, id);
  const sessionsEnded = await endSessions(ctx, id);
  await ctx.record({
    event: 'account.closed',
    subjectKind: 'account',
    subjectId: id,
    after: { reason: input.reason, sessionsEnded },
  });
  return { sessionsEnded };
};

export const resetPassword = async (ctx: Context, id: string, reason: string) => {
  await lockOpenAccount(ctx, id);
  const password = newPassword();
  await setPassword(ctx, id, await hashPassword(password));
  await ctx.record({ event: 'account.password_reset', subjectKind: 'account', subjectId: id, after: { reason } });
  return { password };
};

/** Opens a name that wrong tries have closed, before its time is over. */
export const releaseLock = async (ctx: Context, id: string, reason: string) => {
  await lockOpenAccount(ctx, id);
  const tries = await forgetTries(ctx, id);
  if (tries === 0) refuse('akun.tidak_terkunci', 409, 'Akun ini tidak terkunci lagi. Muat ulang daftarnya.');
  await ctx.record({ event: 'account.unlocked', subjectKind: 'account', subjectId: id, after: { reason, tries } });
  return { tries };
};
