import { sql } from 'kysely';
import type { LocalDate } from '#kernel/local-date.ts';
import type { Context } from '#platform/db/context.ts';

export const insertAssessment = async (
  ctx: Context,
  row: {
    id: string;
    personId: string | null;
    familyId: string | null;
    code: string;
    since: LocalDate;
    basis: string;
    level: number;
  },
): Promise<void> => {
  await sql`
    insert into assessment_ppks (id, person_id, family_id, code, during, basis, level)
    values (${row.id}, ${row.personId}, ${row.familyId}, ${row.code}, daterange(${row.since}::date, null), ${row.basis}, ${row.level})`.execute(
    ctx.tx,
  );
};
