import { sql } from 'kysely';
import type { Context } from '#platform/db/context.ts';
import { foldPlace } from '../domain/fold.ts';

export type AreaItem = {
  id: number;
  label: string;
  kind: 'prov' | 'kab' | 'kec' | 'desa' | 'dusun' | 'rw' | 'rt';
  kode: string | null;
};

/** Places in the actor's scope whose folded label holds every word typed, the nearest to the agency's own level first. */
export const listAreasByWords = async (
  ctx: Context,
  wanted: { q: string; kind?: string | undefined; limit: number },
): Promise<AreaItem[]> => {
  const words = foldPlace(wanted.q).split(' ').filter(Boolean);
  const every =
    words.length > 0
      ? sql.join(
          words.map((word) => sql`a.search like ${`%${word}%`}`),
          sql` and `,
        )
      : sql`true`;
  const { rows } = await sql<AreaItem>`
    select a.id, a.label, a.kind, a.kode from area a
    where a.id = any ((select guard_areas())::integer[]) and ${every} and ${wanted.kind ? sql`a.kind = ${wanted.kind}` : sql`true`}
    order by array_position(array['kab', 'kec', 'desa', 'dusun', 'rw', 'rt'], a.kind), a.label limit ${wanted.limit}`.execute(
    ctx.tx,
  );
  return rows;
};
