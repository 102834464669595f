import type { VervalResult } from './verval.ts';

/**
 * Result of an interview as Regsosek 2022 codes it (row 205): 1 complete, 2 incomplete, 3 no respondent until the end of the period,
 * 4 declined, 5 moved or the building is gone. A death is told by its own result and has no code here.
 */
export type OutcomeCode = 1 | 2 | 3 | 4 | 5;
export const outcomeOf = (result: VervalResult, isComplete: boolean): OutcomeCode | null => {
  switch (result) {
    case 'terkonfirmasi':
      return isComplete ? 1 : 2;
    case 'tidak_ditemukan':
      return 3;
    case 'menolak':
      return 4;
    case 'pindah':
      return 5;
    case 'meninggal':
      return null;
  }
};

/** The centre's verivali codes: of the household 1 confirmed, 2 not; of the person 1 confirmed, 2 not, 4 died (row 3.5 of its lists). */
export const verivaliCodes = (result: VervalResult): { household: 1 | 2; person: 1 | 2 | 4 } =>
  result === 'terkonfirmasi' ? { household: 1, person: 1 } : { household: 2, person: result === 'meninggal' ? 4 : 2 };

/** Where somebody or a camera stood: degrees, and the accuracy in metres when it is known. */
export type Point = { readonly lat: number; readonly lng: number; readonly accuracy?: number | null | undefined };

const EARTH_KM = 6371;
/** Great-circle distance in kilometres (haversine). */
export const kilometresBetween = (a: Point, b: Point): number => {
  const rad = (degrees: number) => (degrees * Math.PI) / 180;
  const [dLat, dLng] = [rad(b.lat - a.lat), rad(b.lng - a.lng)];
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(rad(a.lat)) * Math.cos(rad(b.lat)) * Math.sin(dLng / 2) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)));
};

const median = (values: readonly number[]): number => [...values].sort((x, y) => x - y)[Math.floor(values.length / 2)]!;

const FEWEST_POINTS = 5;
const DESA_KM = 3;
/**
 * Whether a place lies far from where the people of this desa were visited before. Boundaries are not in the register, so the earlier
 * places stand in for them: the middle of them, and three times their usual distance, at least 3 km. Too few of them: not said.
 */
export const isOutsideDesa = (place: Point, earlier: readonly Point[]): boolean => {
  if (earlier.length < FEWEST_POINTS) return false;
  const middle = { lat: median(earlier.map(({ lat }) => lat)), lng: median(earlier.map(({ lng }) => lng)) };
  const usual = median(earlier.map((one) => kilometresBetween(one, middle)));
  return kilometresBetween(place, middle) - (place.accuracy ?? 0) / 1000 > Math.max(DESA_KM, 3 * usual);
};

const PHOTO_KM = 0.5;
/** A photo whose camera stood more than 500 m from the visit, both inaccuracies allowed for. */
export const isTakenElsewhere = (place: Point, photo: Point): boolean =>
  kilometresBetween(place, photo) - ((place.accuracy ?? 0) + (photo.accuracy ?? 0)) / 1000 > PHOTO_KM;

/** More than this by one officer within an hour is not how visits go. */
export const MOST_VISITS_AN_HOUR = 20;

export const VISIT_FLAGS = {
  di_luar_desa: [
    'Tempatnya jauh dari kunjungan lain di desa/kelurahan ini',
    'Far from other visits in this desa/kelurahan',
  ],
  foto_di_tempat_lain: ['Foto diambil di tempat lain', 'A photo was taken elsewhere'],
  terlalu_sering: ['Terlalu banyak kunjungan dalam satu jam', 'Too many visits within an hour'],
} as const satisfies Record<string, readonly [id: string, en: string]>;
export type VisitFlag = keyof typeof VISIT_FLAGS;

/** What looks odd about a visit. Flags tell a supervisor where to look; they stop nothing. `lastHour` counts this visit too. */
export const flagsOf = (visit: {
  place: Point | null;
  earlier: readonly Point[];
  photos: readonly Point[];
  lastHour: number;
}): VisitFlag[] => {
  const { place } = visit;
  return [
    ...(place && isOutsideDesa(place, visit.earlier) ? (['di_luar_desa'] as const) : []),
    ...(place && visit.photos.some((photo) => isTakenElsewhere(place, photo))
      ? (['foto_di_tempat_lain'] as const)
      : []),
    ...(visit.lastHour > MOST_VISITS_AN_HOUR ? (['terlalu_sering'] as const) : []),
  ];
};
