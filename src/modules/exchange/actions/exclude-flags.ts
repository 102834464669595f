import type { LocalDate } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import type { Context } from '#platform/db/context.ts';
import { PROGRAMME_NAMES } from '../domain/delta.ts';
import * as flags from '../sql/exclude.ts';

type Query = { state?: flags.FlagState | undefined; after?: string | undefined; limit: number };

/** The centre's flags in sight, with what was asked and where that stands. */
export const showFlags = async (ctx: Context, { state, after, limit }: Query) => {
  const rows = await flags.listFlags(ctx, state, after, limit + 1);
  const counts = await flags.countFlags(ctx);
  const items = rows.slice(0, limit).map((flag) => ({
    ...flag,
    programme: PROGRAMME_NAMES[flag.programme] ?? flag.programme,
    askedAt: flag.askedAt?.toISOString() ?? null,
  }));
  const of = (one: flags.FlagState) => counts.get(one) ?? 0;
  return {
    items,
    next: rows.length > limit ? (items.at(-1)?.id ?? null) : null,
    counts: { terbuka: of('terbuka'), diminta: of('diminta'), dicabut: of('dicabut'), tetap: of('tetap') },
  };
};

const lockFlag = async (
  ctx: Context,
  id: string,
  version: number,
  state: flags.FlagState,
  sentence: string,
): Promise<flags.HeldFlag> => {
  const flag =
    (await flags.lockFlag(ctx, id)) ??
    refuse('exclude.tidak_ada', 404, 'Tanda exclude ini tidak ada lagi. Muat ulang daftarnya.');
  if (flag.version !== version)
    refuse(
      'versi.berubah',
      409,
      'Tanda ini sudah diubah orang lain sejak Anda membukanya. Muat ulang, lalu lanjutkan.',
      {
        newer: { version: flag.version, state: flag.state },
      },
    );
  if (flag.state !== state) refuse('exclude.keadaan', 409, sentence);
  return flag;
};

/** Writes down that the centre was asked to lift a flag: what was asked, with which ticket. */
export const askLifting = async (
  ctx: Context,
  id: string,
  given: { version: number; asked: string; ticket?: string | undefined },
): Promise<void> => {
  const flag = await lockFlag(
    ctx,
    id,
    given.version,
    'terbuka',
    'Pencabutan tanda ini sudah diminta atau sudah dijawab.',
  );
  await flags.saveAsked(ctx, id, given.asked, given.ticket ?? null);
  await ctx.record({
    event: 'exclude.lifting_asked',
    subjectKind: 'exclude',
    subjectId: id,
    areaId: flag.areaId,
    before: { state: flag.state },
    after: { state: 'diminta', ticket: given.ticket ?? null },
  });
};

/** Writes down the centre's answer. Refuses before anything was asked, and a day that is still to come. */
export const answerLifting = async (
  ctx: Context,
  id: string,
  given: { version: number; state: 'dicabut' | 'tetap'; answer: string; on: LocalDate },
): Promise<void> => {
  if (given.on > ctx.today)
    refuse(
      'exclude.tanggal',
      422,
      'Tanggal jawaban pusat belum tiba. Isi tanggal surat atau tanggal terlihat di SIKS-NG.',
      {
        fields: { on: 'Belum tiba.' },
      },
    );
  const flag = await lockFlag(
    ctx,
    id,
    given.version,
    'diminta',
    'Catat dahulu apa yang diminta kepada pusat; sesudah itu jawabannya.',
  );
  await flags.saveFlagAnswer(ctx, id, given);
  await ctx.record({
    event: 'exclude.answered',
    subjectKind: 'exclude',
    subjectId: id,
    areaId: flag.areaId,
    before: { state: flag.state },
    after: { state: given.state, on: given.on },
  });
};
