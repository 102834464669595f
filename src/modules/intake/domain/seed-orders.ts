import type { Kind } from './kinds.ts';
import type { StageRule } from './stages.ts';

const NO_VISIT: readonly Kind[] = ['pengaduan', 'reaktivasi_pbi', 'meninggal'];
const NO_MEETING: readonly Kind[] = [
  ...NO_VISIT,
  'sanggah',
  'pindah_masuk',
  'pindah_keluar',
  'tambah_anggota',
  'keluar_anggota',
  'pecah_kk',
  'gabung_kk',
];

const check = { stage: 'periksa', roles: ['operator_desa'], officeDays: 3, skipKinds: [] } as const;
const visit = {
  stage: 'verval',
  roles: ['operator_desa', 'psm', 'verifikator'],
  officeDays: 7,
  skipKinds: NO_VISIT,
} as const;
const meeting = {
  stage: 'musyawarah',
  roles: ['operator_desa', 'lurah_kades'],
  officeDays: 10,
  skipKinds: NO_MEETING,
} as const;
const decision = { stage: 'verifikasi', roles: ['verifikator', 'kabid'], officeDays: 5, skipKinds: [] } as const;

const numbered = (rules: readonly Omit<StageRule, 'no'>[]): StageRule[] =>
  rules.map((rule, at) => ({ ...rule, no: at + 1 }));

/** The two orders every new agency has (migration 0040; a test compares): the field check before or after the deliberation. */
export const SEED_ORDERS: readonly { no: number; name: string; stages: readonly StageRule[] }[] = [
  { no: 1, name: 'Verval sebelum musyawarah', stages: numbered([check, visit, meeting, decision]) },
  { no: 2, name: 'Musyawarah sebelum verval', stages: numbered([check, meeting, visit, decision]) },
];
