import type { Words } from './kinds.ts';
import type { Act } from './state-machine.ts';

/** What came of a visit. Each result declares what follows; none of them decides anything about the family. */
export const VERVAL_RESULTS = {
  terkonfirmasi: ['Terkonfirmasi', 'Confirmed'],
  tidak_ditemukan: ['Tidak ditemukan', 'Not found'],
  meninggal: ['Meninggal', 'Died'],
  pindah: ['Pindah', 'Moved'],
  menolak: ['Menolak dikunjungi', 'Declined the visit'],
} as const satisfies Record<string, Words>;
export type VervalResult = keyof typeof VERVAL_RESULTS;

/** After so many visits without meeting anybody the usulan goes on with that result; people decide it, not the calendar. */
export const MOST_VISITS = 3;

/** What a visit means for the usulan: it goes on, or waits for another visit. `visits` counts this one too. */
export const actAfterVisit = (result: VervalResult, visits: number): Act => {
  switch (result) {
    case 'terkonfirmasi':
      return { type: 'accept', reasonCode: 'sesuai_verval' };
    case 'tidak_ditemukan':
      return visits < MOST_VISITS
        ? { type: 'postpone', reasonCode: 'tidak_di_rumah', text: `Kunjungan ke-${visits}` }
        : { type: 'accept', reasonCode: 'tidak_ditemukan', text: `Tidak ditemukan setelah ${visits} kunjungan` };
    case 'meninggal':
      return { type: 'accept', reasonCode: 'dilaporkan_meninggal' };
    case 'pindah':
      return { type: 'accept', reasonCode: 'dilaporkan_pindah' };
    case 'menolak':
      return { type: 'accept', reasonCode: 'tidak_bersedia' };
  }
};

/** What the register's desk has to settle after a visit, or null. Without names: a task is read in lists. */
export const taskAfterVisit = (result: VervalResult): { kind: string; title: string } | null => {
  if (result === 'meninggal')
    return { kind: 'laporan_meninggal', title: 'Pastikan laporan meninggal dari kunjungan verval' };
  if (result === 'pindah') return { kind: 'laporan_pindah', title: 'Pastikan laporan pindah dari kunjungan verval' };
  return null;
};
