import { addDays } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { uuid7 } from '#kernel/uuid7.ts';
import type { Context } from '#platform/db/context.ts';
import { refuseDecided, refuseUnseen } from '../domain/refusals.ts';
import { isUndecided } from '../domain/words.ts';
import { hadAward } from '../sql/bars.ts';
import { cancelBookings } from '../sql/bookings.ts';
import { lockPersons } from '../sql/merge-rows.ts';
import { findPair, insertNotSame, type PairRow, updatePair } from '../sql/pairs.ts';
import { closeQuestions, insertQuestion } from '../sql/sides.ts';
import { keepAnswer } from './keep-answer.ts';
import { listBars, lockBoth, mergePersons, refuseBarred } from './merge-persons.ts';

/** Days in which the desa answers a question. */
const ANSWER_DAYS = 7;

/** The pair, held and still undecided. */
export const lockPair = async (ctx: Context, id: string): Promise<PairRow> => {
  const pair = (await findPair(ctx, id, true)) ?? refuseUnseen();
  if (!isUndecided(pair.state)) refuseDecided(pair.state, pair.decidedByName);
  return pair;
};

export const recordDecision = (ctx: Context, pair: PairRow, state: string, reason: string) =>
  ctx.record({
    event: 'duplicate.decided',
    subjectKind: 'duplicate_pair',
    subjectId: pair.id,
    before: { state: pair.state },
    after: { state, reason, band: pair.band },
  });

/** Two different people: remembered for ever, whatever later files say. */
export const declareDifferent = async (ctx: Context, input: { id: string; reason: string }): Promise<void> => {
  const pair = await lockPair(ctx, input.id);
  await keepAnswer(ctx, pair, 'beda');
  await insertNotSame(ctx, pair, input.reason);
  await updatePair(ctx, pair.id, { state: 'beda', reason: input.reason });
  await cancelBookings(ctx, pair.id, 'Pasangan ini diputus bukan orang yang sama.');
  await closeQuestions(ctx, [pair.personA, pair.personB]);
  await recordDecision(ctx, pair, 'beda', input.reason);
};

/**
 * Leaves the pair open and asks the desa or kelurahan of each record. The question names the desa's own resident only: who the other one
 * is, and where, is not said.
 */
export const askAbout = async (ctx: Context, input: { id: string; reason: string }): Promise<void> => {
  const pair = await lockPair(ctx, input.id);
  if (pair.state === 'menunggu' || pair.state === 'dipesan')
    refuse(
      'ganda.menunggu_orang_kedua',
      409,
      `${pair.decidedByName ?? 'Petugas lain'} sudah mengusulkan penggabungan. Setujui, atau putuskan bahwa ini bukan orang yang sama.`,
    );
  for (const person of (await lockPersons(ctx, [pair.personA, pair.personB])).values())
    await insertQuestion(ctx, {
      id: uuid7(),
      personId: person.id,
      areaId: person.areaId,
      title: 'Mungkin tercatat dua kali',
      detail: `Dinas Sosial menanyakan apakah ${person.name} juga tercatat dengan penulisan nama atau nomor lain. Cocokkan dengan KTP dan KK, lalu betulkan di lembar orang.`,
      dueOn: addDays(ctx.today, ANSWER_DAYS),
    });
  await updatePair(ctx, pair.id, { state: 'tanya', reason: input.reason });
  await recordDecision(ctx, pair, 'tanya', input.reason);
};

/** The other record of the pair; refuses when `keep` is neither. */
export const absorbedOf = (pair: PairRow, keep: string): string => {
  if (keep !== pair.personA && keep !== pair.personB)
    refuse('ganda.bukan_anggota', 422, 'Pilih salah satu dari dua catatan ini untuk disimpan.');
  return keep === pair.personA ? pair.personB : pair.personA;
};

export type SameDecision = {
  id: string;
  keep: string;
  versions: Record<string, number>;
  reason: string;
};

export const refuseSecond = (ctx: Context, pair: PairRow, keep: string): void => {
  if (pair.decidedBy === ctx.actor.accountId)
    refuse(
      'ganda.orang_kedua',
      409,
      'Anda sendiri yang mengusulkan penggabungan ini. Salah satu catatan pernah menerima bantuan menurut SK, jadi orang kedua yang menyetujuinya.',
    );
  if (pair.wantedKeep !== keep)
    refuse(
      'ganda.beda_pilihan',
      409,
      `${pair.decidedByName ?? 'Petugas lain'} mengusulkan menyimpan catatan yang satunya. Setujui pilihan itu, atau bicarakan dulu.`,
      { wantedKeep: pair.wantedKeep },
    );
};

/**
 * One person: merges at once, or, when either record ever stood in a decree, waits for a second person to say the same.
 * @returns the pair's state now, and the merge once it is made
 */
export const declareSame = async (
  ctx: Context,
  { id, keep, versions, reason }: SameDecision,
): Promise<{ state: 'sama' | 'menunggu'; mergeId: string | null }> => {
  const pair = await lockPair(ctx, id);
  const absorb = absorbedOf(pair, keep);
  if (pair.state === 'dipesan')
    refuse(
      'ganda.sudah_dipesan',
      409,
      'Penggabungan ini sudah dipesan untuk sehari sesudah penghalangnya berakhir. Batalkan dulu pesanannya bila tidak jadi.',
    );
  const input = { keep, absorb, versions: { keep: versions[keep] ?? 0, absorb: versions[absorb] ?? 0 }, reason };
  const isSecond = pair.state === 'menunggu';
  if (isSecond) refuseSecond(ctx, pair, keep);
  await keepAnswer(ctx, pair, 'sama');
  if (!isSecond && (await hadAward(ctx, [keep, absorb]))) {
    const both = await lockBoth(ctx, input);
    refuseBarred(await listBars(ctx, both.keep, both.absorb));
    await updatePair(ctx, id, { state: 'menunggu', reason, wantedKeep: keep });
    await recordDecision(ctx, pair, 'menunggu', reason);
    return { state: 'menunggu', mergeId: null };
  }
  const proposedBy = isSecond ? (pair.decidedBy ?? undefined) : undefined;
  const { mergeId } = await mergePersons(ctx, { ...input, proposedBy, pairId: id });
  await updatePair(ctx, id, { state: 'sama', reason });
  await closeQuestions(ctx, [keep, absorb]);
  await recordDecision(ctx, pair, 'sama', reason);
  return { state: 'sama', mergeId };
};

/** Calls a booked merge off: the pair is open again. */
export const callOff = async (ctx: Context, input: { id: string; reason: string }): Promise<void> => {
  const pair = await lockPair(ctx, input.id);
  if (pair.state !== 'dipesan')
    refuse(
      'ganda.tidak_dipesan',
      409,
      'Tidak ada penggabungan yang dipesan untuk pasangan ini. Muat ulang antreannya.',
    );
  await cancelBookings(ctx, pair.id, input.reason);
  await updatePair(ctx, pair.id, { state: 'terbuka', reason: '' });
  await recordDecision(ctx, pair, 'terbuka', input.reason);
};
