/** What a complaint is about, in the words of a citizen; the keys are the facts of the kind `pengaduan`. */
export const MATTERS = {
  bantuan: ['Bantuan berhenti atau belum diterima', 'Aid stopped or was not received'],
  penyaluran: ['Cara bantuan dibagikan', 'How aid was handed out'],
  petugas: ['Sikap petugas atau pungutan', 'Conduct of an officer, or money asked'],
  data: ['Data yang keliru', 'Wrong data'],
  lain: ['Hal lain', 'Something else'],
} as const satisfies Record<string, readonly [id: string, en: string]>;
export type Matter = keyof typeof MATTERS;
export const MATTER_CODES = Object.keys(MATTERS) as Matter[];
