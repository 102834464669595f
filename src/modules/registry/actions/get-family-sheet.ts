import { may } from '#platform/db/actor.ts';
import type { Context } from '#platform/db/context.ts';
import { factsOnSheet } from '../domain/sheet.ts';
import { findFamily, listCards } from '../sql/family-rows.ts';
import { listRanks } from '../sql/matters.ts';
import { cardOnSheet } from './get-person-sheet.ts';
import { logReading } from './log-reading.ts';
import { membersOnSheet } from './members-on-sheet.ts';
import { listFacts } from './record-observations.ts';
import { refuseUnseen } from './refuse-unseen.ts';

/** One family: members, KK history, address, what is known of its house, the centre's rank. Reading it is logged. */
export const getFamilySheet = async (ctx: Context, id: string, purpose = 'meja') => {
  const family = (await findFamily(ctx, id)) ?? refuseUnseen('keluarga');
  await logReading(ctx, { kind: 'family', id, level: family.protection, purpose, areaId: family.area_id });
  const facts = await listFacts(ctx, 'family', [id]);
  return {
    id: family.id,
    areaId: family.area_id,
    areaLabel: family.area_label,
    address: family.address,
    source: family.source,
    observedOn: family.observed_on,
    version: family.version,
    members: await membersOnSheet(ctx, id),
    cards: (await listCards(ctx, [id])).map(cardOnSheet),
    facts: factsOnSheet({}, facts.get(id) ?? {}).filter(({ field }) => field !== 'alamat'),
    ranks: await listRanks(ctx, id),
    may: {
      correct: may(ctx.actor, 'person.register'),
      reveal: may(ctx.actor, 'person.reveal'),
      settle: may(ctx.actor, 'quality.settle'),
    },
  };
};
