import type pg from 'pg';
import { foldPlace } from '../domain/fold.ts';
import { localName } from '../domain/place-label.ts';

/** Whatever runs a statement with numbered values: a client of pg, or an open transaction. */
export type Runner = {
  query: <R extends object>(text: string, values?: unknown[]) => Promise<{ rows: R[] }>;
};

/** RT and RW of one desa as a source gives them; numbers are three digits. */
export type RtOfDesa = { desaKode: string; rw: string; rt: string };

/**
 * Rebuilds the projection `area` and the closure `area_tree` of the agency whose schema is on the search_path, from the reference
 * areas below its own area and its local places. Called after an agency is made and after every area event. Places that have ended
 * stay under their last parent: whoever and whatever names them is still found there.
 */
export const rebuildTerritory = async (client: Runner): Promise<void> => {
  await client.query('delete from area_tree');
  await client.query('delete from area');
  await client.query(`
    with recursive down as (
      select n.* from ref.area_now n join agency a on a.area_id = n.id
      union all
      select n.* from ref.area_now n join down d on n.parent_id = d.id
    )
    insert into area (id, kind, name, jenis, parent_id, desa_id, kec_id, kode, kode_bps, label, search, ended_on)
    select id, kind, name, jenis, parent_id, case kind when 'desa' then id end,
           case kind when 'kec' then id when 'desa' then parent_id end, kode, kode_bps, label, search, ended_on
    from down`);
  const locals = await client.query<{
    id: number;
    kind: 'rt' | 'rw' | 'dusun';
    number: string;
    parent_id: number | null;
    desa_id: number;
    parent_number: string | null;
    desa_label: string;
    kec_id: number;
    ended_on: string | null;
  }>(`
    select l.id, l.kind, l.number, l.parent_id, l.desa_id, p.number as parent_number, d.label as desa_label, d.kec_id, upper(l.during)::text as ended_on
    from area_local l join area d on d.id = l.desa_id left join area_local p on p.id = l.parent_id`);
  const label = (row: (typeof locals.rows)[number]) =>
    row.kind === 'rt'
      ? `RT ${row.number}/RW ${row.parent_number ?? '000'}, ${row.desa_label}`
      : `${localName(row.kind, row.number)}, ${row.desa_label}`;
  await client.query(
    `insert into area (id, kind, name, parent_id, desa_id, kec_id, label, search, ended_on)
     select * from unnest($1::int[], $2::text[], $3::text[], $4::int[], $5::int[], $6::int[], $7::text[], $8::text[], $9::date[])`,
    [
      locals.rows.map((row) => row.id),
      locals.rows.map((row) => row.kind),
      locals.rows.map((row) => localName(row.kind, row.number)),
      locals.rows.map((row) => row.parent_id ?? row.desa_id),
      locals.rows.map((row) => row.desa_id),
      locals.rows.map((row) => row.kec_id),
      locals.rows.map(label),
      locals.rows.map((row) => foldPlace(label(row))),
      locals.rows.map((row) => row.ended_on),
    ],
  );
  await client.query(`
    with recursive closure as (
      select id as ancestor_id, id as descendant_id, 0 as depth from area
      union all
      select c.ancestor_id, a.id, c.depth + 1 from closure c join area a on a.parent_id = c.descendant_id
    )
    insert into area_tree (ancestor_id, descendant_id, depth) select * from closure`);
};

/** Adds RW and RT below the desa of this agency; what is there already stays as it is. */
export const addRtRw = async (client: pg.ClientBase, places: readonly RtOfDesa[]): Promise<void> => {
  const desa = await client.query<{ id: number; kode: string }>(
    `select id, kode from ref.area_now where kind = 'desa' and kode = any ($1)`,
    [[...new Set(places.map((place) => place.desaKode))]],
  );
  const desaId = new Map(desa.rows.map((row) => [row.kode, row.id]));
  const rows = places.filter((place) => desaId.has(place.desaKode));
  const rws = [...new Map(rows.map((place) => [`${place.desaKode}/${place.rw}`, place])).values()];
  await client.query(
    `insert into area_local (kind, desa_id, number) select 'rw', desa, number from unnest($1::int[], $2::text[]) as t(desa, number)
     where not exists (select 1 from area_local l where l.kind = 'rw' and l.desa_id = t.desa and l.number = t.number and upper_inf(l.during))`,
    [rws.map((place) => desaId.get(place.desaKode)), rws.map((place) => place.rw)],
  );
  await client.query(
    `insert into area_local (kind, desa_id, parent_id, number)
     select 'rt', t.desa, w.id, t.rt from unnest($1::int[], $2::text[], $3::text[]) as t(desa, rw, rt)
     join area_local w on w.kind = 'rw' and w.desa_id = t.desa and w.number = t.rw and upper_inf(w.during)
     on conflict do nothing`,
    [rows.map((place) => desaId.get(place.desaKode)), rows.map((place) => place.rw), rows.map((place) => place.rt)],
  );
  await client.query(
    `insert into area_local_version (area_id, during, number, parent_id, desa_id)
     select l.id, l.during, l.number, l.parent_id, l.desa_id from area_local l where l.desa_id = any ($1::int[])
       and not exists (select 1 from area_local_version v where v.area_id = l.id)`,
    [[...new Set(desaId.values())]],
  );
};
