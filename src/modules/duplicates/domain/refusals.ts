import { formatInstant, type Zone } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';

/** The pair, the run or the merge is not there for this actor. */
export const refuseUnseen = (): never =>
  refuse(
    'ganda.tidak_ditemukan',
    404,
    'Pasangan ini tidak ada di wilayah Anda, atau salah satu catatannya sudah digabung. Muat ulang antreannya.',
  );

/** Somebody decided first. */
export const refuseDecided = (state: string, by: string | null): never =>
  refuse(
    'ganda.sudah_diputus',
    409,
    `Pasangan ini sudah diputus ${state === 'sama' ? 'orang yang sama' : 'bukan orang yang sama'} oleh ${by ?? 'petugas lain'}. Muat ulang antreannya; tidak ada yang berubah.`,
    { state },
  );

/** One of the two records was changed after the actor opened the pair. */
export const refuseChanged = (change: { by: string | null; at: Date; zone: Zone }, newer: Record<string, unknown>) => {
  const clock = formatInstant(change.at, change.zone).split(' ').slice(3).join(' ');
  return refuse(
    'versi.berubah',
    409,
    `${change.by ?? 'Petugas lain'} mengubah baris ini pukul ${clock}, setelah Anda membukanya. Bandingkan, lalu pilih. Isian Anda tidak hilang.`,
    { newer },
  );
};
