import type { Terms } from '../domain/terms.ts';

/** Plain terms: one million each, ordered by desil, those without one behind desil 4 by five of the nine criteria. */
export const newTermsForTest = (part: Partial<Terms> = {}): Terms => ({
  juknis: '',
  juknisFile: null,
  targetUnit: 'keluarga',
  rules: [],
  unknownPolicy: 'nilai_sembilan_kriteria',
  criteriaLeast: 5,
  rankBy: { by: 'desil', unknownAfter: 4 },
  tieOrder: [],
  benefit: 1_000_000n,
  goods: null,
  period: '2026',
  maxCount: null,
  ceiling: null,
  payee: 'kepala',
  payeeRule: null,
  holdUntil: null,
  decreeBy: 'kepala_daerah',
  parafChain: [],
  quota: [],
  exclusiveGroup: null,
  ...part,
});
