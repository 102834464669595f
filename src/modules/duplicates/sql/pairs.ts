import { sql } from 'kysely';
import { type Context, toJson } from '#platform/db/context.ts';
import type { Comparison, OpenBand, PairState } from '../domain/words.ts';

export type FoundPair = {
  id: string;
  person_a: string;
  person_b: string;
  band: OpenBand;
  score: number;
  weights: readonly Comparison[];
  sentence: string;
};

/**
 * Writes what a run found. A pair that is still undecided takes the new reading; one decided, declared not the same, or gone meanwhile is
 * left out.
 * @returns how many are new
 */
export const savePairs = async (ctx: Context, runId: string, pairs: readonly FoundPair[]): Promise<number> => {
  if (pairs.length === 0) return 0;
  const { rows } = await sql<{ isNew: boolean }>`
    insert into duplicate_pair as d (id, person_a, person_b, band, score, weights, sentence, found_at, run_id)
    select r.id, r.person_a, r.person_b, r.band, r.score, r.weights, r.sentence, ${ctx.now}, ${runId}
    from jsonb_to_recordset(${toJson(pairs)}::jsonb)
      as r(id uuid, person_a uuid, person_b uuid, band text, score double precision, weights jsonb, sentence text)
    where not exists (select 1 from not_same n where n.person_a = r.person_a and n.person_b = r.person_b)
      and (select count(*) from person p where p.id in (r.person_a, r.person_b) and p.merged_into is null) = 2
    on conflict (person_a, person_b) do update
      set band = excluded.band, score = excluded.score, weights = excluded.weights, sentence = excluded.sentence, run_id = excluded.run_id
      where d.state in ('terbuka', 'tanya', 'menunggu')
    returning xmax = 0 as "isNew"`.execute(ctx.tx);
  return rows.filter((row) => row.isNew).length;
};

/** Takes away open pairs that a run did not find again: what made them look alike was mended. */
export const removeUnfound = async (ctx: Context, runId: string): Promise<void> => {
  await sql`delete from duplicate_pair where state = 'terbuka' and run_id <> ${runId}`.execute(ctx.tx);
};

/** The same among the pairs of these people only: nobody else was looked at. */
export const removeUnfoundOf = async (ctx: Context, runId: string, ids: readonly string[]): Promise<void> => {
  await sql`
    delete from duplicate_pair where state = 'terbuka' and run_id <> ${runId}
      and (person_a = any (${[...ids]}::uuid[]) or person_b = any (${[...ids]}::uuid[]))`.execute(ctx.tx);
};

export type PairRow = {
  id: string;
  personA: string;
  personB: string;
  band: OpenBand;
  score: number;
  weights: Comparison[];
  sentence: string;
  foundAt: Date;
  state: PairState;
  decidedBy: string | null;
  decidedByName: string | null;
  decidedAt: Date | null;
  reason: string;
  wantedKeep: string | null;
};

const pairColumns = sql`d.id, d.person_a as "personA", d.person_b as "personB", d.band, d.score, d.weights, d.sentence, d.found_at as "foundAt", d.state,
  d.decided_by as "decidedBy", (select a.display_name from account a where a.id = d.decided_by) as "decidedByName",
  d.decided_at as "decidedAt", d.reason, d.wanted_keep as "wantedKeep"`;

export const findPair = async (ctx: Context, id: string, lock = false): Promise<PairRow | undefined> => {
  const { rows } = await sql<PairRow>`
    select ${pairColumns} from duplicate_pair d where d.id = ${id} ${lock ? sql`for update of d` : sql``}`.execute(
    ctx.tx,
  );
  return rows[0];
};

/** Pairs of these states, the likeliest first, from behind a cursor. Both records must still stand, unless the pair is decided. */
export const listPairs = async (
  ctx: Context,
  states: readonly PairState[],
  after: { score: number; id: string } | undefined,
  limit: number,
): Promise<PairRow[]> => {
  const { rows } = await sql<PairRow>`
    select ${pairColumns} from duplicate_pair d
    where d.state = any (${[...states]}::text[])
      and (d.state in ('sama', 'beda') or (select count(*) from person p where p.id in (d.person_a, d.person_b) and p.merged_into is null) = 2)
      and (${after?.score ?? null}::float8 is null or (-d.score, d.id) > (-${after?.score ?? null}::float8, ${after?.id ?? null}::uuid))
    order by -d.score, d.id limit ${limit}`.execute(ctx.tx);
  return rows;
};

export const countPairs = async (ctx: Context): Promise<Record<PairState, number>> => {
  const { rows } = await sql<{ state: PairState; n: number }>`
    select d.state, count(*)::int as n from duplicate_pair d
    where d.state in ('sama', 'beda') or (select count(*) from person p where p.id in (d.person_a, d.person_b) and p.merged_into is null) = 2
    group by d.state`.execute(ctx.tx);
  const of = (state: PairState) => rows.find((row) => row.state === state)?.n ?? 0;
  return {
    terbuka: of('terbuka'),
    tanya: of('tanya'),
    menunggu: of('menunggu'),
    dipesan: of('dipesan'),
    sama: of('sama'),
    beda: of('beda'),
  };
};

export type Decision = { state: PairState; reason: string; wantedKeep?: string; decidedBy?: string };
/** Writes who decided what; `terbuka` opens the pair again. */
export const updatePair = async (
  ctx: Context,
  id: string,
  { state, reason, wantedKeep, decidedBy }: Decision,
): Promise<void> => {
  const isOpen = state === 'terbuka';
  await ctx.tx
    .updateTable('duplicate_pair')
    .set({
      state,
      reason,
      wanted_keep: wantedKeep ?? null,
      decided_by: isOpen ? null : (decidedBy ?? ctx.actor.accountId),
      decided_at: isOpen ? null : ctx.now,
    })
    .where('id', '=', id)
    .execute();
};

/** Two people are two people, for ever. */
export const insertNotSame = async (ctx: Context, pair: PairRow, reason: string): Promise<void> => {
  await sql`
    insert into not_same (person_a, person_b, decided_by, at, reason)
    values (${pair.personA}, ${pair.personB}, ${ctx.actor.accountId}, ${ctx.now}, ${reason}) on conflict do nothing`.execute(
    ctx.tx,
  );
};
