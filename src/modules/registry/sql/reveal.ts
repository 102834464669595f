import { sql } from 'kysely';
import type { Context } from '#platform/db/context.ts';

export type RevealedNumber = {
  id: string;
  kind: 'person_identifier' | 'family_card';
  value: string;
  areaId: number;
  level: number;
};

/** A person's number or a family's KK number by its row, when the actor sees whose it is. */
export const findNumber = async (ctx: Context, id: string): Promise<RevealedNumber | undefined> => {
  const { rows } = await sql<RevealedNumber>`
    select i.id, 'person_identifier' as kind, i.value, p.scope_area_id as "areaId", p.protection as level
    from person_identifier i join person p on p.id = i.person_id where i.id = ${id}
    union all
    select c.id, 'family_card', c.nomor_kk, f.scope_area_id, f.protection from family_card c join family f on f.id = c.family_id where c.id = ${id}`.execute(
    ctx.tx,
  );
  return rows[0];
};
