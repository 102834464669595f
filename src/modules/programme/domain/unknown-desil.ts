import { parseRule, printRule, type Rule, type WrittenRow } from '#engines/aturan/index.ts';
import type { Terms } from './terms.ts';

const readsDesil = (rule: Rule): boolean =>
  (rule.kind === 'among' && rule.column === 'desil') ||
  (rule.kind === 'compare' &&
    [rule.left, rule.right].some((side) => side.kind === 'column' && side.column === 'desil'));

/** True when the row says anything about desil. */
export const rowReadsDesil = (rule: Rule): boolean => {
  if (rule.kind === 'and' || rule.kind === 'or') return rule.items.some(rowReadsDesil);
  if (rule.kind === 'not') return rowReadsDesil(rule.item);
  return readsDesil(rule) || (rule.kind === 'known' && rule.column === 'desil');
};

/** Met, not met, or open while answers are missing: three-valued over the surely met and the still possible ones. */
const criteriaMet = (least: number): string =>
  `(kriteria_sedikitnya >= ${least} atau (kriteria_terpenuhi >= ${least} dan kriteria_sebanyaknya >= ${least}))`;

/** Below an odd number of negations a family is served by "not met", so the criteria enter negated. */
const withCriteria = (rule: Rule, least: number, favour: boolean): string => {
  if (rule.kind === 'and' || rule.kind === 'or')
    return `(${rule.items.map((item) => withCriteria(item, least, favour)).join(rule.kind === 'and' ? ' dan ' : ' atau ')})`;
  if (rule.kind === 'not' && rule.item.kind !== 'known') return `tidak (${withCriteria(rule.item, least, !favour)})`;
  const own = printRule(rule);
  if (!readsDesil(rule)) return own;
  const stands = favour ? criteriaMet(least) : `tidak ${criteriaMet(least)}`;
  return `((${own} dan desil diketahui) atau (desil belum diketahui dan ${stands}))`;
};

/**
 * A programme's rows as they are computed: under `nilai_sembilan_kriteria` every condition on desil is answered by the nine criteria
 * where desil is unknown (practitioner S-3). Rows that cannot be read stay as they are; the check names them.
 */
export const effectiveRows = (
  terms: Pick<Terms, 'rules' | 'unknownPolicy' | 'criteriaLeast'>,
): readonly WrittenRow[] => {
  const least = terms.criteriaLeast;
  if (terms.unknownPolicy !== 'nilai_sembilan_kriteria' || least === null) return terms.rules;
  return terms.rules.map((row) => {
    if (row.kind !== 'syarat') return row;
    const parsed = parseRule(row.expr);
    if (!parsed.ok || !rowReadsDesil(parsed.rule)) return row;
    return { ...row, expr: withCriteria(parsed.rule, least, true) };
  });
};
