import type { Context } from '#platform/db/context.ts';
import type { Channel } from '../domain/addresses.ts';

export type CitizenAddress = { channel: Channel; address: string };

export const listAddresses = async (ctx: Context, usulanId: string): Promise<CitizenAddress[]> =>
  (await ctx.tx
    .selectFrom('citizen_address')
    .select(['channel', 'address'])
    .where('usulan_id', '=', usulanId)
    .orderBy('channel')
    .execute()) as CitizenAddress[];

export const saveAddress = async (
  ctx: Context,
  usulanId: string,
  { channel, address }: CitizenAddress,
): Promise<void> => {
  await ctx.tx
    .insertInto('citizen_address')
    .values({ usulan_id: usulanId, channel, address, since: ctx.now })
    .onConflict((conflict) => conflict.columns(['usulan_id', 'channel']).doUpdateSet({ address, since: ctx.now }))
    .execute();
};

export const dropAddress = async (ctx: Context, usulanId: string, channel: Channel): Promise<boolean> => {
  const { numDeletedRows } = await ctx.tx
    .deleteFrom('citizen_address')
    .where('usulan_id', '=', usulanId)
    .where('channel', '=', channel)
    .executeTakeFirst();
  return numDeletedRows > 0n;
};

export const findOpenedAt = async (ctx: Context, usulanId: string): Promise<Date | undefined> =>
  (await ctx.tx.selectFrom('citizen_box').select('opened_at').where('usulan_id', '=', usulanId).executeTakeFirst())
    ?.opened_at;

export const keepOpenedAt = async (ctx: Context, usulanId: string): Promise<void> => {
  await ctx.tx
    .insertInto('citizen_box')
    .values({ usulan_id: usulanId, opened_at: ctx.now })
    .onConflict((conflict) => conflict.column('usulan_id').doUpdateSet({ opened_at: ctx.now }))
    .execute();
};
