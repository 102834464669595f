import { refuse } from '#kernel/refusal.ts';
import { may } from '#platform/db/actor.ts';
import type { Context } from '#platform/db/context.ts';
import { readFacts } from '../domain/kind-facts.ts';
import { addEvent, lockUsulan, saveUsulan } from '../sql/usulan-rows.ts';
import { requireVersion } from './advance.ts';

/** Whoever checks, visits or decides mends facts; others only read. */
export const mayChangeFacts = ({ actor }: Context): boolean =>
  may(actor, 'usulan.check') || may(actor, 'usulan.decide') || may(actor, 'usulan.link');

/**
 * Completes or mends what the kind asks for beside the person. Given keys replace the old ones, an empty value makes one unknown again;
 * what was there before stands in the trail by its keys.
 */
export const changeFacts = async (
  ctx: Context,
  usulanId: string,
  version: number,
  given: Readonly<Record<string, string>>,
): Promise<{ version: number }> => {
  if (!mayChangeFacts(ctx))
    refuse('wewenang.kurang', 403, 'Isian usulan diperbaiki oleh operator desa/kelurahan atau Dinas Sosial.');
  const usulan = await lockUsulan(ctx, usulanId);
  await requireVersion(ctx, usulan, version);
  if (usulan.stage === null) refuse('usulan.sudah_selesai', 409, 'Usulan ini sudah selesai; isiannya tetap.');
  const merged = { ...usulan.facts, ...given };
  const { facts, faults } = readFacts(usulan.kind, merged, ctx.today);
  const wrong = faults.filter(({ key }) => (merged[key] ?? '').trim() !== '');
  const [first] = wrong;
  if (first)
    refuse('usulan.fakta', 422, first.sentence, {
      fields: Object.fromEntries(wrong.map(({ key, sentence }) => [`facts.${key}`, sentence])),
    });
  await saveUsulan(ctx, usulanId, { facts: JSON.stringify(facts) });
  const changed = Object.keys({ ...usulan.facts, ...facts }).filter((key) => usulan.facts[key] !== facts[key]);
  await addEvent(ctx, usulanId, {
    event: 'usulan.facts_changed',
    fromState: usulan.state,
    toState: usulan.state,
    stage: usulan.stage,
  });
  await ctx.record({
    event: 'usulan.facts_changed',
    subjectKind: 'usulan',
    subjectId: usulanId,
    areaId: usulan.areaId,
    level: usulan.protection,
    after: { keys: changed },
  });
  return { version: usulan.version + 1 };
};
