import type { RoleId } from './roles.ts';

/** Everyone in a demo installation signs in with this. A production installation refuses demo agencies. */
export const DEMO_PASSWORD = 'rukun-contoh-2026';

/** People of the demo: who they are, what they do on the thin path, and where (a Kemendagri code, with RW/RT when it is an RT). */
export type DemoAccount = {
  username: string;
  name: string;
  does: string;
  kind: 'staf' | 'rt' | 'psm';
  role: RoleId;
  kode: string;
  rt?: readonly [rw: string, rt: string];
  position?: string;
  bidang?: string;
  clearance: 0 | 1 | 2 | 3;
};

export const TIRTA_RUKUN_ACCOUNTS: readonly DemoAccount[] = [
  {
    username: 'rt.karangasri',
    name: 'Pak Darto',
    does: 'Ketua RT 001/RW 001 Desa Karang Asri: mengusulkan warga',
    kind: 'rt',
    role: 'rt',
    kode: '99.01.01.2003',
    rt: ['001', '001'],
    clearance: 0,
  },
  {
    username: 'operator.karangasri',
    name: 'Bu Wulan',
    does: 'Operator Desa Karang Asri: memeriksa, verval, musdes, mengetik SIKS-NG',
    kind: 'staf',
    role: 'operator_desa',
    kode: '99.01.01.2003',
    position: 'Operator Desa Karang Asri',
    clearance: 0,
  },
  {
    username: 'kades.karangasri',
    name: 'Pak Suryo',
    does: 'Kepala Desa Karang Asri: memimpin musdes',
    kind: 'staf',
    role: 'lurah_kades',
    kode: '99.01.01.2003',
    position: 'Kepala Desa Karang Asri',
    clearance: 0,
  },
  {
    username: 'verifikator',
    name: 'Bu Rina',
    does: 'Verifikator Dinas Sosial: memutus usulan, mengimpor berkas',
    kind: 'staf',
    role: 'verifikator',
    kode: '99.01',
    position: 'Verifikator Data',
    bidang: 'linjamsos',
    clearance: 1,
  },
  {
    username: 'kabid',
    name: 'Pak Hendra',
    does: 'Kabid Linjamsos: menyusun program dan daftar penerima',
    kind: 'staf',
    role: 'kabid',
    kode: '99.01',
    position: 'Kepala Bidang Perlindungan dan Jaminan Sosial',
    bidang: 'linjamsos',
    clearance: 1,
  },
  {
    username: 'sekretaris',
    name: 'Bu Ningsih',
    does: 'Sekretaris: paraf dan pencatatan SK',
    kind: 'staf',
    role: 'sekretaris',
    kode: '99.01',
    position: 'Sekretaris Dinas Sosial',
    bidang: 'sekretariat',
    clearance: 1,
  },
  {
    username: 'kadis',
    name: 'Bu Ratna',
    does: 'Kepala Dinas: paraf, pengesahan, laporan',
    kind: 'staf',
    role: 'kepala_dinas',
    kode: '99.01',
    position: 'Kepala Dinas Sosial',
    clearance: 1,
  },
  {
    username: 'perencana',
    name: 'Pak Yusuf',
    does: 'Perencana/bendahara: pagu, dokumen, SP2D',
    kind: 'staf',
    role: 'perencana',
    kode: '99.01',
    position: 'Perencana',
    bidang: 'sekretariat',
    clearance: 1,
  },
  {
    username: 'salur',
    name: 'Pak Agus',
    does: 'Petugas salur: serah terima di meja',
    kind: 'staf',
    role: 'petugas_salur',
    kode: '99.01',
    position: 'Petugas Penyaluran',
    bidang: 'linjamsos',
    clearance: 0,
  },
  {
    username: 'loket',
    name: 'Bu Dewi',
    does: 'Meja layanan: mencari dan mendaftarkan warga',
    kind: 'staf',
    role: 'front_office',
    kode: '99.01',
    position: 'Petugas Loket',
    clearance: 1,
  },
  {
    username: 'peksos',
    name: 'Bu Sri',
    does: 'Pekerja sosial: kasus terlindung (dua langkah)',
    kind: 'staf',
    role: 'peksos',
    kode: '99.01',
    position: 'Pekerja Sosial',
    bidang: 'rehabilitasi',
    clearance: 3,
  },
  {
    username: 'auditor',
    name: 'Pak Bram',
    does: 'Auditor Inspektorat: jejak audit dan laporan',
    kind: 'staf',
    role: 'auditor',
    kode: '99.01',
    position: 'Auditor Inspektorat',
    clearance: 1,
  },
  {
    username: 'admin',
    name: 'Bu Tika',
    does: 'Admin: akun, penugasan, tahap',
    kind: 'staf',
    role: 'admin_dinas',
    kode: '99.01',
    position: 'Admin Sistem',
    bidang: 'sekretariat',
    clearance: 0,
  },
];

export const LARASATI_ACCOUNTS: readonly DemoAccount[] = [
  {
    username: 'verifikator.larasati',
    name: 'Bu Maya',
    does: 'Verifikator Dinas Sosial Kota Larasati',
    kind: 'staf',
    role: 'verifikator',
    kode: '99.71',
    position: 'Verifikator Data',
    bidang: 'linjamsos',
    clearance: 1,
  },
  {
    username: 'admin.larasati',
    name: 'Pak Dani',
    does: 'Admin Kota Larasati',
    kind: 'staf',
    role: 'admin_dinas',
    kode: '99.71',
    position: 'Admin Sistem',
    bidang: 'sekretariat',
    clearance: 0,
  },
];
