import { refuse } from '#kernel/refusal.ts';
import { sumRupiah } from '#kernel/rupiah.ts';
import { type PersonSummary, personSummaries, SHDK_LABELS, type Shdk } from '#modules/registry/index.ts';
import type { Context } from '#platform/db/context.ts';
import { type Bar, barSentence, endsByItself } from '../domain/bars.ts';
import { differingDigits } from '../domain/differences.ts';
import { refuseUnseen } from '../domain/refusals.ts';
import type { PairState } from '../domain/words.ts';
import { hadAward } from '../sql/bars.ts';
import { findPersons } from '../sql/merge-rows.ts';
import { countPairs, findPair, listPairs, type PairRow } from '../sql/pairs.ts';
import { listAid, listRelatives, listSides, listWholeNumbers, logLook } from '../sql/sides.ts';
import { listBars } from './merge-persons.ts';

/** What the queue shows: what is undecided, what the desa was asked, what waits for a second person, what is decided. */
const PILES = {
  terbuka: ['terbuka'],
  tanya: ['tanya'],
  menunggu: ['menunggu'],
  dipesan: ['dipesan'],
  selesai: ['sama', 'beda'],
} as const satisfies Record<string, readonly PairState[]>;
export type Pile = keyof typeof PILES;

const cursorOf = (pair: PairRow): string => `${pair.score}_${pair.id}`;
const readCursor = (text: string | undefined) => {
  if (text === undefined) return undefined;
  const [score, id] = text.split('_');
  if (!id || !/^[0-9a-f-]{36}$/.test(id) || !Number.isFinite(Number(score)))
    return refuse('halaman.tidak_dikenal', 422, 'Halaman antrean ini tidak dikenal. Muat ulang antreannya.');
  return { score: Number(score), id };
};

const shownPair = (
  { personA, personB, score: _, weights: __, decidedBy: ___, ...pair }: PairRow,
  names: Map<string, PersonSummary>,
) => ({
  ...pair,
  a: { id: personA, name: names.get(personA)?.name ?? null, areaLabel: names.get(personA)?.areaLabel ?? null },
  b: { id: personB, name: names.get(personB)?.name ?? null, areaLabel: names.get(personB)?.areaLabel ?? null },
});

/** A page of a pile, the likeliest first, with the counts of all piles. */
export const readPile = async (ctx: Context, query: { pile: Pile; after?: string | undefined; limit: number }) => {
  const rows = await listPairs(ctx, PILES[query.pile], readCursor(query.after), query.limit + 1);
  const shown = rows.slice(0, query.limit);
  const ids = [...new Set(shown.flatMap((pair) => [pair.personA, pair.personB]))];
  const names = new Map((await personSummaries(ctx, ids)).map((person) => [person.id, person]));
  const last = shown.at(-1);
  const counts = await countPairs(ctx);
  return {
    items: shown.map((pair) => shownPair(pair, names)),
    next: rows.length > query.limit && last ? cursorOf(last) : null,
    counts: {
      terbuka: counts.terbuka,
      tanya: counts.tanya,
      menunggu: counts.menunggu,
      dipesan: counts.dipesan,
      selesai: counts.sama + counts.beda,
    },
  };
};

const labelOf = (shdk: number | null) => (shdk === null ? null : (SHDK_LABELS[shdk as Shdk] ?? null));

const sidesOf = async (ctx: Context, ids: readonly [string, string]) => {
  const summaries = new Map((await personSummaries(ctx, ids)).map((person) => [person.id, person]));
  const rows = new Map((await listSides(ctx, ids)).map((row) => [row.id, row]));
  const relatives = await listRelatives(ctx, ids);
  const named = new Map(
    (await personSummaries(ctx, [...new Set(relatives.map(({ personId }) => personId))])).map((p) => [p.id, p]),
  );
  const aid = await listAid(ctx, ids);
  return ids.map((id) => {
    const [summary, row] = [summaries.get(id) ?? refuseUnseen(), rows.get(id) ?? refuseUnseen()];
    return {
      ...summary,
      role: labelOf(summary.shdk),
      birthPlace: row.birthPlace,
      address: row.address,
      phone: row.phone,
      source: row.source,
      createdAt: row.createdAt,
      observedOn: row.observedOn,
      version: row.version,
      relatives: relatives
        .filter(({ ofPerson }) => ofPerson === id)
        .flatMap(({ personId, shdk }) => {
          const person = named.get(personId);
          return person
            ? [{ id: personId, name: person.name, role: labelOf(shdk), birthOn: person.birthOn, sex: person.sex }]
            : [];
        }),
      aid: aid.filter(({ personId }) => personId === id).map(({ personId: _, ...line }) => line),
    };
  });
};

