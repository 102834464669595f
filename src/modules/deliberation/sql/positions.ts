import { sql } from 'kysely';
import type { LocalDate } from '#kernel/local-date.ts';
import { type Context, toJson } from '#platform/db/context.ts';
import type { DecreeKind, HeldPosition, HolderKind } from '../domain/decree.ts';

export type PositionRow = { id: string; name: string; level: string; bidang: string | null };

export const listPositions = (ctx: Context): Promise<PositionRow[]> =>
  ctx.tx.selectFrom('position').select(['id', 'name', 'level', 'bidang']).orderBy('name').execute();

/** Positions this account may give an initial for on a day: its own, and those whose holder delegated `decree.paraf` to one of them. */
export const listHeldPositions = async (ctx: Context, day: LocalDate): Promise<HeldPosition[]> => {
  const { rows } = await sql<HeldPosition>`
    with own as (
      select h.position_id, s.name as holder, h.kind
      from account a join staff s on s.id = a.staff_id join position_holder h on h.staff_id = s.id
      where a.id = ${ctx.actor.accountId} and h.during @> ${day}::date
    )
    select position_id as "positionId", holder, kind from own
    union
    select d.from_position, o.holder, 'plh' from own o join delegation d on d.to_position = o.position_id
    where d.capability = 'decree.paraf' and d.during @> ${day}::date`.execute(ctx.tx);
  return rows;
};

export type Signer = {
  holderId: string;
  positionId: string;
  position: string;
  holder: string;
  kind: HolderKind;
  nip: string | null;
};

/** Who may sign on a day: holders, definitive or acting, of positions that sign. */
export const listSigners = async (ctx: Context, day: LocalDate): Promise<Signer[]> => {
  const { rows } = await sql<Signer>`
    select h.id as "holderId", p.id as "positionId", p.name as position, s.name as holder, h.kind, s.nip
    from position_holder h join position p on p.id = h.position_id join staff s on s.id = h.staff_id
    where p.signs and h.during @> ${day}::date order by p.name`.execute(ctx.tx);
  return rows;
};

export const findSigner = async (ctx: Context, holderId: string, day: LocalDate): Promise<Signer | undefined> =>
  (await listSigners(ctx, day)).find((signer) => signer.holderId === holderId);

/** The agency's own chain of initials for a kind of decree (setting `rantaiParaf`): position ids or levels, in order. */
export const findParafChain = async (ctx: Context, kind: DecreeKind): Promise<string[] | undefined> => {
  const agency = await ctx.tx.selectFrom('agency').select('settings').executeTakeFirstOrThrow();
  const chains = (agency.settings as Record<string, unknown>)['rantaiParaf'] as Record<string, unknown> | undefined;
  const chain = chains?.[kind];
  return Array.isArray(chain) ? chain.filter((entry): entry is string => typeof entry === 'string') : undefined;
};

export const setParafChain = async (ctx: Context, kind: DecreeKind, chain: readonly string[]): Promise<void> => {
  await ctx.tx
    .updateTable('agency')
    .set({
      settings: sql`settings || jsonb_build_object('rantaiParaf', coalesce(settings->'rantaiParaf', '{}'::jsonb) || jsonb_build_object(${kind}::text, ${toJson(chain)}::jsonb))`,
    })
    .execute();
};

export const getHeadOfRegion = async (ctx: Context): Promise<string> =>
  (await ctx.tx.selectFrom('agency').select('head_of_region').executeTakeFirstOrThrow()).head_of_region;
