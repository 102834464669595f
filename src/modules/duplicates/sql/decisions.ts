import { sql } from 'kysely';
import { type Context, toJson } from '#platform/db/context.ts';
import type { Answer, OpenBand } from '../domain/words.ts';
import type { PairRow } from './pairs.ts';

/** Keeps what an officer answered, with the levels that the comparison gave then. */
export const insertDecision = async (ctx: Context, id: string, pair: PairRow, answer: Answer): Promise<void> => {
  const levels = Object.fromEntries(pair.weights.flatMap(({ field, level }) => (level ? [[field, level]] : [])));
  await ctx.tx
    .insertInto('pair_decision')
    .values({
      id,
      pair_id: pair.id,
      account_id: ctx.actor.accountId,
      answer,
      band: pair.band,
      score: pair.score,
      levels: toJson(levels),
      at: ctx.now,
    })
    .execute();
};

export type LastDecision = { answer: Answer; band: OpenBand; score: number; levels: Record<string, number> };
/** The last answer about each pair in sight that stands decided. */
export const listLastDecisions = async (ctx: Context): Promise<LastDecision[]> => {
  const { rows } = await sql<LastDecision>`
    select distinct on (d.pair_id) d.answer, d.band, d.score, d.levels from pair_decision d
    join duplicate_pair p on p.id = d.pair_id and p.state in ('sama', 'beda')
    order by d.pair_id, d.at desc, d.id desc`.execute(ctx.tx);
  return rows;
};
