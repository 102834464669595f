import type { StatusKind } from '#web/ui/theme.ts';

type Both = { id: string; en: string };
/** Words of the programme pages that several of them show. */
export const RUN_STATES: Readonly<Record<'simulasi' | 'rancangan' | 'berlaku' | 'usang', Both & { kind: StatusKind }>> =
  {
    simulasi: { id: 'simulasi', en: 'simulation', kind: 'netral' },
    rancangan: { id: 'rancangan', en: 'draft', kind: 'menunggu' },
    berlaku: { id: 'berlaku', en: 'in force', kind: 'selesai' },
    usang: { id: 'dibatalkan', en: 'called off', kind: 'netral' },
  };
export const PLACES: Readonly<Record<'masuk' | 'ditahan' | 'cadangan' | 'tidak', Both & { kind: StatusKind }>> = {
  masuk: { id: 'masuk', en: 'in', kind: 'selesai' },
  ditahan: { id: 'ditahan', en: 'held', kind: 'menunggu' },
  cadangan: { id: 'cadangan', en: 'reserve', kind: 'info' },
  tidak: { id: 'tidak masuk', en: 'not in', kind: 'netral' },
};
export const VERDICTS: Readonly<Record<'ya' | 'tidak' | 'belum', Both & { kind: StatusKind }>> = {
  ya: { id: 'memenuhi', en: 'eligible', kind: 'selesai' },
  tidak: { id: 'tidak memenuhi', en: 'not eligible', kind: 'netral' },
  belum: { id: 'belum diketahui', en: 'unknown', kind: 'menunggu' },
};
export const ROW_KINDS: Readonly<Record<'syarat' | 'pengecualian' | 'prioritas', Both>> = {
  syarat: { id: 'Syarat', en: 'Condition' },
  pengecualian: { id: 'Pengecualian', en: 'Exception' },
  prioritas: { id: 'Prioritas', en: 'Priority' },
};
export const DECREE_STATES: Readonly<
  Record<'rancangan' | 'paraf' | 'ditandatangani' | 'berlaku' | 'dicabut', Both & { kind: StatusKind }>
> = {
  rancangan: { id: 'rancangan, belum diparaf', en: 'draft, not initialled', kind: 'menunggu' },
  paraf: { id: 'sedang diparaf', en: 'being initialled', kind: 'menunggu' },
  ditandatangani: { id: 'ditandatangani, belum berlaku', en: 'signed, not in force', kind: 'menunggu' },
  berlaku: { id: 'berlaku', en: 'in force', kind: 'selesai' },
  dicabut: { id: 'dibatalkan atau dicabut', en: 'called off or revoked', kind: 'netral' },
};
