import { sql } from 'kysely';
import { type PersonSummary, personSummaries } from '#modules/registry/index.ts';
import type { Context } from '#platform/db/context.ts';

/** Who stands for a family in a list: its head, else the first member; only families the actor sees. */
const listHeads = async (ctx: Context, familyIds: readonly string[]): Promise<Map<string, string>> => {
  const { rows } = await sql<{ family_id: string; person_id: string }>`
    select distinct on (m.family_id) m.family_id, m.person_id
    from family_member m join person p on p.id = m.person_id
    where m.family_id = any (${[...familyIds]}::uuid[]) and m.state = 'sah' and upper_inf(m.during)
    order by m.family_id, p.life = 'terbukti', coalesce(m.shdk, 99), p.birth_on nulls last, m.person_id`.execute(
    ctx.tx,
  );
  return new Map(rows.map((row) => [row.family_id, row.person_id]));
};

/** The face of each family for lists: a person's summary with masked numbers. A family out of sight has no entry. */
export const listFaces = async (ctx: Context, familyIds: readonly string[]): Promise<Map<string, PersonSummary>> => {
  if (familyIds.length === 0) return new Map();
  const heads = await listHeads(ctx, familyIds);
  const byPerson = new Map((await personSummaries(ctx, [...heads.values()])).map((p) => [p.id, p]));
  const faces = new Map<string, PersonSummary>();
  for (const [family, person] of heads) {
    const summary = byPerson.get(person);
    if (summary) faces.set(family, summary);
  }
  return faces;
};
