import { uuid7 } from '#kernel/uuid7.ts';
import type { Context } from '#platform/db/context.ts';
import { type JudgedCard, judgeNomorKk, NEUTRAL_KK, TAKEN_ELSEWHERE } from '../domain/identifiers.ts';
import { kecamatanPrefixes } from '../domain/kecamatan-prefix.ts';
import { foldAddress } from '../domain/name-fold.ts';
import type { Placement } from '../domain/placement.ts';
import {
  type CardRow,
  findFamiliesByKk,
  insertCards,
  insertFamilies,
  lockNumbers,
  reportHiddenFamily,
} from '../sql/families.ts';
import { getOfficeDayAfter } from '../sql/office-days.ts';
import { readNumberRules } from '../sql/people.ts';

const OFFICE_DAYS_FOR_CLAIM = 5;
/** Above this many rows (an import) numbers are not locked one by one: the database's own uniqueness decides. */
const MOST_LOCKED = 20;

type Wanted = { placement: Placement; card: JudgedCard | undefined; group: string };
type MadeFamily = { id: string; wanted: Wanted };
export type FamilyOfPlacement = { familyId: string; doubts: string[] };

const judge = async (ctx: Context, placements: readonly Placement[]): Promise<Wanted[]> => {
  const rules = await readNumberRules(ctx, kecamatanPrefixes(placements.map(({ nomorKk }) => nomorKk)));
  const around = { isDemo: rules.isDemo, isKnownKecamatan: (kode: string) => rules.knownKecamatan.has(kode) };
  return placements.map((placement, index) => {
    const card = placement.nomorKk ? judgeNomorKk(placement.nomorKk, around) : undefined;
    // Rows with one usable KK number are one family; rows of one group too; every other row stands alone.
    const usable = card?.state === 'aktif' ? `kk ${card.nomorKk}` : undefined;
    const group = usable ?? (placement.groupKey ? `group ${placement.groupKey}` : `row ${index}`);
    return { placement, card, group };
  });
};

const asRow = (made: MadeFamily, card: JudgedCard): CardRow => ({
  id: uuid7(),
  family_id: made.id,
  nomor_kk: card.nomorKk,
  state: card.state,
  problem: card.problem,
  source: made.wanted.placement.source,
});

/** Writes the cards of new families; a number held out of sight becomes a claim. @returns doubts by family */
const addCards = async (ctx: Context, made: readonly MadeFamily[]): Promise<Map<string, string[]>> => {
  const cards = made.flatMap((family) =>
    family.wanted.card ? [{ family, judged: family.wanted.card, row: asRow(family, family.wanted.card) }] : [],
  );
  const doubts = new Map(cards.map(({ family, judged }) => [family.id, [...judged.doubts]]));
  const kept = await insertCards(
    ctx,
    cards.map(({ row }) => row),
  );
  const taken = cards.filter(({ row }) => !kept.has(row.id));
  if (taken.length === 0) return doubts;
  const dueOn = await getOfficeDayAfter(ctx, OFFICE_DAYS_FOR_CLAIM);
  const claims: CardRow[] = [];
  for (const { family, row } of taken) {
    const personId = family.wanted.placement.personId;
    const report = { nomorKk: row.nomor_kk, personId, familyId: family.id, taskId: uuid7(), dueOn };
    const maySay = await reportHiddenFamily(ctx, report);
    claims.push({ ...row, state: 'klaim', problem: maySay ? TAKEN_ELSEWHERE : row.problem });
    if (maySay) doubts.get(family.id)?.push(NEUTRAL_KK);
  }
  await insertCards(ctx, claims);
  return doubts;
};

/**
 * Gives every placement its family: the named one, the known one of its KK number, or a new one with its card.
 * A KK number that cannot be one, or that a family out of sight holds, is kept as a claim of the new family.
 */
export const findOrMakeFamilies = async (
  ctx: Context,
  placements: readonly Placement[],
): Promise<FamilyOfPlacement[]> => {
  const wanted = await judge(ctx, placements);
  const numbers = wanted.flatMap(({ placement, card }) =>
    !placement.familyId && card?.state === 'aktif' ? [card.nomorKk] : [],
  );
  if (numbers.length <= MOST_LOCKED) await lockNumbers(ctx, numbers);
  const known = await findFamiliesByKk(ctx, numbers);
  const made = new Map<string, MadeFamily>();
  const ids = wanted.map((one) => {
    const found = one.placement.familyId ?? (one.card?.state === 'aktif' ? known.get(one.card.nomorKk) : undefined);
    if (found) return found;
    const family = made.get(one.group) ?? { id: uuid7(), wanted: one };
    made.set(one.group, family);
    return family.id;
  });
  await insertFamilies(
    ctx,
    [...made.values()].map(({ id, wanted: { placement } }) => ({
      id,
      scope_area_id: placement.areaId,
      address: placement.address?.trim() || null,
      address_fold: foldAddress(placement.address ?? ''),
      source: placement.source,
      observed_on: placement.observedOn ?? ctx.today,
    })),
  );
  const doubts = await addCards(ctx, [...made.values()]);
  return ids.map((familyId) => ({ familyId, doubts: doubts.get(familyId) ?? [] }));
};
