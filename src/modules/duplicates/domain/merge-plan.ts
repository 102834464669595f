/** A number of a person: who holds it, in which state. `during` is a range as PostgreSQL writes it. */
export type NumberRow = {
  id: string;
  personId: string;
  kind: string;
  value: string;
  state: string;
  problem: string | null;
  during: string;
};
export type MemberRow = {
  id: string;
  familyId: string;
  personId: string;
  state: 'sah' | 'klaim';
  isOpen: boolean;
  /** The range that ends today, as it would be written. */
  ended: string;
  during: string;
};
/** A fact in force. `rank`: strength of its source, the lowest wins; `isUsable`: known, and not too old. */
export type FactRow = {
  personId: string;
  field: string;
  setId: string;
  rank: number;
  isUsable: boolean;
  observedOn: string;
};

export type NumberChange = { id: string; from: NumberHold; to: NumberHold };
type NumberHold = Pick<NumberRow, 'personId' | 'state' | 'problem' | 'during'>;
export type MemberChange = { id: string; from: MemberHold; to: MemberHold };
type MemberHold = Pick<MemberRow, 'personId' | 'during'>;
/** What a merge changes beside the redirect itself; kept whole with the merge, so that it can be undone. Holds no number and no name. */
export type MergePlan = {
  numbers: NumberChange[];
  /** New claims on the kept person, each a copy of a number that stays with the absorbed record. */
  claims: { copyOf: string }[];
  members: MemberChange[];
  /** Facts of the absorbed record that hold for the kept person from now on. */
  facts: { field: string; setId: string }[];
};

export type MergeInput = {
  keep: string;
  absorb: string;
  numbers: readonly NumberRow[];
  members: readonly MemberRow[];
  facts: readonly FactRow[];
};

const holdOf = ({ personId, state, problem, during }: NumberRow): NumberHold => ({ personId, state, problem, during });

const planNumbers = ({ keep, absorb, numbers }: MergeInput): Pick<MergePlan, 'numbers' | 'claims'> => {
  const kept = numbers.filter((row) => row.personId === keep);
  const changes: NumberChange[] = [];
  const claims: { copyOf: string }[] = [];
  const taken = new Set(kept.filter(({ state }) => state === 'aktif').map(({ kind }) => kind));
  for (const row of numbers.filter((one) => one.personId === absorb && one.state !== 'salah')) {
    const twin = kept.find((one) => one.kind === row.kind && one.value === row.value && one.state !== 'nonaktif');
    if (row.state === 'aktif' && !taken.has(row.kind)) {
      taken.add(row.kind);
      changes.push({ id: row.id, from: holdOf(row), to: { ...holdOf(row), personId: keep } });
      // The kept person had claimed this very number: now it is hers, and the claim is over.
      if (twin)
        changes.push({ id: twin.id, from: holdOf(twin), to: { ...holdOf(twin), state: 'nonaktif', problem: null } });
    } else if (!twin && row.state !== 'nonaktif') claims.push({ copyOf: row.id });
  }
  return { numbers: changes, claims };
};

const planMembers = ({ keep, absorb, members }: MergeInput): MemberChange[] => {
  const isPlaced = members.some((row) => row.personId === keep && row.isOpen && row.state === 'sah');
  const hasPast = members.some((row) => row.personId === keep && row.state === 'sah' && !row.isOpen);
  return members
    .filter((row) => row.personId === absorb && row.isOpen)
    .map((row) => ({
      id: row.id,
      from: { personId: absorb, during: row.during },
      to:
        row.state === 'sah' && !isPlaced && !hasPast
          ? { personId: keep, during: row.during }
          : { personId: absorb, during: row.ended },
    }));
};

const isStronger = (a: FactRow, b: FactRow): boolean => {
  if (a.isUsable !== b.isUsable) return a.isUsable;
  return a.rank !== b.rank ? a.rank < b.rank : a.observedOn > b.observedOn;
};

const planFacts = ({ keep, absorb, facts }: MergeInput): MergePlan['facts'] => {
  const held = new Map(facts.filter((row) => row.personId === keep).map((row) => [row.field, row]));
  return facts
    .filter((row) => {
      const own = held.get(row.field);
      return row.personId === absorb && (own === undefined || isStronger(row, own));
    })
    .map(({ field, setId }) => ({ field, setId }));
};

/**
 * What becomes one when `absorb` is merged into `keep`. A number in use that the kept person lacks becomes hers; another stays with the
 * absorbed record, where files of the centre still find it, and stands on her sheet as a claim. Her own family comes before the other's.
 * Per field the stronger source holds.
 */
export const planMerge = (input: MergeInput): MergePlan => ({
  ...planNumbers(input),
  members: planMembers(input),
  facts: planFacts(input),
});
