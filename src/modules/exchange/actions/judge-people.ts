import type { Context } from '#platform/db/context.ts';
import { listPersonProblems } from '../sql/exclude.ts';
import type { ImportFile } from '../sql/files.ts';
import { addReasons } from '../sql/rows.ts';

const WHY = {
  tidak_ditemukan: {
    column: 'nik',
    code: 'orang_tidak_ditemukan',
    sentence: 'Tidak ada orang di register dengan NIK ini; impor berkas SIKS-NG yang memuatnya, atau daftarkan dahulu.',
  },
  nama_beda: {
    column: 'nama',
    code: 'nama_pemilik_beda',
    sentence: 'NIK ini di register milik orang dengan nama lain; pastikan orangnya, lalu perbaiki NIK atau namanya.',
  },
  ganda: {
    column: 'nik',
    code: 'orang_ganda',
    sentence: 'Orang dan program yang sama sudah ada di baris sebelumnya; baris ini tidak menambah apa-apa.',
  },
} as const;

/** Sends back rows about one person each whose person is not known, is somebody else, or stands there already. */
export const judgePeople = async (ctx: Context, file: ImportFile): Promise<void> => {
  const problems = await listPersonProblems(ctx, file.id);
  await addReasons(
    ctx,
    file.id,
    'kembali',
    problems.map(({ no, why }) => ({ no, reason: WHY[why] })),
  );
};
