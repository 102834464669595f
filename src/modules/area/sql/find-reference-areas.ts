import type pg from 'pg';
import { foldPlace } from '../domain/fold.ts';

/** A place of the reference, down to desa/kelurahan, with its full name ("Kelurahan X, Y, Kota Z, Provinsi"). */
export type ReferencePlace = { kode: string; label: string };
/** How the words were found: all in one name, in the names of neighbours, or nearly. */
export type Found = { how: 'tepat' | 'bertetangga' | 'mirip'; places: ReferencePlace[]; all: number };

/** Whole words first, then the higher level, then the place that has the first word, then the code. */
const ORDER = `order by (select count(*) from unnest($1::text[]) as word where text like '% ' || word || ' %') desc,
  array_position(array['prov', 'kab', 'kec', 'desa'], kind), text not like '% ' || ($1::text[])[1] || ' %', kode limit $2`;

/** One name holds every word, or a code begins so. */
const IN_ONE_NAME = `
  select kode, label, count(*) over () as all from (select *, ' ' || search || ' ' as text from ref.area_now) as place
  where text like all (select '%' || word || '%' from unnest($1::text[]) as word) or kode = $3 or kode like $3 || '.%' ${ORDER}`;

/** The words stand in names of neighbours: Larangan and Ciledug are two kecamatan of one kota. */
const AMONG_NEIGHBOURS = `
  with place as (
    select n.kode, n.label, n.kind, ' ' || n.search || ' ' as text, coalesce(k.parent_id, n.parent_id) as kab_id
    from ref.area_now n left join ref.area_now k on n.kind = 'desa' and k.id = n.parent_id
    where n.kind in ('kec', 'desa') and ' ' || n.search like any (select '% ' || word || '%' from unnest($1::text[]) as word)
  ), whole as (
    select kab_id from place join unnest($1::text[]) as word on text like '% ' || word || '%'
    group by kab_id having count(distinct word) = cardinality($1::text[])
  )
  select kode, label, count(*) over () as all from place where kab_id in (select kab_id from whole) ${ORDER}`;

/** Every word is nearly there, the nearest first: "cileduk". */
const NEARLY = `
  select kode, label, count(*) over () as all from (
    select kode, label, kind, (select min(word_similarity(word, search)) from unnest($1::text[]) as word) as likeness from ref.area_now
  ) as place where likeness >= 0.5
  order by likeness desc, array_position(array['prov', 'kab', 'kec', 'desa'], kind), kode limit $2`;

/**
 * Places of all Indonesia found as one types: words in any order and case, or a Kemendagri code. When no name holds all words, places
 * whose neighbours hold the others; else places spelt nearly so.
 * @returns at most `limit` places, and how many there are in all
 */
export const findReferenceAreas = async (pool: pg.Pool, typed: string, limit: number): Promise<Found> => {
  const words = [...new Set(foldPlace(typed).split(' ').filter(Boolean))];
  const kode = /^\d\d(\.\d+)*$/.test(typed.trim()) ? typed.trim() : null;
  const ask = async (how: Found['how'], text: string, values: unknown[]): Promise<Found> => {
    const { rows } = await pool.query<ReferencePlace & { all: bigint }>(text, values);
    return { how, places: rows.map(({ kode, label }) => ({ kode, label })), all: Number(rows[0]?.all ?? 0n) };
  };
  if (words.length === 0) return { how: 'tepat', places: [], all: 0 };
  const exact = await ask('tepat', IN_ONE_NAME, [words, limit, kode]);
  if (exact.all > 0 || kode !== null) return exact;
  const near = await ask('bertetangga', AMONG_NEIGHBOURS, [words, limit]);
  return near.all > 0 ? near : ask('mirip', NEARLY, [words, limit]);
};
