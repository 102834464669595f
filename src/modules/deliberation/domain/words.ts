/** Indonesian and English, as pages show them. */
export type Words = readonly [id: string, en: string];

export const MEETING_KINDS = {
  musdes: ['Musdes', 'Village deliberation (musdes)'],
  muskel: ['Muskel', 'Kelurahan deliberation (muskel)'],
  sptjm: ['SPTJM', 'Statement of full responsibility (SPTJM)'],
} as const satisfies Record<string, Words>;
export type MeetingKind = keyof typeof MEETING_KINDS;

/** In which part somebody attends. */
export const ATTENDEE_ROLES = {
  kades_lurah: ['Kepala desa/lurah atau yang mewakili', 'Village head/lurah or delegate'],
  operator: ['Operator SIKS-NG desa/kelurahan', 'SIKS-NG operator'],
  bpd_lpm: ['BPD/LPM', 'Village council (BPD/LPM)'],
  rt_rw: ['Ketua RT/RW', 'RT/RW head'],
  babinsa_bhabin: ['Babinsa/Bhabinkamtibmas', 'Babinsa/Bhabinkamtibmas'],
  tokoh: ['Tokoh masyarakat', 'Community figure'],
  wakil_keluarga: ['Wakil keluarga yang diusulkan', 'Delegate of the proposed families'],
  pendamping: ['PSM/TKSK/pendamping', 'PSM/TKSK/companion'],
  lain: ['Lainnya', 'Other'],
} as const satisfies Record<string, Words>;
export type AttendeeRole = keyof typeof ATTENDEE_ROLES;

export const VERDICTS = {
  disepakati: ['Disepakati', 'Agreed'],
  ditolak: ['Tidak disepakati', 'Not agreed'],
  ditunda: ['Ditunda', 'Postponed'],
} as const satisfies Record<string, Words>;
export type Verdict = keyof typeof VERDICTS;

/** What a visit found. */
export const VERVAL_RESULTS = {
  terkonfirmasi: ['Terkonfirmasi', 'Confirmed'],
  tidak_ditemukan: ['Tidak ditemukan', 'Not found'],
  meninggal: ['Meninggal', 'Died'],
  pindah: ['Pindah', 'Moved away'],
  menolak: ['Menolak', 'Refused the visit'],
} as const satisfies Record<string, Words>;
export type VervalResult = keyof typeof VERVAL_RESULTS;

/** What the centre answered. */
export const CENTRE_RESULTS = {
  padan: ['Padan dengan Dukcapil', 'Matched with Dukcapil'],
  tidak_padan: ['Tidak padan dengan Dukcapil', 'Not matched with Dukcapil'],
  ditetapkan: ['Ditetapkan pusat', 'Set by the centre'],
  ditolak: ['Tidak diterima pusat', 'Not accepted by the centre'],
  tetap: ['Tidak ada perubahan', 'No change'],
} as const satisfies Record<string, Words>;
export type CentreResult = keyof typeof CENTRE_RESULTS;

export const keysOf = <T extends Record<string, unknown>>(record: T): [keyof T & string, ...(keyof T & string)[]] =>
  Object.keys(record) as [keyof T & string, ...(keyof T & string)[]];
