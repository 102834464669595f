import type pg from 'pg';
import { foldPlace } from '../domain/fold.ts';

/** RT and RW of one desa as a source gives them; numbers are three digits. */
export type RtOfDesa = { desaKode: string; rw: string; rt: string };

/**
 * Rebuilds the projection `area` and the closure `area_tree` of the agency whose schema is on the search_path, from the reference
 * areas below its own area and its local places. Called after an agency is made and after every area event.
 */
export const rebuildTerritory = async (client: pg.ClientBase): Promise<void> => {
  await client.query('delete from area_tree');
  await client.query('delete from area');
  await client.query(`
    with recursive down as (
      select n.* from ref.area_now n join agency a on a.area_id = n.id
      union all
      select n.* from ref.area_now n join down d on n.parent_id = d.id
    )
    insert into area (id, kind, name, jenis, parent_id, desa_id, kec_id, kode, kode_bps, label, search)
    select id, kind, name, jenis, parent_id, case kind when 'desa' then id end,
           case kind when 'kec' then id when 'desa' then parent_id end, kode, kode_bps, label, search
    from down`);
  const locals = await client.query<{
    id: number;
    kind: string;
    number: string;
    parent_id: number | null;
    desa_id: number;
    parent_number: string | null;
    desa_label: string;
    kec_id: number;
  }>(`
    select l.id, l.kind, l.number, l.parent_id, l.desa_id, p.number as parent_number, d.label as desa_label, d.kec_id
    from area_local l join area d on d.id = l.desa_id left join area_local p on p.id = l.parent_id
    where l.during @> current_date`);
  const label = (row: (typeof locals.rows)[number]) =>
    row.kind === 'rt'
      ? `RT ${row.number}/RW ${row.parent_number ?? '000'}, ${row.desa_label}`
      : `${row.kind === 'rw' ? 'RW' : 'Dusun'} ${row.number}, ${row.desa_label}`;
  await client.query(
    `insert into area (id, kind, name, parent_id, desa_id, kec_id, label, search)
     select * from unnest($1::int[], $2::text[], $3::text[], $4::int[], $5::int[], $6::int[], $7::text[], $8::text[])`,
    [
      locals.rows.map((row) => row.id),
      locals.rows.map((row) => row.kind),
      locals.rows.map((row) => `${row.kind === 'dusun' ? 'Dusun' : row.kind.toUpperCase()} ${row.number}`),
      locals.rows.map((row) => row.parent_id ?? row.desa_id),
      locals.rows.map((row) => row.desa_id),
      locals.rows.map((row) => row.kec_id),
      locals.rows.map(label),
      locals.rows.map((row) => foldPlace(label(row))),
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
     where not exists (select 1 from area_local l where l.kind = 'rw' and l.desa_id = t.desa and l.number = t.number)`,
    [rws.map((place) => desaId.get(place.desaKode)), rws.map((place) => place.rw)],
  );
  await client.query(
    `insert into area_local (kind, desa_id, parent_id, number)
     select 'rt', t.desa, w.id, t.rt from unnest($1::int[], $2::text[], $3::text[]) as t(desa, rw, rt)
     join area_local w on w.kind = 'rw' and w.desa_id = t.desa and w.number = t.rw
     on conflict do nothing`,
    [rows.map((place) => desaId.get(place.desaKode)), rows.map((place) => place.rw), rows.map((place) => place.rt)],
  );
};
