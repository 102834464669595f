import type { Source } from './source.ts';

/** SIAK's code of the relation to the head (SHDK), 1 to 11. */
export const SHDK_LABELS = {
  1: { id: 'Kepala keluarga', en: 'Head' },
  2: { id: 'Suami', en: 'Husband' },
  3: { id: 'Istri', en: 'Wife' },
  4: { id: 'Anak', en: 'Child' },
  5: { id: 'Menantu', en: 'Child-in-law' },
  6: { id: 'Cucu', en: 'Grandchild' },
  7: { id: 'Orang tua', en: 'Parent' },
  8: { id: 'Mertua', en: 'Parent-in-law' },
  9: { id: 'Famili lain', en: 'Other relative' },
  10: { id: 'Pembantu', en: 'Domestic helper' },
  11: { id: 'Lainnya', en: 'Other' },
} as const;
export type Shdk = keyof typeof SHDK_LABELS;

/** Puts a person into a family: a known one, the one of a KK number, or (neither given) a new one of her own. */
export type Placement = {
  personId: string;
  familyId?: string | undefined;
  nomorKk?: string | null | undefined;
  /** Rows of one import that belong together although their KK number is damaged or missing. */
  groupKey?: string | undefined;
  shdk: Shdk | null;
  areaId: number;
  address?: string | null | undefined;
  source: Source;
  observedOn?: string | undefined;
};
export type Placed = { familyId: string; memberId: string; state: 'sah' | 'klaim'; doubts: string[] };

/** Why a membership stayed a claim, in words for the officer. */
export const MEMBER_DOUBTS = {
  secondHead: 'Keluarga ini sudah punya kepala; kepala kedua dicatat sebagai klaim sampai diputuskan.',
  otherFamily:
    'Orang ini masih tercatat di keluarga lain; keanggotaan baru dicatat sebagai klaim sampai yang lama berakhir.',
} as const;
