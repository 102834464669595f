import { formatInstant, type Zone } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';

/** Refuses an act on a row that somebody changed after the actor opened it; the newer row travels in the details. */
export const refuseChanged = (
  change: { by: string | null; at: Date; zone: Zone },
  newer: Record<string, unknown>,
): never => {
  const clock = formatInstant(change.at, change.zone).split(' ').slice(3).join(' ');
  return refuse(
    'versi.berubah',
    409,
    `${change.by ?? 'Petugas lain'} mengubah baris ini pukul ${clock}, setelah Anda membukanya. Bandingkan, lalu pilih. Isian Anda tidak hilang.`,
    { newer },
  );
};