/** The same kind of aid in force on both records: per programme the smaller of the two sums is paid once too often. */
const rupiahAtStake = (aid: readonly { programmeId: string; amount: bigint; isInForce: boolean }[][]): bigint => {
  const [a = [], b = []] = aid.map((lines) => lines.filter((line) => line.isInForce));
  return sumRupiah(
    a.flatMap((line) => {
      const other = b.find(({ programmeId }) => programmeId === line.programmeId);
      return other ? [[line.amount, other.amount].sort((x, y) => (x < y ? -1 : 1))[0] ?? 0n] : [];
    }),
  );
};

/** Whether all that bars a merge ends by itself. */
const isBookable = (bars: readonly Bar[]): boolean => bars.length > 0 && bars.every(endsByItself);

/** Where the two NIKs and the two KK numbers differ: places of digits, not the digits. */
const numberMarks = async (ctx: Context, [a, b]: readonly [string, string]) => {
  const numbers = new Map((await listWholeNumbers(ctx, [a, b])).map((row) => [row.id, row]));
  const [first, second] = [numbers.get(a), numbers.get(b)];
  return {
    nik: differingDigits(first?.nik ?? null, second?.nik ?? null),
    kk: differingDigits(first?.nomorKk ?? null, second?.nomorKk ?? null),
  };
};

/** The records of a pair and what the comparison says of them, as they stand now. */
export const readShown = async (ctx: Context, pair: PairRow) => {
  const ids = [pair.personA, pair.personB] as const;
  return {
    comparisons: pair.weights.map(({ field, verdict, sentence }) => ({ field, verdict, sentence })),
    sides: await sidesOf(ctx, ids),
    numberMarks: await numberMarks(ctx, ids),
  };
};

/** Two records side by side, what speaks for and against, and what stands in the way of merging. Kept in the access log. */
export const readPair = async (ctx: Context, id: string) => {
  const pair = (await findPair(ctx, id)) ?? refuseUnseen();
  if (pair.state === 'sama') refuseUnseen();
  const ids = [pair.personA, pair.personB] as const;
  const shown = await readShown(ctx, pair);
  const [a, b] = shown.sides;
  if (!a || !b) return refuseUnseen();
  const found = await findPersons(ctx, ids);
  const [first, second] = [found.get(a.id) ?? refuseUnseen(), found.get(b.id) ?? refuseUnseen()];
  const inTheWay = { keepA: await listBars(ctx, first, second), keepB: await listBars(ctx, second, first) };
  const bars = { keepA: inTheWay.keepA.map(barSentence), keepB: inTheWay.keepB.map(barSentence) };
  if (await logLook(ctx, id, ids))
    await ctx.record({ event: 'duplicate.read', subjectKind: 'duplicate_pair', subjectId: id, after: { persons: 2 } });
  const names = new Map([a, b].map((person) => [person.id, person]));
  // A record with an own number comes first, then the older one: it is what papers and decrees already name.
  const isBetter =
    Number(b.maskedNik !== null) - Number(a.maskedNik !== null) || a.createdAt.getTime() - b.createdAt.getTime();
  return {
    ...shownPair(pair, names),
    ...shown,
    suggestedKeep: pair.wantedKeep ?? (isBetter > 0 ? b.id : a.id),
    isOwnProposal: pair.state === 'menunggu' && pair.decidedBy === ctx.actor.accountId,
    needsSecond: await hadAward(ctx, ids),
    bars,
    bookable: { keepA: isBookable(inTheWay.keepA), keepB: isBookable(inTheWay.keepB) },
    atStake: rupiahAtStake([a.aid, b.aid]),
  };
};
