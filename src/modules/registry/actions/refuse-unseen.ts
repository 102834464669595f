import { refuse } from '#kernel/refusal.ts';
import type { Context } from '#platform/db/context.ts';
import { listAreasOutside } from '../sql/families.ts';

/** The one sentence for a person, family or place that is not there for this actor, whatever the reason. */
export const refuseUnseen = (what: 'orang' | 'keluarga'): never =>
  refuse(
    `${what}.tidak_ditemukan`,
    404,
    `Data ${what} ini tidak ditemukan di wilayah tugas Anda. Cari lagi dari halaman Cari warga.`,
  );

export const refuseOutside = async (ctx: Context, areaIds: readonly number[]): Promise<void> => {
  if ((await listAreasOutside(ctx, areaIds)).length > 0) {
    refuse(
      'wilayah.di_luar_tugas',
      403,
      'Wilayah yang dipilih di luar wilayah tugas Anda. Pilih RT atau desa di wilayah Anda.',
      {
        fields: { areaId: 'Pilih wilayah tugas Anda.' },
      },
    );
  }
};

/** A correction that corrects nothing: said plainly, so that nobody believes it was saved. */
export const refuseUnchanged = (): never =>
  refuse(
    'perbaikan.tanpa_perubahan',
    422,
    'Belum ada isian yang berubah. Ubah isiannya dulu, atau tutup tanpa menyimpan.',
  );
