import type { ReplyOf } from '#web/ui/contracts.ts';

export type TermsDraft = ReplyOf<'GET /api/programme/:id'>['terms'];

/** Where a programme starts: nobody excluded in silence, the unknown judged by the nine criteria, nothing held yet. */
export const newTerms = (year: string): TermsDraft => ({
  juknis: '',
  juknisFile: null,
  targetUnit: 'keluarga',
  rules: [{ kind: 'syarat', expr: 'desil <= 4', reason: '', basis: '' }],
  unknownPolicy: 'nilai_sembilan_kriteria',
  criteriaLeast: 5,
  rankBy: { by: 'desil', unknownAfter: 4 },
  tieOrder: ['umur_tertua', 'menunggu'],
  benefit: '1000000',
  goods: null,
  period: year,
  maxCount: null,
  ceiling: null,
  payee: 'kepala',
  payeeRule: null,
  holdUntil: null,
  decreeBy: 'kepala_daerah',
  parafChain: [],
  quota: [],
  exclusiveGroup: null,
});
