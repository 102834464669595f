import { refuse } from '#kernel/refusal.ts';
import { may } from '#platform/db/actor.ts';
import type { Context } from '#platform/db/context.ts';
import { addOfficeDays } from '../domain/office-days.ts';
import { closeRtTask, hasOpenRtTask } from '../sql/own-rt.ts';
import { listHolidays } from '../sql/stages.ts';
import { lockUsulan } from '../sql/usulan-rows.ts';
import { openTask } from '../sql/verval.ts';

export const RT_ANSWERS = ['ya', 'tidak', 'tidak_tahu'] as const;
export type RtAnswerCode = (typeof RT_ANSWERS)[number];

const ANSWER_DAYS = 3;

/**
 * Asks the RT head one thing about a usulan: whether this person lives in his RT. He reads name and address as they were typed, never the
 * reason. Refuses when the citizen asked to leave the RT out.
 */
export const askRt = async (ctx: Context, usulanId: string): Promise<{ asked: true }> => {
  if (!may(ctx.actor, 'usulan.check'))
    refuse('wewenang.kurang', 403, 'Hanya operator desa/kelurahan yang bertanya kepada Ketua RT.');
  const usulan = await lockUsulan(ctx, usulanId);
  if (usulan.skipRt)
    refuse('usulan.jangan_lewat_rt', 409, 'Warga meminta usulan ini tidak lewat RT. Cari keterangan dengan cara lain.');
  if (usulan.stage === null) refuse('usulan.sudah_selesai', 409, 'Usulan ini sudah selesai.');
  const rtAreaId =
    usulan.rtAreaId ??
    refuse('usulan.tanpa_rt', 409, 'RT usulan ini belum diketahui, jadi tidak ada Ketua RT yang dapat ditanya.');
  if (!usulan.draft || usulan.protection > 0)
    refuse('usulan.tidak_ditanyakan', 409, 'Tempat tinggal orang ini tidak ditanyakan lewat RT.');
  if (await hasOpenRtTask(ctx, usulanId))
    refuse('usulan.sudah_ditanya', 409, 'Ketua RT sudah ditanya dan belum menjawab.');
  const dueOn = addOfficeDays(ctx.today, ANSWER_DAYS, await listHolidays(ctx, ctx.today));
  const { name, address } = usulan.draft;
  await openTask(ctx, usulan, {
    kind: 'konfirmasi_tinggal',
    title: `Benar tinggal di RT ini? ${name}`,
    detail: address,
    role: 'rt',
    areaId: rtAreaId,
    dueOn,
  });
  await ctx.record({ event: 'usulan.rt_asked', subjectKind: 'usulan', subjectId: usulanId, areaId: usulan.areaId });
  return { asked: true };
};

/** The RT head's answer. It decides nothing: the operator reads it beside the papers. */
export const answerRt = async (ctx: Context, taskId: string, answer: RtAnswerCode): Promise<{ answered: true }> => {
  const closed = await closeRtTask(ctx, taskId, answer);
  if (!closed) refuse('tugas.tidak_ada', 404, 'Pertanyaan ini tidak ada atau sudah dijawab.');
  await ctx.record({
    event: 'usulan.rt_answered',
    subjectKind: 'task',
    subjectId: taskId,
    areaId: closed.areaId,
    after: { answer },
  });
  return { answered: true };
};
