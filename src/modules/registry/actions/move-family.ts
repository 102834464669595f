import { type Fact, known, unknown } from '#kernel/fact.ts';
import type { LocalDate } from '#kernel/local-date.ts';
import { uuid7 } from '#kernel/uuid7.ts';
import type { Context } from '#platform/db/context.ts';
import { foldAddress } from '../domain/name-fold.ts';
import type { Source } from '../domain/source.ts';
import { isAtLeastAsStrong } from '../domain/strength.ts';
import { setFamilyPlace } from '../sql/family-moves.ts';
import { type FamilyRecord, findFamily, updateAddress } from '../sql/family-rows.ts';
import { deriveFacts, insertSet, listCurrentFacts } from '../sql/observations.ts';
import { judgeCard, replaceCard } from './change-card.ts';
import { refuseOutside, refuseUnseen } from './refuse-unseen.ts';

const FIELD = 'alamat';
const asFact = (address: string | null): Fact<string> => (address === null ? unknown('tidak_tahu') : known(address));

export type FamilyMove = {
  familyId: string;
  areaId: number;
  address: string | null;
  source: Source;
  observedOn: LocalDate;
  reason: string;
};

/** Keeps the address as observed; the first one becomes an observation too. @returns whether the new one is in force */
const observeAddress = async (ctx: Context, family: FamilyRecord, move: FamilyMove): Promise<boolean> => {
  const subject = { kind: 'family' as const, id: family.id };
  const plain = { subject, formId: null, formNo: null, usulanId: null };
  const held = (await listCurrentFacts(ctx, 'family', [family.id])).find((row) => row.field === FIELD);
  const [first, own] = [uuid7(), uuid7()];
  if (!held)
    await insertSet(ctx, {
      ...plain,
      id: first,
      observedOn: family.observed_on,
      source: family.source as Source,
      observer: null,
      evidence: { awal: true },
      supersedes: null,
      answers: { [FIELD]: asFact(family.address) },
    });
  const theirs = (held?.source ?? family.source) as Source;
  await insertSet(ctx, {
    ...plain,
    id: own,
    observedOn: move.observedOn,
    source: move.source,
    observer: ctx.actor.accountId,
    evidence: { alasan: move.reason },
    supersedes: isAtLeastAsStrong(move.source, theirs) ? (held?.set_id ?? first) : null,
    answers: { [FIELD]: asFact(move.address) },
  });
  await deriveFacts(ctx, subject, [FIELD]);
  return (await listCurrentFacts(ctx, 'family', [family.id])).some((row) => row.field === FIELD && row.set_id === own);
};

/**
 * Moves a family to another place as a source says. Against the word of a stronger source (a field check, an officer) the address is
 * kept beside it and nobody moves.
 * @returns whether the family moved
 */
export const moveFamily = async (ctx: Context, move: FamilyMove): Promise<boolean> => {
  await refuseOutside(ctx, [move.areaId]);
  const family = (await findFamily(ctx, move.familyId, true)) ?? refuseUnseen('keluarga');
  if (family.area_id === move.areaId && (family.address ?? '') === (move.address ?? '')) return false;
  const isInForce = await observeAddress(ctx, family, move);
  if (isInForce) {
    await updateAddress(ctx, family.id, move.address, foldAddress(move.address ?? ''));
    await setFamilyPlace(ctx, family.id, move.areaId);
  }
  await ctx.record({
    event: 'family.moved',
    subjectKind: 'family',
    subjectId: family.id,
    areaId: move.areaId,
    level: family.protection,
    before: { areaId: family.area_id, address: family.address },
    after: { areaId: move.areaId, address: move.address, source: move.source, inForce: isInForce, reason: move.reason },
  });
  return isInForce;
};

/**
 * Gives a family its new KK number; the old card is kept as `lama`, and the family with all it received stays the same. A number that
 * cannot be one, or that another family holds, becomes a claim and the old card stays.
 */
export const renewCard = async (
  ctx: Context,
  input: { familyId: string; nomorKk: string; source: Source; reason: string },
): Promise<'aktif' | 'klaim'> => {
  const family = (await findFamily(ctx, input.familyId, true)) ?? refuseUnseen('keluarga');
  const judged = await judgeCard(ctx, input.nomorKk);
  if (!judged) return 'klaim';
  const { state } = await replaceCard(ctx, family, judged, input.source);
  await ctx.record({
    event: 'family.card_renewed',
    subjectKind: 'family',
    subjectId: family.id,
    areaId: family.area_id,
    level: family.protection,
    after: { state, source: input.source, reason: input.reason },
  });
  return state;
};
