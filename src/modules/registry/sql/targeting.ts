import { sql } from 'kysely';
import type { LocalDate } from '#kernel/local-date.ts';
import type { Sex } from '#kernel/nik.ts';
import type { Context } from '#platform/db/context.ts';
import { type CurrentFactRow, type HeldFact, heldFactOn } from '../domain/held-fact.ts';
import { listFactsWhere } from './observations.ts';

export type TargetingMember = {
  id: string;
  shdk: number | null;
  sex: Sex | null;
  birthOn: LocalDate | null;
  birthPrecision: string;
  occupationCode: number | null;
  life: string;
  facts: Readonly<Record<string, HeldFact>>;
};
export type TargetingFamily = {
  id: string;
  areaId: number;
  desaId: number;
  kecId: number | null;
  members: TargetingMember[];
  /** The centre's newest rank, or null when the centre has given none: unknown, never "not poor". */
  desil: { value: number; period: string } | null;
  facts: Readonly<Record<string, HeldFact>>;
  localScore: { score: number | null; cardVersion: string; missing: string[] } | null;
};

type FamilyRow = {
  id: string;
  area_id: number;
  desa_id: number;
  kec_id: number | null;
  desil: number | null;
  period: string | null;
  score: number | null;
  card_version: string | null;
  missing: string[] | null;
};
type MemberRow = {
  family_id: string;
  id: string;
  shdk: number | null;
  sex: Sex | null;
  birth_on: LocalDate | null;
  birth_precision: string;
  occupation_code: number | null;
  life: string;
};

const inAreas = (areaIds: readonly number[] | undefined, column: string) =>
  areaIds
    ? sql`${sql.ref(column)} in (select t.descendant_id from area_tree t where t.ancestor_id = any (${[...areaIds]}::integer[]))`
    : sql`true`;

/** All families below some areas, or some families by id; both left out: everybody in sight. */
type Wanted = { areaIds?: readonly number[] | undefined; familyIds?: readonly string[] | undefined };

const amongst = (familyIds: readonly string[] | undefined, column: string) =>
  familyIds ? sql`${sql.ref(column)} = any (${[...familyIds]}::uuid[])` : sql`true`;

const listFamilyRows = async (ctx: Context, { areaIds, familyIds }: Wanted): Promise<FamilyRow[]> => {
  const { rows } = await sql<FamilyRow>`
    select f.id, f.scope_area_id as area_id, coalesce(a.desa_id, f.scope_area_id) as desa_id, a.kec_id,
           r.desil, r.period, s.score, s.card_version, s.missing
    from family f left join area a on a.id = f.scope_area_id
    left join (select distinct on (family_id) family_id, desil, period from centre_rank where ${amongst(familyIds, 'family_id')} order by family_id, period desc) r on r.family_id = f.id
    left join (select distinct on (family_id) family_id, score, card_version, missing from local_score where ${amongst(familyIds, 'family_id')} order by family_id, run_id desc) s on s.family_id = f.id
    where f.merged_into is null and ${inAreas(areaIds, 'f.scope_area_id')} and ${amongst(familyIds, 'f.id')}
    order by f.id`.execute(ctx.tx);
  return rows;
};

/** Whether these areas are a good part of the agency: then one pass over everybody is cheaper than a look-up for each. */
const isMuch = async (ctx: Context, { areaIds, familyIds }: Wanted): Promise<boolean> => {
  if (familyIds) return false;
  if (!areaIds) return true;
  const { rows } = await sql<{ much: boolean }>`
    select count(distinct t.descendant_id) * 4 > (select count(*) from area) as much from area_tree t
    where t.ancestor_id = any (${[...areaIds]}::integer[])`.execute(ctx.tx);
  return rows[0]?.much ?? true;
};

const listMemberRows = async (ctx: Context, wanted: Wanted): Promise<MemberRow[]> => {
  const { areaIds, familyIds } = wanted;
  // Materialised, the memberships are read in one pass and their policies become hash look-ups; else the planner asks row by row.
  const way = (await isMuch(ctx, wanted)) ? sql`materialized` : sql`not materialized`;
  const { rows } = await sql<MemberRow>`
    with open as ${way} (select family_id, person_id, shdk from family_member where state = 'sah' and upper_inf(during))
    select m.family_id, p.id, m.shdk, p.sex, p.birth_on, p.birth_precision, p.occupation_code, p.life
    from open m join person p on p.id = m.person_id
    where p.merged_into is null and ${inAreas(areaIds, 'p.scope_area_id')} and ${amongst(familyIds, 'm.family_id')}
    order by m.family_id, coalesce(m.shdk, 99), p.id`.execute(ctx.tx);
  return rows;
};

/** Facts of families and of everybody in them. */
const factsOf = ({ areaIds, familyIds }: Wanted) => {
  if (familyIds)
    return sql`c.subject_id in (select unnest(${[...familyIds]}::uuid[]) union all
      select m.person_id from family_member m where m.family_id = any (${[...familyIds]}::uuid[]) and m.state = 'sah' and upper_inf(m.during))`;
  return areaIds
    ? sql`c.subject_id in (select id from family where ${inAreas(areaIds, 'scope_area_id')} union all select id from person where ${inAreas(areaIds, 'scope_area_id')})`
    : sql`true`;
};

const listFactRows = (ctx: Context, wanted: Wanted): Promise<CurrentFactRow[]> => listFactsWhere(ctx, factsOf(wanted));

/**
 * Every family the actor sees (below these areas, or of these ids, when given) with its living and dead members, facts in force, the
 * centre's newest rank and our newest score. Four statements whatever the number of families; in the order of family ids.
 */
export const listFamiliesForTargeting = async (
  ctx: Context,
  areaIds?: readonly number[],
  familyIds?: readonly string[],
): Promise<TargetingFamily[]> => {
  const wanted: Wanted = { areaIds, familyIds };
  const families = await listFamilyRows(ctx, wanted);
  const facts = new Map<string, Record<string, HeldFact>>();
  for (const row of await listFactRows(ctx, wanted)) {
    const held = facts.get(row.subject_id) ?? {};
    held[row.field] = heldFactOn(row, ctx.today);
    facts.set(row.subject_id, held);
  }
  const members = new Map<string, TargetingMember[]>();
  for (const row of await listMemberRows(ctx, wanted)) {
    const list = members.get(row.family_id) ?? [];
    list.push({
      id: row.id,
      shdk: row.shdk,
      sex: row.sex,
      birthOn: row.birth_on,
      birthPrecision: row.birth_precision,
      occupationCode: row.occupation_code,
      life: row.life,
      facts: facts.get(row.id) ?? {},
    });
    members.set(row.family_id, list);
  }
  return families.map((row) => ({
    id: row.id,
    areaId: row.area_id,
    desaId: row.desa_id,
    kecId: row.kec_id,
    members: members.get(row.id) ?? [],
    desil: row.desil === null || row.period === null ? null : { value: row.desil, period: row.period },
    facts: facts.get(row.id) ?? {},
    localScore:
      row.card_version === null
        ? null
        : { score: row.score, cardVersion: row.card_version, missing: row.missing ?? [] },
  }));
};
