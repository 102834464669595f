import { refuse } from '#kernel/refusal.ts';
import type { Context } from '#platform/db/context.ts';
import { addCasePersonRow, findProtection, protectPerson } from '../sql/cases.ts';
import { getCase } from './read-case.ts';

/**
 * Puts a person under a case: from now on she is seen by its team only (and by those cleared for the level in her area), by alias in lists.
 * Her protection only ever rises here.
 */
export const protectByCase = async (
  ctx: Context,
  caseId: string,
  input: { personId: string; role: string; alias: string },
): Promise<{ protection: number }> => {
  const row = await getCase(ctx, caseId);
  const person =
    (await findProtection(ctx, input.personId)) ??
    refuse('orang.tidak_ada', 404, 'Orang tidak ditemukan di wilayah tugas Anda.');
  await addCasePersonRow(ctx, caseId, input.personId, input.role);
  const protection = input.role === 'pelaku' ? person.protection : Math.max(person.protection, row.level);
  if (protection !== person.protection || person.alias === null)
    await protectPerson(ctx, input.personId, protection, person.alias ?? input.alias);
  await ctx.record({
    event: 'case.person_added',
    subjectKind: 'case',
    subjectId: caseId,
    level: Math.max(row.level, 2),
    after: { personId: input.personId, role: input.role, protection },
  });
  return { protection };
};
