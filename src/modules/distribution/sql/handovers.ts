import { sql } from 'kysely';
import type { Rupiah } from '#kernel/rupiah.ts';
import { uuid7 } from '#kernel/uuid7.ts';
import type { Context } from '#platform/db/context.ts';
import { toJson } from '#platform/db/context.ts';
import type { Ruling } from '../domain/ruling.ts';

export type Handover = {
  id: string;
  entitlementId: string;
  occurredAt: Date;
  desk: string;
  amount: Rupiah;
  receiver: string;
  isProxy: boolean;
  proxyRelation: string | null;
  by: string;
  ruling: Ruling;
  reason: string;
};
export type NewHandover = {
  id: string;
  entitlementId: string;
  occurredAt: Date;
  deviceTime: Date | null;
  device: string;
  desk: string;
  receiverId: string | null;
  proxyName: string | null;
  proxyRelation: string | null;
  amount: Rupiah;
  items: readonly { item: string; quantity: number }[];
};

const ROWS = sql`
  select h.id, h.entitlement_id as "entitlementId", h.occurred_at as "occurredAt", h.desk, h.amount, coalesce(h.proxy_name, p.alias, p.name) as receiver,
         h.proxy_name is not null as "isProxy", h.proxy_relation as "proxyRelation", k.display_name as by, last.kind as ruling, last.reason
  from handover h join account k on k.id = h.by_account left join person p on p.id = h.receiver_id
  join lateral (select r.kind, r.reason from handover_ruling r where r.handover_id = h.id order by r.at desc, r.id desc limit 1) last on true`;

export const addHandover = async (ctx: Context, row: NewHandover, ruling: Ruling, reason: string): Promise<void> => {
  await ctx.tx
    .insertInto('handover')
    .values({
      id: row.id,
      entitlement_id: row.entitlementId,
      occurred_at: row.occurredAt,
      device_time: row.deviceTime,
      device: row.device,
      desk: row.desk,
      receiver_id: row.receiverId,
      proxy_name: row.proxyName,
      proxy_relation: row.proxyRelation,
      amount: row.amount,
      items: toJson(row.items),
      by_account: ctx.actor.accountId,
    })
    .execute();
  await addRuling(ctx, row.id, ruling, reason);
};

/** Rulings are added, never changed; the last one counts. The database refuses one that would hand over more than is due. */
export const addRuling = async (ctx: Context, handoverId: string, kind: Ruling, reason: string): Promise<void> => {
  await ctx.tx
    .insertInto('handover_ruling')
    .values({ id: uuid7(), handover_id: handoverId, kind, reason, by_account: ctx.actor.accountId, at: ctx.now })
    .execute();
};

export const findHandover = async (ctx: Context, id: string): Promise<Handover | undefined> =>
  (await sql<Handover>`${ROWS} where h.id = ${id}`.execute(ctx.tx)).rows[0];

export const listHandovers = async (ctx: Context, entitlementId: string): Promise<Handover[]> =>
  (await sql<Handover>`${ROWS} where h.entitlement_id = ${entitlementId} order by h.received_seq`.execute(ctx.tx)).rows;

export type ReceiptLine = {
  no: number;
  name: string;
  nik: string | null;
  rt: string;
  amount: Rupiah;
  receiver: string;
  at: Date;
  desk: string;
};

/** Effective handovers of a programme and desa, for the BAST. */
export const listEffective = async (
  ctx: Context,
  programmeId: string,
  desaId: number,
): Promise<Omit<ReceiptLine, 'no'>[]> =>
  (
    await sql<Omit<ReceiptLine, 'no'>>`
      select coalesce(n.alias, n.name) as name, (select i.value from person_identifier i where i.person_id = n.id and i.kind = 'nik' and i.state = 'aktif' limit 1) as nik,
             split_part(coalesce(a.label, ''), ',', 1) as rt, h.amount, coalesce(h.proxy_name || ' (wakil, ' || h.proxy_relation || ')', n.alias, n.name) as receiver, h.occurred_at as at, h.desk
      from handover h join entitlement e on e.id = h.entitlement_id join award w on w.id = e.award_id join person n on n.id = w.payee_id left join area a on a.id = e.area_id
      join lateral (select r.kind from handover_ruling r where r.handover_id = h.id order by r.at desc, r.id desc limit 1) last on last.kind = 'efektif'
      where e.programme_id = ${programmeId} and a.desa_id = ${desaId} order by n.name_fold, h.received_seq`.execute(
      ctx.tx,
    )
  ).rows;
