import type { FundAct, Stage } from '../domain/words.ts';

/** Words of the planning pages that several of them show. */
export const ACT_WORDS: Readonly<Record<FundAct, { id: string; en: string }>> = {
  siapkan_daftar: { id: 'Siapkan daftar', en: 'Prepare a list' },
  pesan: { id: 'Pesan pagu', en: 'Reserve' },
  tetapkan: { id: 'Tetapkan', en: 'Decree' },
  salurkan: { id: 'Salurkan', en: 'Hand over' },
};

export const STAGE_WORDS: Readonly<Record<Stage, { id: string; en: string }>> = {
  usulan: { id: 'Usulan', en: 'Proposal' },
  pagu_indikatif: { id: 'Pagu indikatif', en: 'Indicative ceiling' },
  kua_ppas: { id: 'KUA-PPAS', en: 'KUA-PPAS' },
  rka: { id: 'RKA', en: 'RKA' },
  dpa: { id: 'DPA', en: 'DPA' },
  dppa: { id: 'DPPA', en: 'DPPA' },
};
