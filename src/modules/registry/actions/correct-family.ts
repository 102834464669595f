import { known, unknown } from '#kernel/fact.ts';
import { uuid7 } from '#kernel/uuid7.ts';
import type { Context } from '#platform/db/context.ts';
import { foldAddress } from '../domain/name-fold.ts';
import type { Source } from '../domain/source.ts';
import { refuseChanged } from '../domain/versions.ts';
import { findFamily, updateAddress } from '../sql/family-rows.ts';
import { deriveFacts, insertSet, listCurrentFacts } from '../sql/observations.ts';
import { refuseUnchanged, refuseUnseen } from './refuse-unseen.ts';

const FIELD = 'alamat';

/** Corrects a family's address; the old one stays in the history with its source. @returns the new version */
export const correctAddress = async (
  ctx: Context,
  input: { familyId: string; version: number; address: string | null; source: Source; reason: string },
): Promise<{ version: number }> => {
  const family = (await findFamily(ctx, input.familyId, true)) ?? refuseUnseen('keluarga');
  if (family.version !== input.version)
    refuseChanged(
      { by: family.updated_by_name, at: family.updated_at, zone: ctx.actor.zone },
      { version: family.version, address: family.address },
    );
  if ((input.address ?? '') === (family.address ?? '')) refuseUnchanged();
  const subject = { kind: 'family' as const, id: family.id };
  const plain = { subject, formId: null, formNo: null, usulanId: null };
  const [held] = (await listCurrentFacts(ctx, 'family', [family.id])).filter((row) => row.field === FIELD);
  const first = uuid7();
  const asFact = (address: string | null) => (address === null ? unknown('tidak_tahu') : known(address));
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
  await insertSet(ctx, {
    ...plain,
    id: uuid7(),
    observedOn: ctx.today,
    source: input.source,
    observer: ctx.actor.accountId,
    evidence: { alasan: input.reason },
    supersedes: held?.set_id ?? first,
    answers: { [FIELD]: asFact(input.address) },
  });
  await deriveFacts(ctx, subject, [FIELD]);
  await updateAddress(ctx, family.id, input.address, foldAddress(input.address ?? ''));
  await ctx.record({
    event: 'family.corrected',
    subjectKind: 'family',
    subjectId: family.id,
    areaId: family.area_id,
    level: family.protection,
    before: { address: family.address },
    after: { address: input.address, reason: input.reason, source: input.source },
  });
  return { version: family.version + 1 };
};
