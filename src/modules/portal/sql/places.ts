import type { Context } from '#platform/db/context.ts';

/** A place to choose; `group` is what it belongs to, when that helps to find it. */
export type Place = { id: number; label: string; group: string | null };

/** The kecamatan of the agency, under their kabupaten or kota where there are several. */
export const listKecamatan = async (ctx: Context): Promise<Place[]> => {
  const rows = await ctx.tx
    .selectFrom('area as a')
    .leftJoin('area as k', 'k.id', 'a.parent_id')
    .select(['a.id', 'a.name', 'k.name as parent', 'k.jenis as parentKind'])
    .where('a.kind', '=', 'kec')
    .where('a.ended_on', 'is', null)
    .orderBy('k.name')
    .orderBy('a.name')
    .execute();
  const isOne = new Set(rows.map((row) => row.parent)).size < 2;
  return rows.map((row) => ({
    id: row.id,
    label: row.name,
    group: isOne ? null : [row.parentKind, row.parent].filter(Boolean).join(' '),
  }));
};

const named = (row: { name: string; jenis: string | null }): string =>
  row.jenis ? `${row.jenis[0]?.toUpperCase()}${row.jenis.slice(1)} ${row.name}` : row.name;

/** The desa and kelurahan of a kecamatan. */
export const listDesa = async (ctx: Context, kecamatanId: number): Promise<Place[]> => {
  const rows = await ctx.tx
    .selectFrom('area')
    .select(['id', 'name', 'jenis'])
    .where('kind', '=', 'desa')
    .where('ended_on', 'is', null)
    .where('parent_id', '=', kecamatanId)
    .orderBy('name')
    .execute();
  return rows.map((row) => ({ id: row.id, label: named(row), group: null }));
};

/** The RT of a desa or kelurahan. */
export const listRt = async (ctx: Context, desaId: number): Promise<Place[]> => {
  const rows = await ctx.tx
    .selectFrom('area')
    .select(['id', 'label'])
    .where('kind', '=', 'rt')
    .where('ended_on', 'is', null)
    .where('desa_id', '=', desaId)
    .orderBy('label')
    .execute();
  return rows.map((row) => ({ id: row.id, label: row.label.split(',')[0] ?? row.label, group: null }));
};

/** The name of one place, such as `Desa Karang Asri`. */
export const findPlaceName = async (ctx: Context, id: number): Promise<string | undefined> => {
  const row = await ctx.tx
    .selectFrom('area')
    .select(['name', 'jenis', 'kind', 'label'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  if (row.kind === 'rt') return row.label.split(',')[0];
  return row.kind === 'kec' ? row.name : named(row);
};
