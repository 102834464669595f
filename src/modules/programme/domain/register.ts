import { newSnapshotBuilder, type Snapshot } from '#engines/targeting/index.ts';
import type { LocalDate } from '#kernel/local-date.ts';
import type { TargetingFamily } from '#modules/registry/index.ts';
import { TARGETING_SCHEMA } from './columns.ts';
import { type FamilyCircumstance, familyValues, livingMembers, memberValues } from './register-rows.ts';
import type { RankBy } from './terms.ts';

/** The register as one actor sees it at one moment, in columns, with what the columns cannot say. */
export type Register = {
  /** Short name of this snapshot, shown beside every number that was computed from it. */
  id: string;
  at: Date;
  today: LocalDate;
  snapshot: Snapshot;
  /** Per family: the id of its desa, and its own score (NaN = none). */
  desaIds: ArrayLike<number>;
  localScores: Float64Array;
  /** Person ids in the order of the snapshot's members. */
  memberIds: readonly string[];
  /** Families left out because nobody living stands in them. */
  withoutMembers: number;
};

/** A register with what it takes to keep it current and to read it for one programme. */
export type KeptRegister = Register & {
  emptyFamilies: ReadonlySet<string>;
  /** Programmes of the agency each family has a running award of; families without one are left out. */
  awards: ReadonlyMap<string, readonly string[]>;
};

const NO_CIRCUMSTANCE: FamilyCircumstance = {
  proposed: false,
  monthsWaiting: 0,
  centre: { pkh: undefined, sembako: undefined, pbi: undefined },
  awards: [],
};

type Sources = {
  families: readonly TargetingFamily[];
  circumstances: ReadonlyMap<string, FamilyCircumstance>;
  /** Kemendagri code of every desa. */
  codes: ReadonlyMap<number, string>;
  id: string;
  at: Date;
  today: LocalDate;
};

/** Puts the register into columns: families in the order of their ids, living members behind them. */
export const buildRegister = ({ families, circumstances, codes, id, at, today }: Sources): KeptRegister => {
  const builder = newSnapshotBuilder(TARGETING_SCHEMA);
  const sorted = [...families].sort((a, b) => (a.id < b.id ? -1 : 1));
  const [desaIds, scores, memberIds]: [number[], number[], string[]] = [[], [], []];
  const emptyFamilies = new Set<string>();
  const awards = new Map<string, readonly string[]>();
  const members: { family: string; values: ReturnType<typeof memberValues> }[] = [];
  for (const family of sorted) {
    const living = livingMembers(family);
    if (living.length === 0) {
      emptyFamilies.add(family.id);
      continue;
    }
    const circumstance = circumstances.get(family.id) ?? NO_CIRCUMSTANCE;
    builder.addFamily({
      id: family.id,
      area: codes.get(family.desaId) ?? '00',
      values: familyValues(family, living, circumstance, today),
    });
    if (circumstance.awards.length > 0) awards.set(family.id, circumstance.awards);
    desaIds.push(family.desaId);
    scores.push(family.localScore?.score ?? Number.NaN);
    for (const member of living) {
      members.push({ family: family.id, values: memberValues(member, today) });
      memberIds.push(member.id);
    }
  }
  for (const member of members) builder.addMember(member);
  return {
    id,
    at,
    today,
    snapshot: builder.finish(),
    desaIds: Int32Array.from(desaIds),
    localScores: Float64Array.from(scores),
    memberIds,
    withoutMembers: emptyFamilies.size,
    emptyFamilies,
    awards,
  };
};

const numbersOf = (snapshot: Snapshot, name: string): ((f: number) => number | undefined) => {
  const { cells } = snapshot.tables.family.columns.get(name)!;
  return (f) => (cells[f]! < 0 ? undefined : cells[f]!);
};

/** Lower stands first; whole numbers; NaN = the place in the order is unknown. See `positionText` for the way back. */
const scoreOf = (register: Register, rankBy: RankBy): ((family: number) => number) => {
  switch (rankBy.by) {
    case 'desil': {
      const desil = numbersOf(register.snapshot, 'desil');
      const after = rankBy.unknownAfter === undefined ? Number.NaN : 2 * rankBy.unknownAfter + 1;
      return (f) => {
        const value = desil(f);
        return value === undefined ? after : 2 * value;
      };
    }
    case 'kriteria': {
      const met = numbersOf(register.snapshot, 'kriteria_sedikitnya');
      return (f) => 9 - (met(f) ?? 0);
    }
    case 'skor_lokal':
      return (f) => register.localScores[f]!;
    case 'urutan':
      return () => 0;
  }
};

const ranked = new WeakMap<Register, Map<string, Snapshot>>();

/** The snapshot with the scores of this order; remembered, so that an edit elsewhere meets the judgements already made. */
export const snapshotRankedBy = (register: Register, rankBy: RankBy): Snapshot => {
  const known = ranked.get(register) ?? new Map<string, Snapshot>();
  ranked.set(register, known);
  const key = JSON.stringify(rankBy);
  const { snapshot } = register;
  const place = scoreOf(register, rankBy);
  const made = known.get(key) ?? {
    ...snapshot,
    score: Float64Array.from({ length: snapshot.count }, (_, f) => place(f)),
    scoreDecimals: 0,
    memory: new Map(),
  };
  known.set(key, made);
  return made;
};
