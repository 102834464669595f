import { CompiledQuery, sql } from 'kysely';
import type { LocalDate } from '#kernel/local-date.ts';
import { uuid7 } from '#kernel/uuid7.ts';
import { type Context, toJson } from '#platform/db/context.ts';
import { foldPlace } from '../domain/fold.ts';
import { nameBelow, ownLabel } from '../domain/place-label.ts';
import type { Jenis, LegalBasis, Place, TerritoryChange } from '../domain/territory-change.ts';
import { type Runner, rebuildTerritory } from './territory.ts';

export const isLocal = (place: Pick<Place, 'kind'>): boolean =>
  place.kind === 'dusun' || place.kind === 'rw' || place.kind === 'rt';

export const addEventRow = async (ctx: Context, kind: TerritoryChange['kind'], basis: LegalBasis): Promise<string> => {
  const id = uuid7();
  await ctx.tx
    .insertInto('area_event')
    .values({
      id,
      kind,
      decree: basis.decree,
      decree_on: basis.decreeOn,
      on_date: basis.onDate,
      recorded_by: ctx.actor.accountId,
      recorded_at: ctx.now,
    })
    .execute();
  return id;
};

export const addPart = async (
  ctx: Context,
  eventId: string,
  part: { from: number | null; to: number | null; note: string },
): Promise<void> => {
  await ctx.tx
    .insertInto('area_event_part')
    .values({ event_id: eventId, from_area: part.from, to_area: part.to, note: part.note, recorded_at: ctx.now })
    .execute();
};

/** Ends the version in force and begins the next with the same id; RT, RW and dusun below a moved place follow it to its desa. */
export const renewVersion = async (
  ctx: Context,
  place: Place,
  onDate: LocalDate,
  next: { name: string; jenis: Jenis | null; parent: Place },
): Promise<void> => {
  if (!isLocal(place)) {
    await sql`select reference_version(${place.id}, ${onDate}::date, ${next.name}, ${next.jenis}, ${next.parent.id})`.execute(
      ctx.tx,
    );
    return;
  }
  const desaId = next.parent.kind === 'desa' ? next.parent.id : next.parent.desaId;
  const parentId = next.parent.kind === 'desa' ? null : next.parent.id;
  await sql`
    with recursive moved as (
      select id, parent_id, number from area_local where id = ${place.id}
      union all
      select l.id, l.parent_id, l.number from area_local l join moved m on l.parent_id = m.id where upper_inf(l.during)
    ), ended as (
      -- One that began on the day of the change or later never was elsewhere: its version is set right instead of ended.
      update area_local_version v set during = case when lower(v.during) < ${onDate}::date then daterange(lower(v.during), ${onDate}::date) else v.during end,
        desa_id = case when lower(v.during) < ${onDate}::date then v.desa_id else ${desaId} end
      from moved m join area_local l on l.id = m.id
      where v.area_id = m.id and upper_inf(v.during) and (m.id = ${place.id} or l.desa_id <> ${desaId}) returning v.area_id
    )
    update area_local l set desa_id = ${desaId},
      number = case when l.id = ${place.id} then ${next.name} else l.number end,
      parent_id = case when l.id = ${place.id} then ${parentId}::integer else l.parent_id end
    from ended e where l.id = e.area_id`.execute(ctx.tx);
  await sql`
    insert into area_local_version (area_id, during, number, parent_id, desa_id)
    select l.id, daterange(${onDate}::date, null), l.number, l.parent_id, l.desa_id from area_local l
    where upper_inf(l.during) and not exists (select 1 from area_local_version v where v.area_id = l.id and upper_inf(v.during))`.execute(
    ctx.tx,
  );
};

export const renewCode = async (ctx: Context, id: number, onDate: LocalDate, kode: string): Promise<void> => {
  await sql`select reference_code(${id}, ${onDate}::date, 'kemendagri', ${kode})`.execute(ctx.tx);
};

