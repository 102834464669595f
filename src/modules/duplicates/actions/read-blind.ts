import { addDays } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { uuid7 } from '#kernel/uuid7.ts';
import type { Context } from '#platform/db/context.ts';
import type { Answer } from '../domain/words.ts';
import {
  countWaiting,
  findNext,
  insertReviewTask,
  lockReading,
  type OpenReading,
  writeSecond,
  writeThird,
} from '../sql/blind.ts';

const DAYS_TO_LOOK = 14;

/** The next pair for this officer to read blind: the records as they stood, and nothing of what anybody answered. */
export const readNextBlind = async (ctx: Context) => ({
  next: (await findNext(ctx)) ?? null,
  waiting: await countWaiting(ctx),
});

const refuseRead = (): never =>
  refuse(
    'bacaan.sudah_dijawab',
    409,
    'Pasangan ini sudah dibaca petugas lain. Muat ulang halaman; tidak ada yang berubah.',
  );

/** The third officer decides between two; when she sides against what was done, the verifiers are told to look again. */
const settle = async (ctx: Context, reading: OpenReading, answer: Answer): Promise<void> => {
  await writeThird(ctx, reading.id, answer);
  if (answer === reading.firstAnswer) return;
  await insertReviewTask(ctx, {
    id: uuid7(),
    personId: reading.personId,
    detail: `Dua dari tiga petugas menilai ${answer === 'sama' ? 'ini orang yang sama, padahal diputus berbeda' : 'ini bukan orang yang sama, padahal sudah digabung'}. Bandingkan lagi di meja kemungkinan ganda; tidak ada yang diubah dengan sendirinya.`,
    dueOn: addDays(ctx.today, DAYS_TO_LOOK),
  });
};

/** Keeps the blind answer of the second officer, or of the third where the first two disagreed. Changes nothing else. */
export const answerBlind = async (ctx: Context, input: { id: string; answer: Answer }): Promise<void> => {
  const reading =
    (await lockReading(ctx, input.id)) ??
    refuse('bacaan.tidak_ditemukan', 404, 'Pasangan ini tidak ada di wilayah Anda. Muat ulang halaman.');
  if (reading.firstBy === ctx.actor.accountId || reading.secondBy === ctx.actor.accountId)
    refuse('bacaan.sendiri', 409, 'Pasangan ini sudah Anda jawab sendiri. Petugas lain yang membacanya lagi.');
  if (reading.state === 'selesai') refuseRead();
  if (reading.state === 'kedua') await writeSecond(ctx, reading.id, input.answer, input.answer === reading.firstAnswer);
  else await settle(ctx, reading, input.answer);
  await ctx.record({ event: 'duplicate.read_blind', subjectKind: 'blind_reading', subjectId: reading.id });
};
