import type { LocalDate } from '#kernel/local-date.ts';
import type { Sex } from '#kernel/nik.ts';
import { uuid7 } from '#kernel/uuid7.ts';
import type { Context } from '#platform/db/context.ts';
import { NEUTRAL_LIKELY } from '../domain/identifiers.ts';
import { type Likeness, likenessOf, likenessSentence } from '../domain/likeness.ts';
import { foldName } from '../domain/name-fold.ts';
import type { NewPerson } from '../domain/new-person.ts';
import type { Shdk } from '../domain/placement.ts';
import type { PersonSummary } from '../domain/summary.ts';
import { findElsewhere, listLikeables, listPeopleBornOn } from '../sql/likely.ts';
import { getOfficeDayAfter } from '../sql/office-days.ts';
import { listPeopleByName, listPeopleByNumber } from '../sql/search.ts';
import { personSummaries } from '../sql/summaries.ts';
import { countComparisons, raiseAgencyTask } from '../sql/tasks.ts';
import { createPerson } from './create-person.ts';
import { placeInFamily } from './place-in-family.ts';

export type Sketch = {
  name: string;
  sex: Sex | null;
  birthOn: LocalDate | null;
  nik: string | null;
  nomorKk: string | null;
  motherName: string | null;
};
export type LikelyPerson = { person: PersonSummary; sentence: string };

const CLOSE = 0.45;
const LOOKED_AT = 40;
const SHOWN = 6;
const LEAST_SCORE = 2;
/** More dialogs than this in an hour without a registration look like searching for somebody. */
const MOST_DIALOGS = 20;
const OFFICE_DAYS = 5;

const digitsOf = (text: string | null): string => (text ?? '').replace(/\D/g, '');

const likelyInSight = async (ctx: Context, sketch: Sketch): Promise<LikelyPerson[]> => {
  const fold = foldName(sketch.name);
  const [nik, nomorKk] = [digitsOf(sketch.nik), digitsOf(sketch.nomorKk)];
  const ids = new Set([
    ...(nik.length === 16 ? await listPeopleByNumber(ctx, nik, 5) : []),
    ...(nomorKk.length === 16 ? await listPeopleByNumber(ctx, nomorKk, 20) : []),
    ...(fold.length >= 3 ? await listPeopleByName(ctx, fold, CLOSE, LOOKED_AT) : []),
    ...(sketch.birthOn ? await listPeopleBornOn(ctx, sketch.birthOn, LOOKED_AT) : []),
  ]);
  const mine = { ...sketch, nik: nik || null, nomorKk: nomorKk || null };
  const scored = [...(await listLikeables(ctx, [...ids]))]
    .map(([id, other]): { id: string; likeness: Likeness } => ({ id, likeness: likenessOf(mine, other) }))
    .filter(({ likeness }) => likeness.score >= LEAST_SCORE)
    .sort((a, b) => b.likeness.score - a.likeness.score)
    .slice(0, SHOWN);
  const sentences = new Map(scored.map(({ id, likeness }) => [id, likenessSentence(likeness)]));
  const people = await personSummaries(
    ctx,
    scored.map(({ id }) => id),
  );
  return people.map((person) => ({ person, sentence: sentences.get(person.id) ?? '' }));
};

/**
 * One neutral line at most, the same for a person of another area and for a protected one. Of a number alone nothing is said here: that
 * would be an answer about protected people, of whom a number is never confirmed.
 */
const neutralLine = async (ctx: Context, sketch: Sketch, inSight: readonly LikelyPerson[]): Promise<string | null> => {
  if (!sketch.birthOn || foldName(sketch.name) === '') return null;
  const seen = inSight.map(({ person }) => person.id);
  const { maySay, keepSilent } = await findElsewhere(ctx, foldName(sketch.name), sketch.birthOn, seen);
  return maySay || keepSilent ? NEUTRAL_LIKELY : null;
};

