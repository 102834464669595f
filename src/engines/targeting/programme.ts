import type { Amount, Row, Rule, Schema } from '#engines/aturan/index.ts';

/** Which end of a score is served first. `rendah` = the lower number is needier. Cards and files must say so; default `rendah`. */
export type Arah = 'rendah' | 'tinggi';

/** What one family costs: the same for all, or so much per counted member with limits (PKH: at most four components). */
export type Benefit =
  | { kind: 'same'; amount: bigint }
  | { kind: 'parts'; parts: readonly BenefitPart[]; mostParts: number | undefined };
export type BenefitPart = { name: string; amount: bigint; count: Amount; most: number | undefined };

/** One step of the tie order of the juknis: a number (low or high first) or a condition (yes, then unknown, then no). */
export type TieKey =
  | { kind: 'column'; column: string; first: 'low' | 'high' }
  | { kind: 'rule'; rule: Rule; text: string };

/** An act of an officer that every re-run respects. */
export type Decision = { family: string; kind: 'keluarkan' | 'tambahkan'; reason: string };

/** A programme ready to run. Areas match by code prefix, so a quota of a kecamatan contains those of its desa. */
export type Programme = {
  id: string;
  name: string;
  rows: readonly Row[];
  tiers: readonly { rule: Rule; text: string }[];
  benefit: Benefit;
  ceiling: bigint | undefined;
  maxCount: number | undefined;
  exclusiveGroup: string | undefined;
  quota: ReadonlyMap<string, number>;
  floor: ReadonlyMap<string, number>;
  rankBy: { column: string; arah: Arah } | undefined;
  tieOrder: readonly TieKey[];
  /** Off unless the juknis has an article for it. */
  lottery: { article: string; seed: string } | undefined;
  /** Places kept for families whose eligibility is unknown, until a date; `except` lists those an officer has ruled out. */
  hold: { until: string; except: ReadonlyMap<string, string> } | undefined;
  decisions: readonly Decision[];
  /** Canonical text of everything above: equal keys give equal results on equal snapshots. */
  key: string;
};

export type ProgrammeSet = {
  schema: Schema;
  arah: Arah;
  /** The date the list is made for; holds that ended before it have lapsed. */
  asOf: string | undefined;
  programmes: readonly Programme[];
  /** Sentences an officer should read; none of them stops a run. */
  warnings: readonly string[];
};

/** Thrown for input that cannot be used: sentences in Indonesian, one per problem, with the place. */
export class InputProblem extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'InputProblem';
    this.problems = problems;
  }
}

export const isInputProblem = (thrown: unknown): thrown is InputProblem => thrown instanceof InputProblem;