/** A place begins. @returns its id */
export const beginPlace = async (
  ctx: Context,
  onDate: LocalDate,
  place: { kind: Place['kind']; name: string; jenis: Jenis | null; kode: string | null; parent: Place },
): Promise<number> => {
  const { parent } = place;
  if (isLocal(place)) {
    const { rows } = await sql<{ id: number }>`
      with made as (
        insert into area_local (kind, desa_id, parent_id, number, during)
        values (${place.kind}, ${parent.kind === 'desa' ? parent.id : parent.desaId}, ${parent.kind === 'desa' ? null : parent.id},
                ${place.name}, daterange(${onDate}::date, null)) returning id, during, number, parent_id, desa_id
      )
      insert into area_local_version (area_id, during, number, parent_id, desa_id) select id, during, number, parent_id, desa_id from made
      returning area_id as id`.execute(ctx.tx);
    return rows[0]!.id;
  }
  const { rows } = await sql<{ id: number }>`
    select reference_begin(${onDate}::date, ${place.kind}, ${place.name}, ${place.jenis}, ${parent.id}, ${place.kode}, null) as id`.execute(
    ctx.tx,
  );
  return rows[0]!.id;
};

export const endPlace = async (ctx: Context, place: Place, onDate: LocalDate): Promise<void> => {
  if (!isLocal(place)) {
    await sql`select reference_end(${place.id}, ${onDate}::date)`.execute(ctx.tx);
    return;
  }
  await sql`update area_local set during = daterange(lower(during), ${onDate}::date) where id = ${place.id}`.execute(
    ctx.tx,
  );
  await sql`
    update area_local_version set during = daterange(lower(during), ${onDate}::date) where area_id = ${place.id} and upper_inf(during)`.execute(
    ctx.tx,
  );
};

/** Families that name the ended place itself go on in its successor; `only` some of them, or all. */
export const placeFamilies = async (ctx: Context, from: number, to: number, only: readonly string[] | null) => {
  await sql`select territory_place_families(${from}, ${to}, ${only ? [...only] : null}::uuid[], ${ctx.now})`.execute(
    ctx.tx,
  );
};

type Version = {
  id: number;
  kind: 'kab' | 'kec' | 'desa';
  name: string;
  jenis: string | null;
  parent_id: number;
  kode: string;
  kode_bps: string | null;
  ended_on: string | null;
  depth: number;
};

/** Makes today's rows of the reference anew for these places and all below them, from their last version. */
const refreshReference = async (ctx: Context, roots: readonly number[]): Promise<void> => {
  const lastCode = (system: string) => sql`
    (select c.code from ref.area_code c where c.area_id = d.area_id and c.system = ${system} order by lower(c.during) desc limit 1)`;
  const { rows } = await sql<Version>`
    with recursive last as (
      select distinct on (area_id) area_id, name, jenis, parent_id, upper(during)::text as ended_on from ref.area_version order by area_id, lower(during) desc
    ), down as (
      select l.*, 0 as depth from last l where l.area_id = any (${[...roots]}::integer[])
      union
      select l.*, d.depth + 1 from last l join down d on l.parent_id = d.area_id
    )
    select d.area_id as id, r.kind, d.name, d.jenis, d.parent_id, ${lastCode('kemendagri')} as kode, ${lastCode('bps')} as kode_bps, d.ended_on, d.depth
    from down d join ref.area r on r.id = d.area_id order by d.depth`.execute(ctx.tx);
  const parents = await ctx.tx
    .selectFrom('ref.area_now')
    .select(['id', 'kind', 'name', 'jenis', 'label'])
    .where('id', 'in', [...rows.map((row) => row.parent_id), 0])
    .execute();
  // What stands after the own name in a label: "Karang Asri, Kecamatan…" of the row itself, then what its parent's label goes on with.
  const tail = new Map(parents.map((row) => [row.id, [nameBelow(row), row.label.split(', ').slice(1).join(', ')]]));
  const shown = rows.map((row) => {
    const above = (tail.get(row.parent_id) ?? []).filter(Boolean).join(', ');
    tail.set(row.id, [nameBelow(row), above]);
    const label = [ownLabel(row), above].filter(Boolean).join(', ');
    return { ...row, label, search: foldPlace(label) };
  });
  await sql`select reference_now(${toJson(shown)}::jsonb)`.execute(ctx.tx);
};

/** Makes the projections of today anew after a change: the reference below `roots`, then the agency's own. */
export const refreshTerritory = async (ctx: Context, roots: readonly number[]): Promise<void> => {
  if (roots.length > 0) await refreshReference(ctx, roots);
  const runner: Runner = {
    query: async <R extends object>(text: string, values: unknown[] = []) => ({
      rows: [...(await ctx.tx.executeQuery<R>(CompiledQuery.raw(text, values))).rows],
    }),
  };
  await rebuildTerritory(runner);
  await sql`select territory_refresh_findings()`.execute(ctx.tx);
};
