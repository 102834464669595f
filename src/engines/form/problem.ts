import type { Span } from './expression.ts';

export type SheetName = 'survey' | 'choices' | 'settings';
export type ProblemCode =
  | 'nama_tidak_dikenal'
  | 'nama_ganda'
  | 'nama_salah'
  | 'daftar_tidak_ada'
  | 'pilihan_tidak_ada'
  | 'melingkar'
  | 'ungkapan_salah'
  | 'jenis_bentrok'
  | 'jenis_tidak_dikenal'
  | 'blok_tidak_cocok'
  | 'kosong'
  | 'lembar_tidak_ada'
  | 'kolom_tidak_ada'
  | 'terlalu_besar'
  | 'diabaikan';

/** What is wrong in a form, and where: the sheet, the row as the spreadsheet numbers it, the heading of the column. */
export type FormProblem = {
  readonly sheet: SheetName;
  readonly row: number;
  readonly column: string;
  readonly code: ProblemCode;
  /** One Indonesian sentence for the person who mends the file. */
  readonly sentence: string;
  /** The expression and the place in it. */
  readonly text?: string;
  readonly at?: Span;
  /** Told, but no reason to refuse the form. */
  readonly isNote?: true;
};

/** Two lines: the expression, and carets under the place that is meant. Long expressions are cut around it. */
export const caretOf = (text: string, [from, to]: Span): string => {
  const start = Math.max(0, from - 50);
  const shown = `${start > 0 ? '…' : ''}${text.slice(start, start + 100).replace(/\s/g, ' ')}`;
  const before = from - start + (start > 0 ? 1 : 0);
  return `${shown}\n${' '.repeat(before)}${'^'.repeat(Math.max(1, Math.min(to - from, 100 - before)))}`;
};
