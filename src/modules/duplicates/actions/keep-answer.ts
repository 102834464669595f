import { uuid7 } from '#kernel/uuid7.ts';
import type { Context } from '#platform/db/context.ts';
import { isReadAgain } from '../domain/agreement.ts';
import type { Answer } from '../domain/words.ts';
import { insertBlind } from '../sql/blind.ts';
import { insertDecision } from '../sql/decisions.ts';
import type { PairRow } from '../sql/pairs.ts';
import { readShown } from './read-pairs.ts';

/**
 * Keeps an answer for the next model, before it changes any record. One pair in twenty is set aside, as it is shown now, for another
 * officer to read without knowing the answer.
 */
export const keepAnswer = async (ctx: Context, pair: PairRow, answer: Answer): Promise<void> => {
  await insertDecision(ctx, uuid7(), pair, answer);
  if (isReadAgain(pair.id))
    await insertBlind(ctx, { id: uuid7(), pairId: pair.id, shown: await readShown(ctx, pair), answer });
};
