import type { LocalDate } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import type { Context } from '#platform/db/context.ts';
import { countMembers, endMembership, lockMembership } from '../sql/families.ts';
import { refreshIssues } from '../sql/issues.ts';

/**
 * Ends a person's membership of her family on a day. The family keeps its number and what it received; without its head it stands on
 * the data-quality board until another is named.
 * @returns the family she left and how many stay
 */
export const leaveFamily = async (
  ctx: Context,
  input: { personId: string; on: LocalDate; reason: string },
): Promise<{ familyId: string; stay: number }> => {
  const membership = await lockMembership(ctx, input.personId);
  if (!membership) {
    return refuse(
      'keluarga.bukan_anggota',
      409,
      'Orang ini tidak tercatat di keluarga mana pun, jadi tidak ada yang diakhiri.',
    );
  }
  if (input.on > ctx.today) {
    refuse('keluarga.tanggal_depan', 422, 'Tanggal keluar belum terjadi. Isi tanggal hari ini atau sebelumnya.', {
      fields: { on: 'Isi tanggal hari ini atau sebelumnya.' },
    });
  }
  await endMembership(ctx, membership.id, input.on);
  await refreshIssues(ctx, [input.personId], [membership.family_id]);
  await ctx.record({
    event: 'person.left_family',
    subjectKind: 'person',
    subjectId: input.personId,
    areaId: membership.area_id,
    before: { familyId: membership.family_id, shdk: membership.shdk },
    after: { on: input.on, reason: input.reason },
  });
  return { familyId: membership.family_id, stay: await countMembers(ctx, membership.family_id) };
};
