import { refuse } from '#kernel/refusal.ts';
import type { Context } from '#platform/db/context.ts';
import { ADDRESS_FAULTS, type Channel, maskAddress, readAddress } from '../domain/addresses.ts';
import { dropAddress, findOpenedAt, keepOpenedAt, listAddresses, saveAddress } from '../sql/citizen.ts';
import { getSetting } from '../sql/settings.ts';

/** A way by which the holder of a number can hear of news, and where to if she asked for it (masked). */
export type CitizenWay = { channel: Channel; address: string | null };
export type CitizenBox = { newSince: Date | undefined; ways: CitizenWay[] };

/** The box behind a receipt: when it was opened last, and the ways the agency offers. `isMailOn`: the installation can send mail. */
export const readCitizenBox = async (ctx: Context, usulanId: string, isMailOn: boolean): Promise<CitizenBox> => {
  const setting = await getSetting(ctx);
  const addresses = await listAddresses(ctx, usulanId);
  const offered = (['surel', 'wa', 'sms'] as const).filter((channel) =>
    channel === 'surel' ? isMailOn : setting[channel],
  );
  return {
    newSince: await findOpenedAt(ctx, usulanId),
    ways: offered.map((channel) => {
      const found = addresses.find((one) => one.channel === channel);
      return { channel, address: found ? maskAddress(channel, found.address) : null };
    }),
  };
};

/** Remembers that the box was opened now. */
export const openCitizenBox = async (ctx: Context, usulanId: string): Promise<void> => {
  await keepOpenedAt(ctx, usulanId);
  await ctx.record({ event: 'citizen_box.opened', subjectKind: 'usulan', subjectId: usulanId });
};

/** Keeps where she wants to hear of news; an empty address takes the way off. Refuses (422) what is no address. */
export const setCitizenAddress = async (
  ctx: Context,
  usulanId: string,
  channel: Channel,
  typed: string,
): Promise<'disimpan' | 'dihapus'> => {
  if (typed.trim() === '') {
    await dropAddress(ctx, usulanId, channel);
    await ctx.record({
      event: 'citizen_address.removed',
      subjectKind: 'usulan',
      subjectId: usulanId,
      after: { channel },
    });
    return 'dihapus';
  }
  const address = readAddress(channel, typed) ?? refuse('pesan.alamat', 422, ADDRESS_FAULTS[channel][0]);
  await saveAddress(ctx, usulanId, { channel, address });
  await ctx.record({ event: 'citizen_address.set', subjectKind: 'usulan', subjectId: usulanId, after: { channel } });
  return 'disimpan';
};
