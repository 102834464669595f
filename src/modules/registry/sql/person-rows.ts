import { sql } from 'kysely';
import type { LocalDate } from '#kernel/local-date.ts';
import type { Context } from '#platform/db/context.ts';
import type { IdentityColumns } from '../domain/identity-fields.ts';
import type { Source } from '../domain/source.ts';

export type PersonRecord = Omit<IdentityColumns, 'name_fold'> & {
  id: string;
  life: 'hidup' | 'dilaporkan_meninggal' | 'terbukti';
  died_on: LocalDate | null;
  protection: number;
  alias: string | null;
  area_id: number;
  area_label: string | null;
  source: Source;
  observed_on: LocalDate;
  created_at: Date;
  updated_at: Date;
  updated_by_name: string | null;
  version: number;
  /** The actor belongs to her case team. */
  in_team: boolean;
};

/** The person as the actor may see her; with `lock` the row is held until the transaction ends. Undefined when out of sight or merged away. */
export const findPerson = async (ctx: Context, id: string, lock = false): Promise<PersonRecord | undefined> => {
  const { rows } = await sql<PersonRecord>`
    select p.id, p.name, p.sex, p.birth_on, p.birth_precision, p.birth_place, p.mother_name, p.occupation_code, p.occupation, p.phone,
           p.life, p.died_on, p.protection, p.alias, p.scope_area_id as area_id,
           (select r.label from area r where r.id = p.scope_area_id) as area_label, p.source, p.observed_on, p.created_at, p.updated_at,
           (select a.display_name from account a where a.id = p.updated_by) as updated_by_name, p.version,
           p.id = any ((select guard_case_persons())::uuid[]) as in_team
    from person p where p.id = ${id} and p.merged_into is null ${lock ? sql`for update of p` : sql``}`.execute(ctx.tx);
  return rows[0];
};

export const updateIdentity = async (ctx: Context, id: string, columns: IdentityColumns): Promise<number> => {
  const row = await ctx.tx
    .updateTable('person')
    .set({ ...columns, updated_at: ctx.now, updated_by: ctx.actor.accountId, version: sql`version + 1` })
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow();
  return row.version;
};

export const updateLife = async (
  ctx: Context,
  id: string,
  life: PersonRecord['life'],
  diedOn: LocalDate | null,
): Promise<number> => {
  const row = await ctx.tx
    .updateTable('person')
    .set({ life, died_on: diedOn, updated_at: ctx.now, updated_by: ctx.actor.accountId, version: sql`version + 1` })
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow();
  return row.version;
};

/** Moves the version on after something that belongs to the person (a number, a family) was changed. */
export const touchPerson = async (ctx: Context, id: string): Promise<void> => {
  await ctx.tx
    .updateTable('person')
    .set({ updated_at: ctx.now, updated_by: ctx.actor.accountId, version: sql`version + 1` })
    .where('id', '=', id)
    .execute();
};

/** Keeps an earlier way of writing the name, so that she is still found by it. */
export const keepSpelling = async (ctx: Context, id: string, name: string, source: Source): Promise<void> => {
  await sql`
    insert into person_name (person_id, name, kind, source) values (${id}, ${name}, 'ejaan', ${source}) on conflict do nothing`.execute(
    ctx.tx,
  );
};

export type NikRow = { id: string; value: string; problem: string | null };
/** Her NIKs that are not known to be wrong or another's: those whose warnings follow sex and birth. */
export const listOwnNiks = async (ctx: Context, id: string): Promise<NikRow[]> => {
  const { rows } = await sql<NikRow>`
    select id, value, problem from person_identifier where person_id = ${id} and kind = 'nik' and state in ('aktif', 'klaim')
      and (problem is null or problem like 'peringatan:%')`.execute(ctx.tx);
  return rows;
};

export const updateNumberProblem = async (ctx: Context, id: string, problem: string | null): Promise<void> => {
  await ctx.tx.updateTable('person_identifier').set({ problem }).where('id', '=', id).execute();
};

/** What a NIK is held against: sex and day of birth of its owners. */
export const listNumberOwners = async (
  ctx: Context,
  ids: readonly string[],
): Promise<Map<string, Pick<PersonRecord, 'sex' | 'birth_on'>>> => {
  const rows = await ctx.tx
    .selectFrom('person')
    .select(['id', 'sex', 'birth_on'])
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map(({ id, sex, birth_on }) => [id, { sex: sex as PersonRecord['sex'], birth_on }]));
};
