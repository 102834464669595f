import { uuid7 } from '#kernel/uuid7.ts';
import type { Context } from '#platform/db/context.ts';

export const addIncident = async (
  ctx: Context,
  incident: { kind: string; handoverId: string | null; entitlementId: string; areaId: number; text: string },
): Promise<string> => {
  const id = uuid7();
  await ctx.tx
    .insertInto('incident')
    .values({
      id,
      kind: incident.kind,
      handover_id: incident.handoverId,
      entitlement_id: incident.entitlementId,
      area_id: incident.areaId,
      text: incident.text,
      opened_at: ctx.now,
    })
    .execute();
  return id;
};

export const listIncidents = (ctx: Context, state: 'terbuka' | 'selesai') =>
  ctx.tx
    .selectFrom('incident as i')
    .leftJoin('area as a', 'a.id', 'i.area_id')
    .select([
      'i.id',
      'i.kind',
      'i.text',
      'i.state',
      'i.opened_at as openedAt',
      'i.closed_at as closedAt',
      'i.resolution',
      'i.handover_id as handoverId',
      'i.entitlement_id as entitlementId',
      'a.label as areaLabel',
    ])
    .where('i.state', '=', state)
    .orderBy('i.opened_at', 'desc')
    .limit(500)
    .execute();

export const closeIncident = async (ctx: Context, id: string, resolution: string): Promise<boolean> => {
  const done = await ctx.tx
    .updateTable('incident')
    .set({ state: 'selesai', closed_at: ctx.now, closed_by: ctx.actor.accountId, resolution })
    .where('id', '=', id)
    .where('state', '=', 'terbuka')
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
};

export const countOpenIncidents = async (ctx: Context): Promise<number> =>
  Number(
    (
      await ctx.tx
        .selectFrom('incident')
        .select((eb) => eb.fn.countAll<bigint>().as('n'))
        .where('state', '=', 'terbuka')
        .executeTakeFirstOrThrow()
    ).n,
  );
