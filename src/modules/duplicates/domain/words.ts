import type { Band } from '#engines/linkage/index.ts';

/** How two values of one field stand to each other; `belum`: unknown on one side, which counts neither for nor against. */
export const VERDICTS = ['cocok', 'mirip', 'beda', 'belum'] as const;
export type Verdict = (typeof VERDICTS)[number];

/**
 * `menunggu`: one officer says the same, and a second person must agree before the records become one. `dipesan`: they are to become one
 * the day after what bars it has ended.
 */
export const PAIR_STATES = ['terbuka', 'tanya', 'menunggu', 'dipesan', 'sama', 'beda'] as const;
export type PairState = (typeof PAIR_STATES)[number];
export const isUndecided = (state: PairState): boolean => state !== 'sama' && state !== 'beda';

export const BANDS = ['pasti', 'mungkin'] as const satisfies readonly Band[];
export type OpenBand = (typeof BANDS)[number];

export const RUN_STATES = ['dipesan', 'membaca', 'membandingkan', 'selesai', 'gagal'] as const;
export type RunState = (typeof RUN_STATES)[number];

/** One compared field of a pair, as it is kept and shown: no value of either person. `level` as the engine numbers agreement. */
export type Comparison = { field: string; level?: number; verdict: Verdict; weight: number; sentence: string };

/** `jadi`: merged; `gagal`: it could not be made, and the outcome says why; `batal`: somebody decided otherwise meanwhile. */
export const BOOKING_STATES = ['dipesan', 'jadi', 'gagal', 'batal'] as const;
export type BookingState = (typeof BOOKING_STATES)[number];

export const ANSWERS = ['sama', 'beda'] as const;
export type Answer = (typeof ANSWERS)[number];
