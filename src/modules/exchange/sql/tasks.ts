import { sql } from 'kysely';
import { uuid7 } from '#kernel/uuid7.ts';
import type { Context } from '#platform/db/context.ts';

/** One silent task at level 3, however often the lists name her while it is open. */
export const tellOfProtected = async (ctx: Context, personId: string): Promise<void> => {
  await sql`
    select raise_agency_task(${uuid7()}, 'berkas_orang_dilindungi', 'Berkas pusat menyebut orang yang dilindungi',
      'Berkas yang diimpor memuat baris orang ini, mungkin dengan KK atau alamat lama. Datanya tidak diubah; periksa apakah pusat perlu diberi tahu.',
      3, ${personId}, 'peksos', (${ctx.today}::date + 7))`.execute(ctx.tx);
};
