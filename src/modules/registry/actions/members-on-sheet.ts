import { ageOn } from '#kernel/local-date.ts';
import type { Context } from '#platform/db/context.ts';
import { listFamilyMembers } from '../sql/family-rows.ts';
import { personSummaries } from '../sql/summaries.ts';

/** The members of a family as a sheet lists them; a protected one stands there by alias, or not at all when out of sight. */
export const membersOnSheet = async (ctx: Context, familyId: string) => {
  const rows = await listFamilyMembers(ctx, familyId);
  const people = new Map(
    (
      await personSummaries(
        ctx,
        rows.map((row) => row.person_id),
      )
    ).map((person) => [person.id, person]),
  );
  return rows.flatMap((row) => {
    const person = people.get(row.person_id);
    if (!person) return [];
    return [
      {
        memberId: row.id,
        personId: person.id,
        name: person.name,
        isAlias: person.isAlias,
        maskedNik: person.maskedNik,
        shdk: row.shdk,
        sex: person.sex,
        age: person.birthOn === null ? null : ageOn(person.birthOn, ctx.today),
        life: person.life,
        state: row.state,
        since: row.from,
      },
    ];
  });
};
