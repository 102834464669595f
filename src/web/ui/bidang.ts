import type { Both } from './language.tsx';

/** Divisions of an agency, as pages name them. */
export const BIDANG: Readonly<Record<string, Both>> = {
  sekretariat: { id: 'Sekretariat', en: 'Secretariat' },
  rehabilitasi: { id: 'Rehabilitasi sosial', en: 'Social rehabilitation' },
  pemberdayaan: { id: 'Pemberdayaan sosial', en: 'Social empowerment' },
  linjamsos: { id: 'Perlindungan dan jaminan sosial', en: 'Protection and social security' },
  bencana: { id: 'Penanganan bencana', en: 'Disaster' },
};
