import { evaluateColumn, NO, not, type RowKind, type Ternary, YES } from '#engines/aturan/index.ts';
import type { LocalDate } from '#kernel/local-date.ts';
import { bindingOf, type Computed, type Place } from './compute.ts';
import type { PayeeOf } from './payee.ts';
import type { Register } from './register.ts';

/** A row of the juknis that did not speak for the family, by its number. */
export type RowReason = { no: number; v: 'tidak' | 'belum' };
export type ListRow = {
  familyId: string;
  personId: string | null;
  areaId: number;
  verdict: 'ya' | 'tidak' | 'belum';
  tier: number;
  score: number | null;
  rank: number | null;
  place: Place;
  reserveNo: number | null;
  binding: string;
  reasons: RowReason[];
  heldUntil: LocalDate | null;
};
/** Counts of a prepared list: the whole list, whoever reads it. */
export type ListCounts = {
  keluarga: number;
  ya: number;
  tidak: number;
  belum: number;
  masuk: number;
  ditahan: number;
  cadangan: number;
  menungguKuota: number;
  tanpaDesil: number;
};

/** How a row turns out in the family's favour: an exception speaks for it when it does not hold. */
const inFavour = (kind: RowKind, truth: Ternary): Ternary => (kind === 'pengecualian' ? not(truth) : truth);

/** Rows that did not speak for a family, for any family of a computed list. */
export const makeReasons = ({ result, snapshot }: Computed): ((family: number) => RowReason[]) => {
  const deciding = result.programme.rows
    .filter((row) => row.kind !== 'prioritas')
    .map((row) => ({ no: row.no, kind: row.kind, truth: evaluateColumn(snapshot.tables, row.rule) }));
  return (f) =>
    deciding.flatMap(({ no, kind, truth }) => {
      const favour = inFavour(kind, truth[f] as Ternary);
      return favour === YES ? [] : [{ no, v: favour === NO ? ('tidak' as const) : ('belum' as const) }];
    });
};

/** Every family of the register with what the list says about it, in the order of ids. */
export const makeListRows = (register: Register, computed: Computed, payeeOf: PayeeOf): ListRow[] => {
  const { snapshot, line, place } = computed;
  const reasons = makeReasons(computed);
  return Array.from({ length: snapshot.count }, (_, f) => {
    const { verdict, tier, score, rank, reserve, heldUntil } = line(f);
    const where = place(f);
    return {
      familyId: snapshot.idAt(f),
      personId: where === 'tidak' ? null : payeeOf(f),
      areaId: register.desaIds[f]!,
      verdict,
      tier,
      score: score === undefined ? null : Number(score),
      rank: rank ?? null,
      place: where,
      reserveNo: reserve ?? null,
      binding: bindingOf(computed, f),
      reasons: verdict === 'ya' ? [] : reasons(f),
      heldUntil: heldUntil ?? null,
    };
  });
};

export const countList = ({ report, place, snapshot, withoutDesil }: Computed): ListCounts => {
  const places: Record<Place, number> = { masuk: 0, ditahan: 0, cadangan: 0, tidak: 0 };
  for (let f = 0; f < snapshot.count; f++) places[place(f)]++;
  return {
    keluarga: snapshot.count,
    ...report.verdicts,
    masuk: places.masuk,
    ditahan: places.ditahan,
    cadangan: places.cadangan,
    menungguKuota: report.waitingForQuota,
    tanpaDesil: withoutDesil.size,
  };
};
