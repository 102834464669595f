import { addDays, formatMonth } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import type { Context } from '#platform/db/context.ts';
import { type MeetingRules, SIGNERS } from '../domain/meeting.ts';
import { findMeetingRules, openReminder, saveMeetingRules } from '../sql/meeting-rules.ts';
import { showOverview } from './meeting-overview.ts';

/** Sets the least number present and the roles a meeting is expected to have. Refuses rules without those who sign the berita acara. */
export const changeMeetingRules = async (ctx: Context, rules: MeetingRules): Promise<void> => {
  for (const roles of [rules.roles.musdes, rules.roles.muskel])
    if (SIGNERS.some((role) => !roles.includes(role)))
      refuse(
        'musyawarah.syarat_penanda_tangan',
        422,
        'Kepala desa/lurah dan operator menandatangani berita acara, jadi keduanya harus ada dalam syarat.',
      );
  const before = await findMeetingRules(ctx);
  await saveMeetingRules(ctx, rules);
  await ctx.record({
    event: 'musyawarah.rules_changed',
    subjectKind: 'agency',
    subjectId: 'syaratMusyawarah',
    before: { ...before },
    after: { ...rules },
  });
};

/** Days a desa has after a reminder. */
const DAYS = 3;

/**
 * Reminds the operators of desa that are late this month, by a task each; one that is reminded already is left alone.
 * `areaIds`: only these. @returns how many were reminded
 */
export const remindLate = async (ctx: Context, areaIds: readonly number[] | undefined): Promise<number> => {
  const { month, desa } = await showOverview(ctx, undefined);
  const late = desa.filter(
    ({ standing, areaId }) => standing === 'terlambat' && (areaIds === undefined || areaIds.includes(areaId)),
  );
  if (late.length === 0)
    refuse('musyawarah.tidak_terlambat', 409, 'Tidak ada desa atau kelurahan yang terlambat. Muat ulang halaman ini.');
  let reminded = 0;
  for (const { areaId, waiting } of late) {
    const isNew = await openReminder(ctx, {
      areaId,
      title: `Musyawarah ${formatMonth(month)} belum dilaksanakan`,
      detail: `${waiting} usulan menunggu musyawarah di desa/kelurahan ini dan tenggatnya sudah lewat. Siapkan musyawarah, atau pakai SPTJM bila tidak dapat berkumpul.`,
      dueOn: addDays(ctx.today, DAYS),
    });
    if (!isNew) continue;
    reminded += 1;
    await ctx.record({
      event: 'musyawarah.reminded',
      subjectKind: 'area',
      subjectId: String(areaId),
      areaId,
      after: { month, waiting },
    });
  }
  return reminded;
};
