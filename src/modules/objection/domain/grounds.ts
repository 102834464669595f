type Words = readonly [id: string, en: string];

/**
 * What an objection rests on. `question` is what the family is asked, as at any periodic look at its data: it names no objection, and
 * only what the family itself can answer.
 */
type Ground = { readonly words: Words; readonly question: string };

const ground = (id: string, en: string, question: string): Ground => ({ words: [id, en], question });

/** Grounds of an objection to another family in a list. */
export const LIST_GROUNDS = {
  sudah_mampu: ground(
    'Keadaannya sudah baik',
    'The family is well off by now',
    'Apakah pekerjaan, rumah, atau penghasilan keluarga berubah dalam dua belas bulan ini? Ceritakan keadaan sekarang.',
  ),
  tidak_tinggal: ground(
    'Tidak tinggal di alamat itu',
    'Does not live at that address',
    'Siapa saja anggota keluarga yang sekarang tinggal di alamat ini, dan siapa yang tinggal di tempat lain?',
  ),
  meninggal: ground(
    'Orangnya sudah meninggal',
    'The person has died',
    'Adakah anggota keluarga yang meninggal atau pindah sejak kartu keluarga terakhir?',
  ),
  data_keliru: ground(
    'Data keluarga itu keliru',
    'What is recorded is wrong',
    'Apakah jumlah anggota, pekerjaan, dan keadaan rumah pada kartu keluarga masih benar? Sebutkan yang sudah berbeda.',
  ),
  tercatat_ganda: ground(
    'Tercatat dua kali',
    'Listed twice',
    'Apakah keluarga ini pernah punya kartu keluarga lain atau didata di tempat lain?',
  ),
} as const satisfies Record<string, Ground>;
export type ListGround = keyof typeof LIST_GROUNDS;

/** Grounds of an objection to a result about oneself. */
export const OWN_GROUNDS = {
  data_saya_keliru: ['Data saya keliru', 'What is recorded of me is wrong'],
  keadaan_berubah: ['Keadaan saya berubah', 'My situation has changed'],
  aturan_keliru: ['Aturannya diterapkan keliru', 'The rule was applied wrongly'],
} as const satisfies Record<string, Words>;

export type About = 'daftar' | 'hasil_sendiri';

/** The words of a ground, whatever the objection is about. */
export const groundWords = (code: string): Words =>
  (LIST_GROUNDS as Readonly<Record<string, Ground>>)[code]?.words ??
  (OWN_GROUNDS as Readonly<Record<string, Words>>)[code] ?? [code, code];

export const FINDINGS = {
  terbukti: ['Terbukti', 'Shown'],
  tidak_terbukti: ['Tidak terbukti', 'Not shown'],
} as const satisfies Record<string, Words>;
export type Finding = keyof typeof FINDINGS;

export const ANSWER_WAYS = {
  portal: ['Dijawab sendiri di portal', 'Answered on the portal'],
  lisan: ['Dijawab lisan, dicatat petugas', 'Spoken, written down by an officer'],
  tertulis: ['Dijawab dengan surat', 'Answered in writing'],
} as const satisfies Record<string, Words>;
export type AnswerWay = keyof typeof ANSWER_WAYS;
