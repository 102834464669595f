import { sql } from 'kysely';
import type { Context } from '#platform/db/context.ts';
import { rtKey } from '../domain/read-siks.ts';
import type { AreaCode, SiksArea } from '../domain/siks/areas.ts';

type Row = {
  id: number;
  name: string;
  codes: AreaCode[];
  former: string[];
  kec_name: string;
  kec_codes: AreaCode[];
  kab_name: string;
  kab_codes: AreaCode[];
  prov_name: string;
  prov_codes: AreaCode[];
};

const codesOf = (id: string) => sql`
  (select coalesce(jsonb_agg(jsonb_build_object('system', case c.system when 'bps' then 'bps' else 'kemendagri' end, 'code', c.code)), '[]')
   from ref.area_code c where c.area_id = ${sql.ref(id)})`;

/** Every desa and kelurahan the agency serves, with all names and codes it has or had, as a file may write them. */
export const listServedAreas = async (ctx: Context): Promise<SiksArea[]> => {
  const { rows } = await sql<Row>`
    select d.id, d.name, ${codesOf('d.id')} as codes,
           array(select distinct v.name from ref.area_version v where v.area_id = d.id and v.name <> d.name) as former,
           kec.name as kec_name, ${codesOf('kec.id')} as kec_codes, kab.name as kab_name, ${codesOf('kab.id')} as kab_codes,
           prov.name as prov_name, ${codesOf('prov.id')} as prov_codes
    from area d join ref.area_now kec on kec.id = d.kec_id join ref.area_now kab on kab.id = kec.parent_id
    join ref.area_now prov on prov.id = kab.parent_id
    where d.kind = 'desa' and d.ended_on is null order by d.id`.execute(ctx.tx);
  return rows.map((row) => ({
    id: String(row.id),
    name: row.name,
    codes: row.codes,
    formerNames: row.former,
    kecamatan: { name: row.kec_name, codes: row.kec_codes },
    kabupaten: { name: row.kab_name, codes: row.kab_codes },
    provinsi: { name: row.prov_name, codes: row.prov_codes },
  }));
};

/** The RTs that are known, by desa, RW and RT number. */
export const listRtIds = async (ctx: Context): Promise<Map<string, number>> => {
  const { rows } = await sql<{ id: number; desa_id: number; rt: string; rw: string }>`
    select r.id, r.desa_id, right(r.name, 3) as rt, right(w.name, 3) as rw from area r join area w on w.id = r.parent_id
    where r.kind = 'rt' and w.kind = 'rw' and r.ended_on is null and w.ended_on is null`.execute(ctx.tx);
  return new Map(rows.map((row) => [rtKey(row.desa_id, row.rw, row.rt), row.id]));
};
