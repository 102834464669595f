import type { ReplyOf } from '#web/ui/contracts.ts';
import type { Both } from '#web/ui/language.tsx';
import type { StatusKind } from '#web/ui/theme.ts';
import { IDENTITY_LABELS } from '../domain/identity-fields.ts';
import { NINE_CRITERIA } from '../domain/nine-criteria.ts';
import { SHDK_LABELS } from '../domain/placement.ts';
import { SOURCE_LABELS } from '../domain/source.ts';

/** The sheet of a citizen as the server gives it. */
export type Sheet = ReplyOf<'GET /api/person/:id'>;
export type FamilySheet = ReplyOf<'GET /api/family/:id'>;

export const SEX: Readonly<Record<'L' | 'P', Both>> = {
  L: { id: 'Laki-laki', en: 'Male' },
  P: { id: 'Perempuan', en: 'Female' },
};
export const LIFE: Readonly<Record<Sheet['life'], Both & { kind: StatusKind }>> = {
  hidup: { id: 'Hidup', en: 'Living', kind: 'netral' },
  dilaporkan_meninggal: {
    id: 'Dilaporkan meninggal, belum terbukti',
    en: 'Reported dead, not proved',
    kind: 'menunggu',
  },
  terbukti: { id: 'Meninggal, terbukti', en: 'Dead, proved', kind: 'netral' },
};
export const NUMBER_KINDS: Readonly<Record<string, Both>> = {
  nik: { id: 'NIK', en: 'NIK' },
  nik_desa: { id: 'Nomor sementara desa', en: 'Temporary village number' },
  id_dtks: { id: 'ID DTKS', en: 'DTKS id' },
  id_dtsen: { id: 'ID DTSEN', en: 'DTSEN id' },
  bpjs: { id: 'Nomor BPJS', en: 'BPJS number' },
  kks: { id: 'Nomor KKS', en: 'KKS number' },
};
export const NUMBER_STATES: Readonly<Record<string, Both & { kind: StatusKind }>> = {
  tercatat: { id: 'Tercatat', en: 'On record', kind: 'selesai' },
  klaim: { id: 'Klaim, perlu diperiksa', en: 'Claim, to be checked', kind: 'tindakan' },
  nonaktif: { id: 'Tidak dipakai lagi', en: 'No longer used', kind: 'netral' },
  salah: { id: 'Salah', en: 'Wrong', kind: 'netral' },
  lama: { id: 'Kartu lama', en: 'Old card', kind: 'netral' },
};
export const NO_NIK: Readonly<Record<string, Both>> = {
  belum_rekam: { id: 'Belum rekam KTP-el', en: 'Not yet enrolled for the e-KTP' },
  belum_punya: { id: 'Belum punya NIK (misalnya bayi)', en: 'Has no NIK yet (a baby, for example)' },
  hilang: { id: 'Kartu hilang', en: 'Card lost' },
  tidak_dikenal: { id: 'Identitas tidak dikenal', en: 'Identity unknown' },
  tidak_tercantum: { id: 'Tidak tercantum di sumbernya', en: 'Not given by the source' },
  lain: { id: 'Sebab lain', en: 'Another reason' },
};
export const SHDK: Readonly<Record<number, Both>> = SHDK_LABELS;
export const SOURCES: Readonly<Record<string, Both>> = SOURCE_LABELS;
export const PRECISION: Readonly<Record<string, Both>> = {
  hari: { id: 'tanggal pasti', en: 'exact day' },
  bulan: { id: 'hanya bulan diketahui', en: 'month known' },
  tahun: { id: 'hanya tahun diketahui', en: 'year known' },
  perkiraan: { id: 'perkiraan', en: 'estimated' },
  tidak_tahu: { id: 'tidak diketahui', en: 'not known' },
};
export const FIELDS: Readonly<Record<string, Both>> = {
  terdaftar: { id: 'Masuk register', en: 'Entered the register' },
  ...IDENTITY_LABELS,
  alamat: { id: 'Alamat', en: 'Address' },
  ...Object.fromEntries(NINE_CRITERIA.questions.map(({ field, label }) => [field, label])),
};
export const PROPOSAL_KINDS: Readonly<Record<string, Both>> = {
  baru: { id: 'Usulan baru', en: 'New proposal' },
  perubahan: { id: 'Perubahan data', en: 'Change of facts' },
  tambah_anggota: { id: 'Tambah anggota keluarga', en: 'Add a member' },
  keluar_anggota: { id: 'Anggota keluar', en: 'Remove a member' },
  pindah_masuk: { id: 'Pindah masuk', en: 'Moved in' },
  pindah_keluar: { id: 'Pindah keluar', en: 'Moved out' },
  meninggal: { id: 'Meninggal', en: 'Died' },
  pecah_kk: { id: 'Pecah KK', en: 'Split KK' },
  gabung_kk: { id: 'Gabung KK', en: 'Joined KK' },
  mampu: { id: 'Keadaan sudah membaik', en: 'Better off' },
  sanggah: { id: 'Sanggah', en: 'Objection' },
  reaktivasi_pbi: { id: 'Reaktivasi PBI-JK', en: 'PBI-JK reactivation' },
  pengaduan: { id: 'Pengaduan', en: 'Complaint' },
};
export const PROPOSAL_STATES: Readonly<Record<string, Both & { kind: StatusKind }>> = {
  berjalan: { id: 'Berjalan', en: 'Under way', kind: 'menunggu' },
  menunggu_pelengkapan: { id: 'Menunggu pelengkapan', en: 'Waiting for completion', kind: 'menunggu' },
  disetujui: { id: 'Disetujui', en: 'Approved', kind: 'selesai' },
  ditolak: { id: 'Belum disetujui', en: 'Not approved', kind: 'netral' },
  ditarik: { id: 'Ditarik', en: 'Withdrawn', kind: 'netral' },
};
export const AID_STATES: Readonly<Record<string, Both & { kind: StatusKind }>> = {
  berlaku: { id: 'Ditetapkan', en: 'Awarded', kind: 'info' },
  menunggu: { id: 'Menunggu diserahkan', en: 'To be handed over', kind: 'menunggu' },
  sebagian: { id: 'Sebagian diserahkan', en: 'Partly handed over', kind: 'menunggu' },
  terpenuhi: { id: 'Sudah diterima', en: 'Received', kind: 'selesai' },
  ditahan: { id: 'Ditahan', en: 'Held', kind: 'menunggu' },
  dihentikan: { id: 'Dihentikan', en: 'Stopped', kind: 'netral' },
  batal: { id: 'Batal', en: 'Void', kind: 'netral' },
};
export const FINDINGS: Readonly<Record<string, Both>> = {
  tanpa_nik: { id: 'Tanpa NIK', en: 'No NIK' },
  nik_tidak_sah: { id: 'NIK tidak sah', en: 'Invalid NIK' },
  nik_dipakai_orang_lain: { id: 'NIK dipakai orang lain', en: 'NIK held by another' },
  kk_dipakai_keluarga_lain: { id: 'Nomor KK dipakai keluarga lain', en: 'KK number held by another family' },
  kk_tanpa_kepala: { id: 'Keluarga tanpa kepala', en: 'Family without a head' },
  kk_dua_kepala: { id: 'Keluarga dengan dua kepala', en: 'Family with two heads' },
  usang: { id: 'Lebih dari 12 bulan', en: 'Older than 12 months' },
};

/** A word of a list in the reader's language; a key without a word stands for itself, with spaces. */
export const wordOf = (
  list: Readonly<Record<string | number, Both>>,
  key: string | number,
  language: 'id' | 'en',
): string => list[key]?.[language] ?? String(key).replaceAll('_', ' ');

/** The first two parts of a place: `RT 001/RW 001, Desa Karang Asri`. */
export const shortPlace = (label: string | null): string | null => label?.split(', ').slice(0, 2).join(', ') ?? null;
