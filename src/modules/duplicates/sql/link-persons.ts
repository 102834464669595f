import { sql } from 'kysely';
import type { LinkPerson } from '#engines/linkage/index.ts';
import type { Context } from '#platform/db/context.ts';

export const countPersons = async (ctx: Context): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from person where merged_into is null`.execute(
    ctx.tx,
  );
  return rows[0]?.n ?? 0;
};

type Condition = ReturnType<typeof sql>;

/**
 * Persons as the engine compares them. An estimated birth keeps its year only: 1 January counts there as "day unknown". The place is the
 * desa's code, refined by RT and RW.
 */
const readPersons = async (ctx: Context, which: Condition): Promise<LinkPerson[]> => {
  const { rows } = await sql<{ [K in keyof Required<LinkPerson>]: string | null }>`
    select p.id, p.name, p.mother_name as "motherName", p.birth_place as "birthPlace", p.phone,
           case when p.birth_precision in ('tahun', 'perkiraan') then to_char(p.birth_on, 'YYYY') || '-01-01' else p.birth_on::text end as "birthOn",
           case p.sex when 'L' then 'male' when 'P' then 'female' end as sex,
           n.value as nik, c.nomor_kk as "nomorKk", f.address,
           coalesce(d.kode, a.kode) as "areaCode", case when a.kind = 'rt' then a.name || '/' || coalesce(w.name, '') end as "rtRw"
    from person p
    left join area a on a.id = p.scope_area_id
    left join area d on d.id = a.desa_id
    left join area w on w.id = a.parent_id and w.kind = 'rw'
    left join lateral (select i.value from person_identifier i where i.person_id = p.id and i.kind = 'nik' and i.state in ('aktif', 'klaim', 'sengketa')
                       order by i.state, i.id limit 1) n on true
    left join lateral (select m.family_id from family_member m where m.person_id = p.id and m.state = 'sah' and upper_inf(m.during) limit 1) m on true
    left join family f on f.id = m.family_id
    left join lateral (select k.nomor_kk from family_card k where k.family_id = m.family_id and k.state in ('aktif', 'klaim') order by k.state, k.id limit 1) c on true
    where p.merged_into is null and ${which}`.execute(ctx.tx);
  return rows.map(
    (row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as unknown as LinkPerson,
  );
};

/** The next persons after an id. */
export const listLinkPersons = (ctx: Context, after: string | null, limit: number): Promise<LinkPerson[]> =>
  readPersons(ctx, sql`(${after}::uuid is null or p.id > ${after}::uuid) order by p.id limit ${limit}`);

/** These persons; who was merged away or is gone is left out. */
export const listLinkPersonsOf = (ctx: Context, ids: readonly string[]): Promise<LinkPerson[]> =>
  readPersons(ctx, sql`p.id = any (${[...ids]}::uuid[])`);
