import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type pg from 'pg';
import { foldPlace } from '../domain/fold.ts';
import { nameBelow, ownLabel } from '../domain/place-label.ts';

/** One place as a source gives it. `kode` in Kemendagri form (`36.71.13.1001`), the parent's code is its prefix. */
export type ReferenceArea = {
  kode: string;
  kodeBps: string | null;
  kind: 'prov' | 'kab' | 'kec' | 'desa';
  name: string;
  jenis: 'kabupaten' | 'kota' | 'kelurahan' | 'desa' | 'desa_adat' | null;
};

/** Kepmendagri 300.2.2-2430/2025 is the generation of codes that idn-area-data 4 carries; earlier ones are dated before it. */
const SINCE = '2025-01-01';

const titleCase = (text: string): string =>
  text.toLowerCase().replace(/(^|[\s(/.'-])\p{L}/gu, (match) => match.toUpperCase());

const kabJenis = (kode: string) => (Number(kode.slice(3, 5)) >= 71 ? 'kota' : 'kabupaten');
const desaJenis = (kode: string) => ({ '1': 'kelurahan', '2': 'desa', '3': 'desa_adat' })[kode.charAt(9)] ?? 'desa';

/**
 * All 38 provinces to 83,762 desa and kelurahan of Indonesia.
 * Source: npm idn-area-data 4 (its database under ODbL 1.0: see docs/licences.md).
 */
export const readIndonesia = (): ReferenceArea[] => {
  const folder = join(dirname(createRequire(import.meta.url).resolve('idn-area-data/package.json')), 'data');
  const read = (file: string) => parse(readFileSync(join(folder, file)), { columns: true }) as Record<string, string>[];
  const areas: ReferenceArea[] = [];
  const add =
    (kind: ReferenceArea['kind'], jenis: (kode: string) => string | null) => (row: Record<string, string>) => {
      const kode = row['code'] ?? '';
      const name = titleCase(row['name'] ?? '').replace(/^(Kabupaten|Kota) /, '');
      areas.push({ kode, kodeBps: null, kind, name, jenis: jenis(kode) as ReferenceArea['jenis'] });
    };
  read('provinces.csv').forEach(add('prov', () => null));
  read('regencies.csv').forEach(add('kab', kabJenis));
  read('districts.csv').forEach(add('kec', () => null));
  read('villages.csv').forEach(add('desa', desaJenis));
  return areas;
};

// Building an index or a foreign key once over 92,000 rows takes a fraction of what keeping it during a large load does.
const FOREIGN_KEYS = [
  ['area_version', 'area_version_area_id_fkey', 'foreign key (area_id) references ref.area'],
  ['area_version', 'area_version_parent_id_fkey', 'foreign key (parent_id) references ref.area'],
  ['area_code', 'area_code_area_id_fkey', 'foreign key (area_id) references ref.area'],
] as const;
const INDEXES = [
  ['area_version_one_start', 'unique', 'area_version (area_id, lower(during))'],
  ['area_version_parent', '', 'area_version (parent_id)'],
  ['area_code_one_start', 'unique', 'area_code (code, system, lower(during))'],
  ['area_code_area', '', 'area_code (area_id, system)'],
  ['area_now_parent', '', 'area_now (parent_id)'],
  ['area_now_kode', 'unique', 'area_now (kode)'],
] as const;
/** What the triggers hold row by row, asked once of all rows. */
const OVERLAPS = `
  select from (select during, lag(during) over (partition by area_id order by lower(during)) as before from ref.area_version) v
  where during && before
  union all
  select from (select during, lag(during) over (partition by code, system order by lower(during)) as before from ref.area_code) c
  where during && before limit 1`;

const setTriggers = async (client: pg.ClientBase, to: 'enable' | 'disable') => {
  for (const table of ['area_version', 'area_code'])
    await client.query(`alter table ref.${table} ${to} trigger ${table}_one_at_a_time`);
};
const dropGuards = async (client: pg.ClientBase) => {
  await setTriggers(client, 'disable');
  for (const [table, name] of FOREIGN_KEYS) await client.query(`alter table ref.${table} drop constraint ${name}`);
  for (const [name] of INDEXES) await client.query(`drop index ref.${name}`);
};
const restoreGuards = async (client: pg.ClientBase) => {
  for (const [name, unique, on] of INDEXES) await client.query(`create ${unique} index ${name} on ref.${on}`);
  for (const [table, name, rule] of FOREIGN_KEYS)
    await client.query(`alter table ref.${table} add constraint ${name} ${rule}`);
  await setTriggers(client, 'enable');
  const { rowCount } = await client.query(OVERLAPS);
  if (rowCount) throw new Error('the reference areas hold two versions of one place on one day');
};

const insertAreas = async (
  client: pg.ClientBase,
  fresh: ReferenceArea[],
  idOf: ReadonlyMap<string, number>,
  nameOf: ReadonlyMap<string, string>,
) => {
  const parentKode = (kode: string) => (kode.includes('.') ? kode.slice(0, kode.lastIndexOf('.')) : null);
  const chain = (kode: string): string[] => {
    const parent = parentKode(kode);
    return parent ? [nameOf.get(parent) ?? '', ...chain(parent)] : [];
  };
  const many = fresh.length > 10_000;
  if (many) await dropGuards(client);
  const ids = fresh.map((area) => idOf.get(area.kode)!);
  const parents = fresh.map((area) => idOf.get(parentKode(area.kode) ?? '') ?? null);
  const texts = fresh.map((area) => [ownLabel(area), ...chain(area.kode).filter(Boolean)]);
  await client.query('insert into ref.area (id, kind) select * from unnest($1::int[], $2::text[])', [
    ids,
    fresh.map((area) => area.kind),
  ]);
  await client.query(
    `insert into ref.area_version (area_id, during, name, jenis, parent_id)
     select id, daterange($5::date, null), name, jenis, parent from unnest($1::int[], $2::text[], $3::text[], $4::int[]) as t(id, name, jenis, parent)`,
    [ids, fresh.map((area) => area.name), fresh.map((area) => area.jenis), parents, SINCE],
  );
  for (const [system, codes] of [
    ['kemendagri', fresh.map((area) => area.kode)],
    ['bps', fresh.map((area) => area.kodeBps)],
  ] as const)
    await client.query(
      `insert into ref.area_code (area_id, system, code, during)
       select id, $3, code, daterange($4::date, null) from unnest($1::int[], $2::text[]) as t(id, code) where code is not null`,
      [ids, codes, system, SINCE],
    );
  await client.query(
    `insert into ref.area_now (id, kind, name, jenis, parent_id, kode, kode_bps, label, search)
     select * from unnest($1::int[], $2::text[], $3::text[], $4::text[], $5::int[], $6::text[], $7::text[], $8::text[], $9::text[])`,
    [
      ids,
      fresh.map((area) => area.kind),
      fresh.map((area) => area.name),
      fresh.map((area) => area.jenis),
      parents,
      fresh.map((area) => area.kode),
      fresh.map((area) => area.kodeBps),
      texts.map((parts) => parts.join(', ')),
      texts.map((parts) => foldPlace(parts.join(' '))),
    ],
  );
  if (many) await restoreGuards(client);
};

/**
 * Adds places that are not known yet (by Kemendagri code in force), with identity, dated version and dated codes, and refreshes the
 * projection of today. Repeating it adds nothing.
 * @returns how many places were added
 */
export const addReferenceAreas = async (client: pg.ClientBase, areas: ReferenceArea[]): Promise<number> => {
  const known = await client.query<{ kode: string; id: number }>(
    'select kode, id from ref.area_now order by ended_on nulls last',
  );
  const idOf = new Map(known.rows.map((row) => [row.kode, row.id]));
  const last = await client.query<{ last: number }>('select coalesce(max(id), 0) as last from ref.area');
  let next = last.rows[0]!.last;
  const fresh = areas
    .filter((area) => !idOf.has(area.kode))
    .sort((a, b) => a.kode.length - b.kode.length || (a.kode < b.kode ? -1 : 1));
  if (fresh.length === 0) return 0;
  for (const area of fresh) idOf.set(area.kode, ++next);
  const nameOf = new Map(areas.map((area) => [area.kode, nameBelow(area)]));
  await client.query('begin');
  try {
    await insertAreas(client, fresh, idOf, nameOf);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
  return fresh.length;
};
