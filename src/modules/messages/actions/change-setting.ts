import { refuse } from '#kernel/refusal.ts';
import type { Context } from '#platform/db/context.ts';
import { readMailAddress } from '../domain/addresses.ts';
import { lockSetting, type MessageSetting, saveSetting } from '../sql/settings.ts';

const MOST_ADDRESSES = 10;

/** Which ways are on, and where the daily report goes. */
export const changeSetting = async (ctx: Context, wanted: MessageSetting): Promise<void> => {
  const before = await lockSetting(ctx);
  if (before.version !== wanted.version)
    refuse(
      'versi.berubah',
      409,
      'Rekan Anda mengubah pengaturan ini setelah Anda membukanya. Muat ulang, lalu ubah lagi.',
      {
        newer: before,
      },
    );
  const typed = wanted.reportTo.map((address) => address.trim()).filter(Boolean);
  const wrong = typed.find((address) => readMailAddress(address) === undefined);
  const field = (sentence: string): never => refuse('pesan.alamat', 422, sentence, { fields: { reportTo: sentence } });
  if (wrong !== undefined)
    field(
      `Alamat "${wrong.slice(0, 60)}" belum benar. Tulis satu alamat surel tiap baris, misalnya inspektorat@contoh.go.id.`,
    );
  if (typed.length > MOST_ADDRESSES) field(`Paling banyak ${MOST_ADDRESSES} alamat penerima laporan.`);
  const after = { wa: wanted.wa, sms: wanted.sms, reportTo: [...new Set(typed)], reportAt: wanted.reportAt };
  await saveSetting(ctx, after);
  await ctx.record({
    event: 'message_setting.changed',
    subjectKind: 'message_setting',
    subjectId: '1',
    before: { ...before },
    after,
  });
};
