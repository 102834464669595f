import type { EntryKind } from './ledger.ts';

/** Kinds of fund sources; each is opened by its own documents (table fund_admission). */
export const FUND_KINDS = {
  apbd: 'APBD',
  btt: 'Belanja tidak terduga (BTT)',
  apbn_barang: 'Barang dari Kemensos (APBN)',
  provinsi: 'Bantuan provinsi',
  hibah: 'Hibah',
  csr: 'CSR/TJSL',
  baznas: 'Baznas',
  tanpa_biaya: 'Tanpa biaya',
} as const;
export type FundKind = keyof typeof FUND_KINDS;

export const DOCUMENT_KINDS = {
  dpa: 'DPA',
  dppa: 'DPPA',
  sk_status_darurat: 'SK status keadaan darurat',
  rkb: 'rencana kebutuhan belanja (RKB)',
  bast_penyerahan: 'BAST penyerahan barang',
  sk_alokasi: 'SK alokasi bantuan provinsi',
  naskah_hibah: 'naskah perjanjian hibah',
  perjanjian: 'surat perjanjian',
} as const;
export type DocumentKind = keyof typeof DOCUMENT_KINDS;

/** What the gate is asked for. */
export const FUND_ACTS = {
  siapkan_daftar: 'menyiapkan daftar penerima',
  pesan: 'memesan pagu',
  tetapkan: 'menetapkan daftar',
  salurkan: 'menyalurkan bantuan',
} as const;
export type FundAct = keyof typeof FUND_ACTS;

/** Stages of a budget line in their order (Permendagri 77/2020). */
export const STAGES = {
  usulan: 'Usulan',
  pagu_indikatif: 'Pagu indikatif',
  kua_ppas: 'KUA-PPAS',
  rka: 'RKA',
  dpa: 'DPA',
  dppa: 'DPPA',
} as const;
export type Stage = keyof typeof STAGES;
export const STAGE_ORDER = Object.keys(STAGES) as readonly Stage[];

export const ENTRY_KINDS: Readonly<Record<EntryKind, string>> = {
  pagu: 'Pagu',
  geser_masuk: 'Pergeseran masuk',
  geser_keluar: 'Pergeseran keluar',
  pesan: 'Dipesan',
  lepas: 'Pesanan dilepas',
  sp2d: 'SP2D',
  sts: 'STS (setoran kembali)',
};
