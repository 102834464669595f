import { sql } from 'kysely';
import type { LocalDate } from '#kernel/local-date.ts';
import type { Context } from '#platform/db/context.ts';

export type HolderRow = {
  id: string;
  name: string;
  birthPlace: string | null;
  birthOn: LocalDate | null;
  sex: 'L' | 'P' | null;
  life: string;
  protection: number;
  areaId: number;
  areaLabel: string | null;
  address: string | null;
  nik: string | null;
  familyId: string | null;
};

/** The person a letter is about, within the actor's sight: who she is, where she lives, her family. */
export const findHolder = async (ctx: Context, personId: string): Promise<HolderRow | undefined> => {
  const { rows } = await sql<HolderRow>`
    select p.id, p.name, p.birth_place as "birthPlace", p.birth_on::text as "birthOn", p.sex, p.life, p.protection,
           p.scope_area_id as "areaId", a.label as "areaLabel", m.family_id as "familyId",
           (select i.value from person_identifier i where i.person_id = p.id and i.kind = 'nik' and i.state = 'aktif' limit 1) as nik,
           (select d.address from residence s join dwelling d on d.id = s.dwelling_id
            where (s.person_id = p.id or s.family_id = m.family_id) and s.kind = 'domisili' and upper_inf(s.during)
            order by s.person_id nulls last limit 1) as address
    from person p
    left join area a on a.id = p.scope_area_id
    left join family_member m on m.person_id = p.id and m.state = 'sah' and upper_inf(m.during)
    where p.id = ${personId} and p.merged_into is null`.execute(ctx.tx);
  return rows[0];
};

/** The centre's newest rank of a family, with its period. */
export const findRank = async (
  ctx: Context,
  familyId: string | null,
): Promise<{ desil: number; period: string } | undefined> =>
  familyId === null
    ? undefined
    : ctx.tx
        .selectFrom('centre_rank')
        .select(['desil', 'period'])
        .where('family_id', '=', familyId)
        .orderBy('period', 'desc')
        .limit(1)
        .executeTakeFirst();

/** The newest period for which the centre sent anything. */
export const findNewestPeriod = async (ctx: Context): Promise<string | undefined> =>
  (await ctx.tx.selectFrom('centre_rank').select('period').orderBy('period', 'desc').limit(1).executeTakeFirst())
    ?.period;
