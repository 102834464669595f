import type { Context } from '#platform/db/context.ts';
import { QUALITY_COUNTS, type QualityCount } from '../domain/quality.ts';
import { listFindingsOf, listFronts, listQuality, type QualityRow } from '../sql/quality.ts';
import { personSummaries } from '../sql/summaries.ts';

/** The board with its sums. */
export const getQualityBoard = async (ctx: Context) => {
  const items = await listQuality(ctx);
  const sum = (pick: (row: QualityRow) => number) => items.reduce((total, row) => total + pick(row), 0);
  const counts = Object.fromEntries(QUALITY_COUNTS.map((count) => [count, sum((row) => row[count])])) as Record<
    QualityCount,
    number
  >;
  return { items, total: { people: sum((row) => row.people), ...counts } };
};

/** The people behind one count of one desa; a finding of a family is shown by its head, or its first member. */
export const listQualityPeople = async (
  ctx: Context,
  wanted: { count: QualityCount; desaId: number; after: string | undefined; limit: number },
) => {
  const findings = await listFindingsOf(ctx, { ...wanted, limit: wanted.limit + 1 });
  const page = findings.slice(0, wanted.limit);
  const fronts = await listFronts(
    ctx,
    page.flatMap(({ personId, familyId }) => (personId === null && familyId !== null ? [familyId] : [])),
  );
  const personOf = (row: (typeof page)[number]) => row.personId ?? fronts.get(row.familyId ?? '') ?? null;
  const ids = page.flatMap((row) => personOf(row) ?? []);
  const people = new Map((await personSummaries(ctx, [...new Set(ids)])).map((person) => [person.id, person]));
  return {
    items: page.map((row) => ({
      id: row.id,
      kind: row.kind,
      detail: row.detail,
      openedAt: row.openedAt,
      familyId: row.familyId,
      person: people.get(personOf(row) ?? '') ?? null,
    })),
    next: findings.length > wanted.limit ? (page.at(-1)?.id ?? null) : null,
  };
};
