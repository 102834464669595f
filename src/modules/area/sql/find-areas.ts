import { type RawBuilder, sql } from 'kysely';
import type { Context } from '#platform/db/context.ts';
import { foldPlace } from '../domain/fold.ts';

export type AreaItem = {
  id: number;
  label: string;
  kind: 'prov' | 'kab' | 'kec' | 'desa' | 'dusun' | 'rw' | 'rt';
  kode: string | null;
};
type Wanted = { q: string; kind?: string | undefined; limit: number };

/** No nearness of its own: the level decides. */
const LEVEL_ONLY = sql`null::integer`;

const inScope = (wanted: Wanted): RawBuilder<unknown> => sql`
  a.ended_on is null and a.id = any ((select guard_areas())::integer[]) and ${wanted.kind ? sql`a.kind = ${wanted.kind}` : sql`true`}`;

const ask = async (ctx: Context, wanted: Wanted, fits: RawBuilder<unknown>, nearest: RawBuilder<unknown>) =>
  (
    await sql<AreaItem>`
      select a.id, a.label, a.kind, a.kode from area a where ${inScope(wanted)} and ${fits}
      order by ${nearest}, array_position(array['kab', 'kec', 'desa', 'dusun', 'rw', 'rt'], a.kind), a.label
      limit ${wanted.limit}`.execute(ctx.tx)
  ).rows;

/**
 * Places in the actor's scope whose folded label holds every word typed, the nearest to the agency's own level first. When none does:
 * neighbours of which each holds some of the words ("larangan ciledug" are two kecamatan), else labels spelt nearly so.
 */
export const listAreasByWords = async (ctx: Context, wanted: Wanted): Promise<AreaItem[]> => {
  const words = foldPlace(wanted.q).split(' ').filter(Boolean);
  const holds = words.map((word) => sql<boolean>`a.search like ${`%${word}%`}`);
  if (words.length === 0) return ask(ctx, wanted, sql`true`, LEVEL_ONLY);
  const exact = await ask(ctx, wanted, sql.join(holds, sql` and `), LEVEL_ONLY);
  if (exact.length > 0) return exact;
  if (words.length > 1) {
    const known = await sql<{ all: boolean | null }>`
      select ${sql.join(
        holds.map((one) => sql`bool_or(${one})`),
        sql` and `,
      )} as all from area a where ${inScope(wanted)}`.execute(ctx.tx);
    if (known.rows[0]?.all) {
      const count = sql.join(
        holds.map((one) => sql`(${one})::integer`),
        sql` + `,
      );
      return ask(ctx, wanted, sql`(${sql.join(holds, sql` or `)})`, sql`(${count}) desc`);
    }
  }
  const likeness = sql`(select min(word_similarity(word, a.search)) from unnest(${words}::text[]) as word)`;
  return ask(ctx, wanted, sql`${likeness} >= 0.5`, sql`${likeness} desc`);
};