/** Records one look for likely doubles; many looks without a registration raise a task at the agency. */
export const noteComparison = async (ctx: Context, look: { shown: number; elsewhere: boolean }): Promise<void> => {
  await ctx.record({
    event: 'person.compared',
    subjectKind: 'account',
    subjectId: ctx.actor.accountId,
    areaId: ctx.actor.areaId,
    after: look,
  });
  const looks = await countComparisons(ctx);
  if (looks <= MOST_DIALOGS) return;
  await raiseAgencyTask(ctx, {
    id: uuid7(),
    kind: `pencarian_tidak_wajar:${ctx.actor.username}`,
    title: 'Banyak pemeriksaan kemungkinan ganda tanpa pendaftaran',
    detail: `${ctx.actor.name} membuka lebih dari ${MOST_DIALOGS} pemeriksaan dalam satu jam tanpa mendaftarkan siapa pun.`,
    level: 1,
    personId: null,
    role: 'kabid',
    dueOn: await getOfficeDayAfter(ctx, OFFICE_DAYS),
  });
};

/**
 * Who of the register may be the person about to be registered, by the register's own likeness: what the desk falls back on while the
 * linkage engine's index is being built.
 */
export const findLikelyByName = async (
  ctx: Context,
  sketch: Sketch,
): Promise<{ items: LikelyPerson[]; elsewhere: string | null }> => {
  const items = await likelyInSight(ctx, sketch);
  const elsewhere = await neutralLine(ctx, sketch, items);
  await noteComparison(ctx, { shown: items.length, elsewhere: elsewhere !== null });
  return { items, elsewhere };
};

/** Asks the agency to compare this person with one out of the officer's sight: verifiers (level 0), or who works with the protected (3). */
export const raiseLikelyTask = async (ctx: Context, personId: string, level: 0 | 3): Promise<void> =>
  raiseAgencyTask(ctx, {
    id: uuid7(),
    kind: 'mungkin_ganda_lain',
    title: 'Mungkin orang yang sama di dua wilayah',
    detail: 'Nama dan tanggal lahirnya sama atau mirip dengan orang di wilayah lain. Bandingkan keduanya.',
    level,
    personId,
    role: level === 0 ? 'verifikator' : 'peksos',
    dueOn: await getOfficeDayAfter(ctx, OFFICE_DAYS),
  });

/**
 * Orders the comparison of somebody just registered with everybody of the register, protected people included, in the transaction that
 * made her: what the officer could not be shown reaches the agency.
 */
export const orderComparison = async (ctx: Context, personId: string): Promise<void> => {
  const { agency, schema, zone, areaId } = ctx.actor;
  await ctx.enqueue('duplicates.compare', { personId, areaId, place: { slug: agency, schema, zone } });
};

export type Registration = NewPerson & {
  family: {
    familyId?: string | undefined;
    nomorKk?: string | null | undefined;
    shdk: Shdk | null;
    address?: string | null | undefined;
  } | null;
};

/** Registers a person with her family in one act. @returns ids, and every doubt as a sentence for the officer */
export const registerPerson = async (
  ctx: Context,
  { family, ...input }: Registration,
): Promise<{ personId: string; familyId: string | null; doubts: string[] }> => {
  const elsewhere = input.birth
    ? await findElsewhere(ctx, foldName(input.name), input.birth.on, [])
    : { maySay: false, keepSilent: false };
  const { personId, doubts } = await createPerson(ctx, input);
  const placed = family
    ? await placeInFamily(ctx, { ...family, personId, areaId: input.areaId, source: input.source })
    : undefined;
  if (elsewhere.maySay) await raiseLikelyTask(ctx, personId, 0);
  if (elsewhere.keepSilent) await raiseLikelyTask(ctx, personId, 3);
  await orderComparison(ctx, personId);
  return { personId, familyId: placed?.familyId ?? null, doubts: [...doubts, ...(placed?.doubts ?? [])] };
};
