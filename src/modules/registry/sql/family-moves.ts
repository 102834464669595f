import { sql } from 'kysely';
import type { Context } from '#platform/db/context.ts';

/** The family and everybody in it live there now; a protected member keeps her place. */
export const setFamilyPlace = async (ctx: Context, familyId: string, areaId: number): Promise<void> => {
  await sql`update family set scope_area_id = ${areaId} where id = ${familyId}`.execute(ctx.tx);
  await sql`
    update person p set scope_area_id = ${areaId}, updated_at = ${ctx.now}, updated_by = ${ctx.actor.accountId}
    from family_member m
    where m.family_id = ${familyId} and m.state = 'sah' and upper_inf(m.during) and p.id = m.person_id and p.protection < 2`.execute(
    ctx.tx,
  );
};

/** Every card but the new one, claims too, is an old one from today. */
export const retireCards = async (ctx: Context, familyId: string, newCardId: string): Promise<void> => {
  await sql`
    update family_card set state = 'lama', during = daterange(lower(during), greatest(lower(during), ${ctx.today}::date))
    where family_id = ${familyId} and id <> ${newCardId} and state <> 'lama'`.execute(ctx.tx);
};
