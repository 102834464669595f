import { refuse } from '#kernel/refusal.ts';
import type { Context } from '#platform/db/context.ts';
import type { Shdk } from '../domain/placement.ts';
import { refuseChanged } from '../domain/versions.ts';
import { findFamily, listFamilyMembers, setRelation, touchFamily } from '../sql/family-rows.ts';
import { refreshIssues } from '../sql/issues.ts';
import { refuseUnseen } from './refuse-unseen.ts';

/**
 * Names the one head of a family. Whoever was head before (or claimed to be) gets the relation given; the new head's membership is
 * accepted if it was a claim.
 */
export const nameHead = async (
  ctx: Context,
  input: { familyId: string; version: number; headId: string; formerHeads: Exclude<Shdk, 1>; reason: string },
): Promise<{ version: number }> => {
  const family = (await findFamily(ctx, input.familyId, true)) ?? refuseUnseen('keluarga');
  if (family.version !== input.version)
    refuseChanged(
      { by: family.updated_by_name, at: family.updated_at, zone: ctx.actor.zone },
      { version: family.version },
    );
  const members = await listFamilyMembers(ctx, family.id);
  const head = members.find((member) => member.person_id === input.headId);
  if (!head)
    return refuse(
      'keluarga.bukan_anggota',
      409,
      'Orang yang dipilih bukan anggota keluarga ini. Tambahkan dulu sebagai anggota.',
    );
  const former = members.filter((member) => member.shdk === 1 && member.person_id !== input.headId);
  for (const member of former) await setRelation(ctx, member.id, input.formerHeads);
  const accepted = await setRelation(ctx, head.id, 1);
  if (!accepted)
    refuse(
      'keluarga.masih_di_kk_lain',
      409,
      'Orang ini masih tercatat di keluarga lain. Akhiri dulu keanggotaannya di sana, lalu tetapkan sebagai kepala.',
    );
  await touchFamily(ctx, family.id);
  await refreshIssues(ctx, [], [family.id]);
  await ctx.record({
    event: 'family.head_named',
    subjectKind: 'family',
    subjectId: family.id,
    areaId: family.area_id,
    level: family.protection,
    before: { heads: members.filter((member) => member.shdk === 1).map((member) => member.person_id) },
    after: { head: input.headId, formerHeads: input.formerHeads, reason: input.reason },
  });
  return { version: family.version + 1 };
};
