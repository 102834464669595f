import {
  findLikelyByName,
  NEUTRAL_LIKELY,
  noteComparison,
  type PersonSummary,
  personSummaries,
  SHDK_LABELS,
  type Shdk,
} from '#modules/registry/index.ts';
import type { Context } from '#platform/db/context.ts';
import { linkPersonOf, type Sketch } from '../domain/online-sketch.ts';
import type { Online, OnlineCandidate, OnlinePlace } from '../domain/online-state.ts';
import type { Comparison, OpenBand } from '../domain/words.ts';
import { findDraft } from '../sql/online-draft.ts';
import { findSketchPlace } from '../sql/online-sight.ts';
import { listRelatives } from '../sql/sides.ts';
import { advised } from './found-pair.ts';

const ASKED = 12;
const SHOWN = 6;
const FAMILY_SHOWN = 8;

type Relative = { id: string; name: string; role: { id: string; en: string } | null; birthOn: string | null };
export type LikelyPerson = {
  person: PersonSummary;
  /** Undefined while the index is not ready: the register's own likeness knows no bands. */
  band: OpenBand | null;
  sentence: string;
  comparisons: Omit<Comparison, 'weight'>[];
  relatives: Relative[];
};
export type Likely = { isReady: boolean; items: LikelyPerson[]; elsewhere: string | null };

export const placeOf = ({ actor }: Context): OnlinePlace => ({
  slug: actor.agency,
  schema: actor.schema,
  zone: actor.zone,
});

/** Who lives in the families of these people now, by person. Who is protected shows as everywhere. */
const relativesOf = async (ctx: Context, ids: readonly string[]): Promise<Map<string, Relative[]>> => {
  const rows = await listRelatives(ctx, ids);
  const people = new Map(
    (await personSummaries(ctx, [...new Set(rows.map(({ personId }) => personId))])).map((one) => [one.id, one]),
  );
  const families = new Map<string, Relative[]>(ids.map((id) => [id, []]));
  for (const { personId, ofPerson, shdk } of rows) {
    const found = people.get(personId);
    const family = families.get(ofPerson);
    if (!found || !family || family.length === FAMILY_SHOWN) continue;
    const role = shdk === null ? null : (SHDK_LABELS[shdk as Shdk] ?? null);
    family.push({ id: personId, name: found.name, role, birthOn: found.birthOn });
  }
  return families;
};

/**
 * Splits candidates into those in the officer's sight, with what agrees, and whether there is anybody else. A person of another area and
 * a protected one take the same way through here: neither can be read, and of both one learns that there is somebody.
 */
const inSight = async (
  ctx: Context,
  candidates: readonly OnlineCandidate[],
): Promise<{ items: LikelyPerson[]; isElsewhere: boolean }> => {
  const read = await personSummaries(
    ctx,
    candidates.map(({ id }) => id),
  );
  const people = new Map(read.filter(({ isAlias }) => !isAlias).map((one) => [one.id, one]));
  const shown = candidates.filter(({ id }) => people.has(id)).slice(0, SHOWN);
  const families = await relativesOf(
    ctx,
    shown.map(({ id }) => id),
  );
  const items = shown.map(({ id, band, sentence, comparisons }) => ({
    ...{ person: people.get(id)!, band, sentence: advised(sentence), relatives: families.get(id) ?? [] },
    comparisons: comparisons.map(({ field, verdict, sentence: words }) => ({ field, verdict, sentence: words })),
  }));
  return { items, isElsewhere: candidates.some(({ id }) => !people.has(id)) };
};

const byName = async (ctx: Context, sketch: Sketch): Promise<Likely> => {
  const { items, elsewhere } = await findLikelyByName(ctx, sketch);
  const families = await relativesOf(
    ctx,
    items.map(({ person }) => person.id),
  );
  return {
    isReady: false,
    items: items.map(({ person, sentence }) => ({
      ...{ person, sentence, band: null, comparisons: [], relatives: families.get(person.id) ?? [] },
    })),
    elsewhere,
  };
};

const NOTHING_SAID = {
  ...{ name: '', sex: null, birthOn: null, nik: null, nomorKk: null, motherName: null, birthPlace: null },
  ...{ address: null, phone: null, areaId: null },
};

/**
 * Who of the register may be the person about to be registered: those in sight with band, reasons and family, and one neutral line when
 * there is anybody else. While the index is being built the register's own likeness answers instead, and the reply says so. Each look is
 * recorded; many looks without a registration raise a task at the agency.
 */
export const findLikely = async (
  ctx: Context,
  online: Online,
  { usulanId, ...typed }: Sketch & { areaId: number | null; usulanId: string | null },
): Promise<Likely> => {
  const { areaId, ...sketch } = usulanId === null ? typed : ((await findDraft(ctx, usulanId)) ?? NOTHING_SAID);
  if (sketch.name.trim() === '' && !sketch.nik) return { isReady: true, items: [], elsewhere: null };
  const place = areaId === null ? undefined : await findSketchPlace(ctx, areaId);
  const { candidates } = await online.ask({
    ...{ place: placeOf(ctx), persons: [linkPersonOf(sketch, place)], limit: ASKED },
  });
  if (!candidates) return byName(ctx, sketch);
  const { items, isElsewhere } = await inSight(ctx, candidates[0] ?? []);
  await noteComparison(ctx, { shown: items.length, elsewhere: isElsewhere });
  return { isReady: true, items, elsewhere: isElsewhere ? NEUTRAL_LIKELY : null };
};
