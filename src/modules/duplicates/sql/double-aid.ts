import { sql } from 'kysely';
import type { Context } from '#platform/db/context.ts';
import type { OpenBand, PairState } from '../domain/words.ts';

export type DoubleRow = {
  pairId: string;
  state: PairState;
  band: OpenBand;
  programmeId: string;
  programme: string;
  /** Null for a decree whose entitlements were not made yet. */
  period: string | null;
  aId: string;
  aName: string;
  aArea: string | null;
  aSet: bigint;
  aPaid: bigint;
  bId: string;
  bName: string;
  bSet: bigint;
  bPaid: bigint;
};

/**
 * Aid of one programme and period that goes to both records of a pair, unless the two were found to be different people. What was stopped
 * counts with what was handed over of it. Read across the tables of programme and distribution.
 */
export const listDoubleAid = async (ctx: Context): Promise<DoubleRow[]> => {
  const { rows } = await sql<DoubleRow>`
    with side as (
      select d.id as pair_id, w.person_id from duplicate_pair d cross join lateral (values (d.person_a), (d.person_b)) w(person_id) where d.state <> 'beda'
    ), line as (
      select distinct a.payee_id, a.programme_id, e.period, coalesce(e.id, a.id) as id, coalesce(e.amount, a.amount) as amount,
             a.state = 'dihentikan' or d.state <> 'berlaku' as ended,
             coalesce((select sum(h.amount) from handover h
               join lateral (select r.kind from handover_ruling r where r.handover_id = h.id order by r.at desc, r.id desc limit 1) last on last.kind = 'efektif'
               where h.entitlement_id = e.id), 0)::bigint as paid
      from side s join award a on a.payee_id = s.person_id join decree d on d.id = a.decree_id
      left join entitlement e on e.award_id = a.id
      where e.state is distinct from 'batal'
    ), received as (
      select payee_id, programme_id, period, sum(case when ended then paid else amount end)::bigint as set, sum(paid)::bigint as paid
      from line group by payee_id, programme_id, period
    )
    select d.id as "pairId", d.state, d.band, g.id as "programmeId", g.name as programme, ra.period,
           pa.id as "aId", pa.name as "aName", (select r.label from area r where r.id = pa.scope_area_id) as "aArea", ra.set as "aSet", ra.paid as "aPaid",
           pb.id as "bId", pb.name as "bName", rb.set as "bSet", rb.paid as "bPaid"
    from duplicate_pair d
    join person pa on pa.id = d.person_a join person pb on pb.id = d.person_b
    join received ra on ra.payee_id = d.person_a and ra.set > 0
    join received rb on rb.payee_id = d.person_b and rb.set > 0 and rb.programme_id = ra.programme_id and rb.period is not distinct from ra.period
    join programme g on g.id = ra.programme_id
    where d.state <> 'beda'
    order by least(ra.set, rb.set) desc, pa.name, d.id, ra.period`.execute(ctx.tx);
  return rows;
};
