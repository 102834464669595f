/** A person of the register whom a row may mean. */
export type Candidate = {
  no: number;
  via: 'riwayat' | 'id_dtks' | 'nik';
  personId: string;
  protection: number;
  /** Of the folded names, 0 to 1. */
  likeness: number;
  /** True also when one of the two is unknown. */
  sameBirth: boolean;
  familyId: string | null;
  life: string;
};

/**
 * Whether a row means this person. Her row in the file before and the centre's own id may have a mistyped name or birth behind them, not
 * both: numbers pass from one person to another. A NIK is often another's, so name and birth must both speak for it. Who is not
 * recognised here goes in as a person of her own, and the likely double is shown later.
 */
export const isMeant = ({ via, likeness, sameBirth }: Candidate): boolean => {
  if (via !== 'nik') return sameBirth || likeness >= 0.4;
  return sameBirth ? likeness >= 0.4 : likeness >= 0.9;
};

const ORDER = { riwayat: 0, id_dtks: 1, nik: 2 } as const;

/** Gives each row the one person it means, or none. Two rows never mean one person by a number; only the file before may say so. */
export const chooseTargets = (candidates: readonly Candidate[]): Map<number, Candidate> => {
  const chosen = new Map<number, Candidate>();
  const taken = new Set<string>();
  const inOrder = [...candidates].sort((a, b) => ORDER[a.via] - ORDER[b.via] || a.no - b.no);
  for (const candidate of inOrder) {
    if (chosen.has(candidate.no) || !isMeant(candidate)) continue;
    if (candidate.via !== 'riwayat' && taken.has(candidate.personId)) continue;
    chosen.set(candidate.no, candidate);
    taken.add(candidate.personId);
  }
  return chosen;
};
