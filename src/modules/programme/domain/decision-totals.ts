import type { Rupiah } from '#kernel/rupiah.ts';
import type { Place } from './compute.ts';

type Kind = 'jangan_tahan' | 'keluarkan' | 'tambahkan';
export type DecisionTotal = { kind: Kind; families: number; rupiah: Rupiah };

/**
 * What officers' decisions did to a list: additions that took a place and their money; families taken out, and places not held, with the
 * money those would have taken.
 */
export const totalDecisions = (
  decisions: readonly { kind: Kind; place: Place }[],
  benefit: Rupiah,
): DecisionTotal[] => {
  const kinds: readonly Kind[] = ['tambahkan', 'keluarkan', 'jangan_tahan'];
  return kinds.map((kind) => {
    const families = decisions.filter(
      (one) => one.kind === kind && (kind === 'tambahkan') === (one.place === 'masuk'),
    ).length;
    return { kind, families, rupiah: benefit * BigInt(families) };
  });
};
