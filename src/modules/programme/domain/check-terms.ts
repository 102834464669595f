import { checkRule, type Problem, parseRule, readRows } from '#engines/aturan/index.ts';
import type { LocalDate } from '#kernel/local-date.ts';
import { TARGETING_SCHEMA } from './columns.ts';
import type { Terms } from './terms.ts';

/** Something to put right, with the row or the field it stands at. */
export type TermsProblem = {
  level: 'error' | 'warning';
  row: number | null;
  field: string | null;
  message: string;
  needsReason: boolean;
};

const atRow = (problem: Problem): TermsProblem => ({
  level: problem.level,
  row: problem.row ?? null,
  field: null,
  message: problem.message,
  needsReason: problem.needsReason ?? false,
});
const atField = (field: string, message: string, level: TermsProblem['level'] = 'error'): TermsProblem => ({
  level,
  row: null,
  field,
  message,
  needsReason: false,
});

/** The payee rule is about one member: it is checked as if it stood inside "anggota dengan (…)". */
const payeeProblems = ({ payee, payeeRule, targetUnit }: Terms): TermsProblem[] => {
  if (targetUnit === 'orang' && payee !== 'anggota')
    return [
      atField('payee', 'Bantuan per orang diterima anggota yang memenuhi syarat; pilih "anggota", bukan kepala.'),
    ];
  if (payee !== 'anggota') return [];
  const text = payeeRule?.trim() ?? '';
  if (text === '') return [atField('payeeRule', 'Tulis syarat anggota yang menerima, misalnya: umur >= 60.')];
  const parsed = parseRule(`ada anggota dengan (${text})`);
  const problems = parsed.ok ? checkRule(parsed.rule, TARGETING_SCHEMA) : parsed.problems;
  return problems.filter((p) => p.level === 'error').map((p) => atField('payeeRule', p.message));
};

const zeroQuotaText = (quota: Terms['quota']): string => {
  const zero = quota.filter((q) => q.quota === 0).length;
  return `Kuota nol untuk ${zero} dari ${quota.length} wilayah berkuota: tidak ada keluarga dari sana yang dapat masuk.`;
};

const moneyProblems = ({ benefit, ceiling, maxCount, quota }: Terms): TermsProblem[] => [
  ...(ceiling !== null && ceiling < benefit
    ? [atField('ceiling', 'Batas dana lebih kecil dari satu bantuan: tidak ada keluarga yang dapat masuk.', 'warning')]
    : []),
  ...(maxCount === 0
    ? [atField('maxCount', 'Jumlah terbanyak nol: tidak ada keluarga yang dapat masuk.', 'warning')]
    : []),
  ...(quota.some((q) => q.quota === 0) ? [atField('quota', zeroQuotaText(quota), 'warning')] : []),
];

const unknownProblems = (terms: Terms, today: LocalDate): TermsProblem[] => {
  const found: TermsProblem[] = [];
  const nine = terms.unknownPolicy === 'nilai_sembilan_kriteria';
  if (nine && terms.criteriaLeast === null)
    found.push(atField('criteriaLeast', 'Isi berapa dari sembilan kriteria yang harus terpenuhi menurut juknis.'));
  if (nine && terms.rankBy.by === 'desil' && terms.rankBy.unknownAfter === undefined)
    found.push(
      atField(
        'rankBy',
        'Juknis menilai keluarga tanpa desil dengan sembilan kriteria: isi setelah desil berapa mereka diurutkan.',
      ),
    );
  if (terms.holdUntil !== null && terms.holdUntil < today)
    found.push(
      atField('holdUntil', 'Tanggal penahanan tempat sudah lewat. Isi tanggal yang belum lewat, atau kosongkan.'),
    );
  return found;
};

/** Everything to put right in the terms; a list is computed only when no problem has level `error`. */
export const checkTerms = (terms: Terms, today: LocalDate): TermsProblem[] => [
  ...readRows(terms.rules, TARGETING_SCHEMA).problems.map(atRow),
  ...(terms.rules.some((row) => row.kind === 'syarat')
    ? []
    : [atField('rules', 'Belum ada baris syarat: seluruh keluarga di wilayah ini akan dianggap memenuhi.', 'warning')]),
  ...payeeProblems(terms),
  ...moneyProblems(terms),
  ...unknownProblems(terms, today),
];

export const hasErrors = (problems: readonly TermsProblem[]): boolean => problems.some((p) => p.level === 'error');
