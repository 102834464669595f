import { valueAt } from '#engines/aturan/index.ts';
import { type Computed, takesMoney } from './compute.ts';

/**
 * What became of a family with a place since its list was prepared: no longer in the register (everybody died, or merged), fewer members,
 * another desa, another desil, a fact that expired so that its eligibility is unknown now, an award in a
 * programme that may not be received beside this one, or another reason that takes its place.
 */
export const CAUSES = ['hilang', 'anggota', 'pindah', 'desil', 'usang', 'rangkap', 'tergeser'] as const;
export type Cause = (typeof CAUSES)[number];
export type Recheck = { familyId: string; cause: Cause; keepsPlace: boolean };

const areaOf = ({ snapshot }: Computed, f: number): string => snapshot.areas[snapshot.area[f]!]!;
const membersOf = ({ snapshot }: Computed, f: number): number =>
  snapshot.memberStart[f + 1]! - snapshot.memberStart[f]!;
const desilOf = ({ snapshot }: Computed, f: number) => valueAt(snapshot.tables.family.columns.get('desil')!, f);

const causeOf = (then: Computed, now: Computed, was: number, is: number, readsDesil: boolean): Cause | undefined => {
  if (now.exclusive.has(is)) return 'rangkap';
  if (areaOf(then, was) !== areaOf(now, is)) return 'pindah';
  if (membersOf(now, is) < membersOf(then, was)) return 'anggota';
  if (readsDesil && desilOf(then, was) !== desilOf(now, is)) return 'desil';
  if (then.line(was).verdict !== 'belum' && now.line(is).verdict === 'belum') return 'usang';
  return takesMoney(now.place(is)) ? undefined : 'tergeser';
};

/**
 * Families with a place on a prepared list that changed since, each with one cause, in the order of the list. `readsDesil`: the terms of
 * the list read it (columns nobody read were not frozen).
 */
export const recheckCauses = (then: Computed, now: Computed, readsDesil: boolean): Recheck[] =>
  [...then.queue]
    .filter((f) => takesMoney(then.place(f)))
    .flatMap((was): Recheck[] => {
      const familyId = then.snapshot.idAt(was);
      const is = now.snapshot.indexOf(familyId);
      if (is === undefined) return [{ familyId, cause: 'hilang', keepsPlace: false }];
      const cause = causeOf(then, now, was, is, readsDesil);
      return cause ? [{ familyId, cause, keepsPlace: takesMoney(now.place(is)) }] : [];
    });
