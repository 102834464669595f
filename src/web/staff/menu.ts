import type { LinkProps } from '@tanstack/react-router';
import type { Capability } from '#kernel/capability.ts';
import type { Both } from '#web/ui/language.tsx';

/** Groups of the left navigation, in the order they stand there. */
export const MENU_GROUPS = {
  hari: { id: 'Hari ini', en: 'Today' },
  antrean: { id: 'Antrean', en: 'Queues' },
  layanan: { id: 'Layanan', en: 'Services' },
  program: { id: 'Program dan uang', en: 'Programmes and money' },
  tata: { id: 'Tata kelola', en: 'Governance' },
  pengaturan: { id: 'Pengaturan', en: 'Settings' },
} as const satisfies Record<string, Both>;

export type MenuLine = {
  group: keyof typeof MENU_GROUPS;
  to: LinkProps['to'];
  label: Both;
  /** Shown only to who may do this; undefined: to everybody signed in. */
  may?: Capability;
  /** Id of the tile in `GET /api/home` whose number stands beside the line. */
  tile?: string;
};

/** One line a page. */
export const MENU: readonly MenuLine[] = [
  { group: 'hari', to: '/', label: { id: 'Pagi ini', en: 'This morning' } },
  {
    group: 'antrean',
    to: '/musyawarah',
    label: { id: 'Musdes/muskel', en: 'Deliberation' },
    may: 'usulan.read',
    tile: 'musyawarah.terbuka',
  },
  {
    group: 'antrean',
    to: '/pengesahan',
    label: { id: 'Pengesahan', en: 'Ratification' },
    may: 'usulan.read',
    tile: 'pengesahan.siap',
  },
  {
    group: 'antrean',
    to: '/pengetikan',
    label: { id: 'Ketik SIKS-NG', en: 'Key into SIKS-NG' },
    may: 'centre.key',
    tile: 'siks.ketik',
  },
  {
    group: 'program',
    to: '/sk',
    label: { id: 'SK dan paraf', en: 'Decrees' },
    may: 'programme.read',
    tile: 'sk.paraf',
  },
  {
    group: 'pengaturan',
    to: '/musyawarah/syarat',
    label: { id: 'Syarat musyawarah', en: 'What a meeting needs' },
    may: 'stage.configure',
  },
  {
    group: 'pengaturan',
    to: '/sk/rantai-paraf',
    label: { id: 'Rantai paraf', en: 'Chains of initials' },
    may: 'stage.configure',
  },
  { group: 'layanan', to: '/cari', label: { id: 'Cari warga', en: 'Find a resident' }, may: 'person.find' },
  { group: 'layanan', to: '/mutu-data', label: { id: 'Mutu data', en: 'Data quality' }, may: 'quality.read' },
  {
    group: 'layanan',
    to: '/impor',
    label: { id: 'Impor berkas', en: 'Import of files' },
    may: 'import.run',
    tile: 'impor.menunggu',
  },
  { group: 'layanan', to: '/kasus', label: { id: 'Kasus tim saya', en: 'Cases of my team' }, may: 'case.open' },
  { group: 'pengaturan', to: '/akun', label: { id: 'Akun', en: 'Accounts' }, may: 'account.manage' },
  { group: 'pengaturan', to: '/jabatan', label: { id: 'Jabatan', en: 'Positions' } },
  { group: 'pengaturan', to: '/peran', label: { id: 'Siapa boleh apa', en: 'Who may do what' } },
  { group: 'pengaturan', to: '/jejak-audit', label: { id: 'Jejak audit', en: 'Audit trail' }, may: 'audit.read' },
  {
    group: 'tata',
    to: '/perubahan-wilayah',
    label: { id: 'Perubahan wilayah', en: 'Changes of territory' },
    may: 'area.change',
  },
  {
    group: 'tata',
    to: '/permintaan-warga',
    label: { id: 'Permintaan atas data', en: 'Requests about data' },
    may: 'privacy.manage',
  },
  {
    group: 'tata',
    to: '/insiden-data',
    label: { id: 'Insiden data pribadi', en: 'Data incidents' },
    may: 'privacy.manage',
  },
  { group: 'pengaturan', to: '/sesi-saya', label: { id: 'Di mana saya masuk', en: 'Where I am signed in' } },
  { group: 'hari', to: '/rt', label: { id: 'RT saya', en: 'My RT' }, may: 'rt.read' },
  { group: 'hari', to: '/bulan-ini', label: { id: 'Bulan ini', en: 'This month' }, may: 'usulan.check' },
  { group: 'antrean', to: '/usulan', label: { id: 'Usulan', en: 'Proposals' }, may: 'usulan.read' },
  {
    group: 'antrean',
    to: '/sanggahan',
    label: { id: 'Sanggahan', en: 'Objections' },
    may: 'usulan.read',
    tile: 'sanggah.terbuka',
  },
  {
    group: 'antrean',
    to: '/kemungkinan-ganda',
    label: { id: 'Kemungkinan ganda', en: 'Likely duplicates' },
    may: 'duplicate.adjudicate',
    tile: 'ganda.terbuka',
  },
  {
    group: 'antrean',
    to: '/uji-petik',
    label: { id: 'Uji petik verval', en: 'Second look at visits' },
    may: 'usulan.recheck',
  },
  { group: 'layanan', to: '/usulkan', label: { id: 'Usulkan warga', en: 'Propose a resident' }, may: 'usulan.propose' },
  { group: 'pengaturan', to: '/tahap', label: { id: 'Tahap usulan', en: 'Stages' }, may: 'stage.configure' },
  {
    group: 'pengaturan',
    to: '/formulir',
    label: { id: 'Formulir verval', en: 'Field-check forms' },
    may: 'form.manage',
  },
  {
    group: 'program',
    to: '/serah-terima',
    label: { id: 'Meja serah terima', en: 'Handover desk' },
    may: 'handover.record',
  },
  {
    group: 'program',
    to: '/kejadian',
    label: { id: 'Kejadian penyaluran', en: 'Delivery incidents' },
    may: 'handover.rule',
    tile: 'salur.kejadian',
  },
  {
    group: 'antrean',
    to: '/perubahan',
    label: { id: 'Perubahan dari pusat', en: 'Changes from the centre' },
    may: 'report.read',
    tile: 'perubahan.berhenti',
  },
  {
    group: 'antrean',
    to: '/exclude',
    label: { id: 'Tanda exclude', en: 'Exclude flags' },
    may: 'person.read',
    tile: 'exclude.terbuka',
  },
  { group: 'program', to: '/laporan', label: { id: 'Laporan realisasi', en: 'Realisation' }, may: 'report.read' },
  { group: 'program', to: '/laporan-harian', label: { id: 'Laporan harian', en: 'Daily report' }, may: 'report.read' },
  {
    group: 'program',
    to: '/program',
    label: { id: 'Program', en: 'Programmes' },
    may: 'programme.read',
    tile: 'daftar.orang_kedua',
  },
  {
    group: 'program',
    to: '/program/kebutuhan',
    label: { id: 'Kebutuhan belum terlayani', en: 'Unmet need' },
    may: 'programme.read',
  },
  {
    group: 'program',
    to: '/program/verifikasi',
    label: { id: 'Daftar verifikasi', en: 'Families to verify' },
    may: 'programme.read',
    tile: 'program.verifikasi',
  },
  { group: 'program', to: '/anggaran', label: { id: 'Anggaran', en: 'Budget' }, may: 'budget.read' },
  {
    group: 'layanan',
    to: '/surat',
    label: { id: 'Meja surat', en: 'Letters desk' },
    may: 'letter.request',
    tile: 'surat.periksa',
  },
  {
    group: 'pengaturan',
    to: '/surat/jenis',
    label: { id: 'Jenis surat', en: 'Kinds of letters' },
    may: 'letter.configure',
  },
  {
    group: 'layanan',
    to: '/pesan/hp',
    label: { id: 'Pesan lewat HP kantor', en: 'Messages by the office’s phone' },
    may: 'message.hand_over',
  },
  {
    group: 'pengaturan',
    to: '/pesan-keluar',
    label: { id: 'Pesan keluar', en: 'Outgoing messages' },
    may: 'message.manage',
  },
  {
    group: 'pengaturan',
    to: '/pesan/templat',
    label: { id: 'Templat pesan', en: 'Words of messages' },
    may: 'message.manage',
  },
  { group: 'pengaturan', to: '/panduan', label: { id: 'Panduan', en: 'Guide' } },
];
