import type { Span } from './tree.ts';

/** Something a rule author must (error) or should (warning) put right, in a sentence she understands. */
export type Problem = {
  level: 'error' | 'warning';
  code: ProblemCode;
  message: string;
  /** Where in the text of the row. */
  at: Span;
  /** Number of the row in the list, when the problem belongs to a row. */
  row?: number;
  /** The row may stand when it carries a coded reason and the article of the juknis. */
  needsReason?: boolean;
};
export type ProblemCode =
  | 'syntax'
  | 'too_long'
  | 'too_deep'
  | 'unknown_column'
  | 'wrong_type'
  | 'unit_clash'
  | 'not_in_list'
  | 'nested_members'
  | 'always_true'
  | 'never_true'
  | 'overflow'
  | 'contradiction'
  | 'redundant'
  | 'poorer_loses'
  | 'unknown_programme'
  | 'reads_itself'
  | 'cycle'
  | 'order'
  | 'empty'
  | 'no_reason';

export const problem = (code: ProblemCode, message: string, at: Span, level: Problem['level'] = 'error'): Problem => ({
  level,
  code,
  message,
  at,
});

const distance = (left: string, right: string): number => {
  let previous = Array.from({ length: right.length + 1 }, (_, j) => j);
  for (let i = 1; i <= left.length; i++) {
    const current = [i];
    for (let j = 1; j <= right.length; j++) {
      const swap = left[i - 1] === right[j - 1] ? 0 : 1;
      current[j] = Math.min(previous[j]! + 1, current[j - 1]! + 1, previous[j - 1]! + swap);
    }
    previous = current;
  }
  return previous[right.length]!;
};

/** The closest of `names` to what was typed, when it is close enough to be what was meant. */
export const findClosest = (typed: string, names: Iterable<string>): string | undefined => {
  let best: string | undefined;
  let least = Math.max(1, Math.floor(typed.length / 2)) + 0.5;
  for (const name of names) {
    const d = name.startsWith(typed) || typed.startsWith(name) ? 1 : distance(typed.toLowerCase(), name.toLowerCase());
    if (d < least) [best, least] = [name, d];
  }
  return best;
};

/** `Mungkin maksud Anda "…"?` or the names there are. */
export const suggest = (typed: string, names: readonly string[]): string => {
  const near = findClosest(typed, names);
  if (near !== undefined) return `Mungkin maksud Anda "${near}"?`;
  return names.length === 0
    ? 'Belum ada yang dapat dipilih.'
    : `Yang ada: ${names.slice(0, 12).join(', ')}${names.length > 12 ? ', …' : ''}.`;
};
