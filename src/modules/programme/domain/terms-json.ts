import type { Terms } from './terms.ts';

/** Terms as JSON carries them: amounts as digits. */
export type TermsJson = Omit<Terms, 'benefit' | 'ceiling' | 'rules' | 'quota' | 'tieOrder' | 'parafChain'> & {
  benefit: string;
  ceiling: string | null;
  rules: Terms['rules'][number][];
  quota: Terms['quota'][number][];
  tieOrder: Terms['tieOrder'][number][];
  parafChain: string[];
};

export const termsToJson = (terms: Terms): TermsJson => ({
  ...terms,
  benefit: terms.benefit.toString(),
  ceiling: terms.ceiling?.toString() ?? null,
  rules: [...terms.rules],
  quota: [...terms.quota],
  tieOrder: [...terms.tieOrder],
  parafChain: [...terms.parafChain],
});

export const termsFromJson = (json: TermsJson): Terms => ({
  ...json,
  benefit: BigInt(json.benefit),
  ceiling: json.ceiling === null ? null : BigInt(json.ceiling),
  // Scenarios kept before there were groups do not name one.
  exclusiveGroup: json.exclusiveGroup ?? null,
});
