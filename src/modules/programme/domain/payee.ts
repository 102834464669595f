import { evaluateColumn, parseRule, valueAt, YES } from '#engines/aturan/index.ts';
import type { Register } from './register.ts';
import type { Terms } from './terms.ts';

/** Person who receives for a family; null only for a family without members (which no register of ours holds). */
export type PayeeOf = (family: number) => string | null;

/**
 * The payee by the juknis: the head, or the oldest member who surely meets the payee rule. Where nobody does, the head; where there is
 * no head, the oldest member whose age is known, then the first: an officer can always see who it is before the decree.
 */
export const payees = (register: Register, terms: Pick<Terms, 'payee' | 'payeeRule'>): PayeeOf => {
  const { tables, memberStart } = register.snapshot;
  const parsed = terms.payee === 'anggota' && terms.payeeRule !== null ? parseRule(terms.payeeRule) : undefined;
  const meets = parsed?.ok ? evaluateColumn(tables, parsed.rule, 'member') : undefined;
  const age = tables.member.columns.get('umur')!;
  const relation = tables.member.columns.get('hubungan')!;
  const preference = (m: number): number[] => [
    meets?.[m] === YES ? 0 : 1,
    meets?.[m] === YES || valueAt(relation, m) === 'kepala' ? 0 : 1,
    -Number(valueAt(age, m) ?? -1),
  ];
  const before = (a: number[], b: number[]): number => a[0]! - b[0]! || a[1]! - b[1]! || a[2]! - b[2]!;
  return (f) => {
    let best: { member: number; rank: number[] } | undefined;
    for (let m = memberStart[f]!; m < memberStart[f + 1]!; m++) {
      const rank = preference(m);
      if (!best || before(rank, best.rank) < 0) best = { member: m, rank };
    }
    return best ? register.memberIds[best.member]! : null;
  };
};
