import type { ColumnSpec, Schema } from '#engines/aturan/index.ts';
import { NINE_CRITERIA } from '#modules/registry/index.ts';

/** Relation to the head of the family, by SIAK's code 1 to 11. */
export const RELATIONS = [
  'kepala',
  'suami',
  'istri',
  'anak',
  'menantu',
  'cucu',
  'orang_tua',
  'mertua',
  'famili_lain',
  'pembantu',
  'lainnya',
] as const;

/** Occupations as juknis speak of them, from SIAK's codes 1 to 89. */
export const OCCUPATIONS = [
  'tidak_bekerja',
  'rumah_tangga',
  'pelajar',
  'pensiunan',
  'asn',
  'tni_polri',
  'bumn_bumd',
  'pejabat_negara',
  'perangkat_desa',
  'lainnya',
] as const;

const criteria = Object.fromEntries(
  NINE_CRITERIA.questions.map((q): [string, ColumnSpec] => [q.field, { type: 'boolean', label: q.label.id }]),
);
const count = (label: string): ColumnSpec => ({ type: 'integer', min: 0, max: 9, poorer: 'high', label });

/** What a rule may ask about a family and its members. Everything may be unknown, and unknown is never no. */
export const TARGETING_SCHEMA: Schema = {
  family: {
    desil: { type: 'integer', min: 1, max: 10, poorer: 'low', label: 'desil' },
    jumlah_anggota: { type: 'integer', min: 1, max: 99, unit: 'orang', label: 'jumlah anggota keluarga' },
    umur_tertua: { type: 'integer', min: 0, max: 130, unit: 'tahun', label: 'umur anggota tertua' },
    kriteria_terpenuhi: count('kriteria yang terpenuhi'),
    kriteria_sedikitnya: count('kriteria yang pasti terpenuhi'),
    kriteria_sebanyaknya: count('kriteria yang masih mungkin terpenuhi'),
    ...criteria,
    sudah_diverval: { type: 'boolean', label: 'sudah diverval' },
    diusulkan: { type: 'boolean', label: 'diusulkan dan disetujui jalur daerah' },
    bulan_menunggu: { type: 'integer', min: 0, max: 1200, unit: 'bulan', label: 'bulan menunggu sejak pengajuan' },
    menerima_pkh: { type: 'boolean', label: 'menerima PKH' },
    menerima_sembako: { type: 'boolean', label: 'menerima Sembako' },
    menerima_pbi: { type: 'boolean', label: 'peserta PBI-JK' },
    menerima_program_daerah: { type: 'boolean', label: 'menerima program daerah lain' },
  },
  member: {
    umur: { type: 'integer', min: 0, max: 130, unit: 'tahun', label: 'umur' },
    jenis_kelamin: { type: 'enum', values: ['L', 'P'], label: 'jenis kelamin' },
    hubungan: { type: 'enum', values: RELATIONS, label: 'hubungan keluarga' },
    pekerjaan: { type: 'enum', values: OCCUPATIONS, label: 'pekerjaan' },
    disabilitas: { type: 'boolean', label: 'penyandang disabilitas', confidential: true },
    hamil: { type: 'boolean', label: 'hamil', confidential: true },
    sakit_menahun: { type: 'boolean', label: 'sakit menahun', confidential: true },
  },
};

/** The same columns for sentences: how an officer writes occupations that are not their own word. Never part of what is frozen. */
export const SPOKEN_SCHEMA: Schema = {
  ...TARGETING_SCHEMA,
  member: {
    ...TARGETING_SCHEMA.member,
    pekerjaan: {
      type: 'enum',
      values: OCCUPATIONS,
      label: 'pekerjaan',
      words: { asn: 'ASN', tni_polri: 'TNI/Polri', bumn_bumd: 'BUMN/BUMD', rumah_tangga: 'mengurus rumah tangga' },
    },
  },
};
