import { refuse } from '#kernel/refusal.ts';
import type { Context } from '#platform/db/context.ts';
import { requireWords } from '../domain/words.ts';
import { type KindChange, lockKind, saveKind } from '../sql/kinds.ts';

/** Changes the words, papers, class, validity and approver of a kind; letters already issued stay as they are. */
export const changeKind = async (
  ctx: Context,
  code: string,
  given: KindChange & { version: number },
): Promise<void> => {
  const before = (await lockKind(ctx, code)) ?? refuse('surat.jenis_tidak_ada', 404, 'Jenis surat ini tidak ada.');
  if (before.version !== given.version)
    refuse(
      'versi.berubah',
      409,
      'Rekan Anda mengubah jenis surat ini setelah Anda membukanya. Bandingkan, lalu simpan lagi. Isian Anda tidak hilang.',
      {
        newer: before,
      },
    );
  requireWords(given.body, before.fields, before.answers);
  const { version: _version, ...change } = given;
  await saveKind(ctx, code, change);
  await ctx.record({
    event: 'letter_kind.changed',
    subjectKind: 'letter_kind',
    subjectId: code,
    before: { ...before },
    after: { ...change },
  });
};
