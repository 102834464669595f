/** Words of the agency's intake, in Indonesian and English. The keys are what the table `usulan` holds. */
export type Words = readonly [id: string, en: string];

export const KINDS = {
  baru: ['Usulan baru', 'New proposal'],
  perubahan: ['Perubahan data', 'Change of facts'],
  tambah_anggota: ['Tambah anggota keluarga', 'Add a member'],
  keluar_anggota: ['Anggota keluar', 'Remove a member'],
  pindah_masuk: ['Pindah masuk', 'Moved in'],
  pindah_keluar: ['Pindah keluar', 'Moved out'],
  meninggal: ['Meninggal', 'Died'],
  pecah_kk: ['Pecah KK', 'Split KK'],
  gabung_kk: ['Gabung KK', 'Joined KK'],
  mampu: ['Keadaan sudah membaik', 'Better off'],
  sanggah: ['Sanggah', 'Objection'],
  reaktivasi_pbi: ['Reaktivasi PBI-JK', 'PBI-JK reactivation'],
  pengaduan: ['Pengaduan', 'Complaint'],
} as const satisfies Record<string, Words>;
export type Kind = keyof typeof KINDS;

export const CHANNELS = {
  rt: ['Ketua RT', 'RT head'],
  portal: ['Portal warga', 'Citizens’ portal'],
  kelurahan: ['Kantor desa/kelurahan', 'Desa/kelurahan desk'],
  psm: ['PSM', 'PSM'],
  dinsos: ['Meja Dinas Sosial', 'Agency desk'],
  cek_bansos: ['Cek Bansos', 'Cek Bansos'],
  musrenbang: ['Musrenbang', 'Musrenbang'],
  roadshow: ['Roadshow', 'Roadshow'],
} as const satisfies Record<string, Words>;
export type Channel = keyof typeof CHANNELS;

export const CONSENTS = {
  tertulis: ['Tertulis', 'In writing'],
  lisan_saksi: ['Lisan, ada saksi', 'Spoken, with a witness'],
  cap_jempol: ['Cap jempol', 'Thumbprint'],
  daring: ['Dicentang di portal', 'Ticked on the portal'],
  tidak_perlu: ['Tidak diperlukan', 'Not needed'],
} as const satisfies Record<string, Words>;
export type Consent = keyof typeof CONSENTS;

export const RELATIONS = {
  diri_sendiri: ['Diri sendiri', 'Herself or himself'],
  keluarga: ['Keluarga', 'Family'],
  tetangga: ['Tetangga', 'Neighbour'],
  ketua_rt: ['Ketua RT/RW', 'RT/RW head'],
  petugas: ['Petugas', 'Officer'],
  pendamping: ['Pendamping sosial', 'Social companion'],
  lain: ['Lainnya', 'Other'],
} as const satisfies Record<string, Words>;
export type Relation = keyof typeof RELATIONS;

/** What ties an official to the people of a usulan. */
export const TIE_RELATIONS = {
  keluarga: ['Keluarga', 'Family'],
  pekerjaan: ['Majikan atau bawahan', 'Employer or employee'],
  usaha: ['Usaha, sewa, atau utang', 'Trade, rent or debt'],
  lain: ['Hubungan lain', 'Another tie'],
} as const satisfies Record<string, Words>;
export type TieRelation = keyof typeof TIE_RELATIONS;

export const TRACKS = {
  pusat: ['Pusat (SIKS-NG)', 'Centre (SIKS-NG)'],
  daerah: ['Program daerah', 'Local programme'],
} as const satisfies Record<string, Words>;
export type Track = keyof typeof TRACKS;

export const STATES = {
  berjalan: ['Berjalan', 'Under way'],
  menunggu_pelengkapan: ['Menunggu pelengkapan', 'Waiting for completion'],
  disetujui: ['Disetujui', 'Approved'],
  ditolak: ['Belum disetujui', 'Not approved'],
  ditarik: ['Ditarik', 'Withdrawn'],
} as const satisfies Record<string, Words>;
export type UsulanState = keyof typeof STATES;

/** Kinds that are settled here: answered, or true in the register. They may still be told to the centre. */
const SETTLED_HERE: ReadonlySet<Kind> = new Set([
  'pengaduan',
  'sanggah',
  'meninggal',
  'pindah_keluar',
  'keluar_anggota',
]);

/** Whether an approval must say where it goes on: to the centre, into a local programme, or both. */
export const needsTrack = (kind: Kind): boolean => !SETTLED_HERE.has(kind);
/** A complaint may be about nobody in particular; every other kind is about a person. */
export const needsSubject = (kind: Kind): boolean => kind !== 'pengaduan';

export const keysOf = <T extends Record<string, unknown>>(record: T): (keyof T & string)[] => Object.keys(record);
