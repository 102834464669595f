import { type Kysely, sql, type Transaction } from 'kysely';
import { dateInZone, type LocalDate } from '#kernel/local-date.ts';
import type { Actor } from './actor.ts';
import type { Database } from './schema.ts';

/** What happened, for the audit. `event` is past tense (`usulan.approved`). Never put a full NIK or KK number in before/after. */
export type AuditEntry = {
  event: string;
  subjectKind: string;
  subjectId: string;
  areaId?: number | null;
  /** 2 or 3: values of protected subjects; such entries keep the names of the changed fields only. */
  level?: number;
  before?: Record<string, unknown> | null;
  after?: Record<string, unknown> | null;
};

/** Everything an action may touch: one transaction, one actor, one clock. */
export type Context = {
  tx: Transaction<Database>;
  actor: Actor;
  now: Date;
  /** The calendar day at the agency, in its own zone. */
  today: LocalDate;
  requestId: string;
  record: (entry: AuditEntry) => Promise<void>;
  enqueue: (task: string, payload: Record<string, unknown>, jobKey?: string) => Promise<void>;
};

export type Platform = { db: Kysely<Database>; clock: () => Date };

/** The platform of a running process: the machine's own clock. Tests make theirs with a clock that stands still. */
export const platformOn = (db: Kysely<Database>): Platform => ({ db, clock: () => new Date() });
export type Occasion = { requestId: string; purpose?: string; receipt?: string };

/** A write without an audit entry is a bug of the action that made it: the transaction is rolled back. */
export class UnrecordedWrite extends Error {}

const json = (value: unknown): string =>
  JSON.stringify(value, (_key, item) => (typeof item === 'bigint' ? item.toString() : item));

/** jsonb columns are written as text; a bigint becomes its digits. */
export const toJson = (value: unknown): string => json(value);

const namesOnly = (fields: Record<string, unknown> | null | undefined) =>
  fields ? { fields: Object.keys(fields) } : null;

const recorder =
  (tx: Transaction<Database>, actor: Actor, occasion: Occasion, count: { recorded: number }) =>
  async (entry: AuditEntry) => {
    const level = entry.level ?? 0;
    const kept = (fields: Record<string, unknown> | null | undefined) =>
      level >= 2 ? namesOnly(fields) : (fields ?? null);
    const [before, after] = [kept(entry.before), kept(entry.after)];
    await tx
      .insertInto('audit')
      .values({
        account_id: actor.accountId,
        username: actor.username,
        position: actor.position,
        role: actor.role,
        event: entry.event,
        subject_kind: entry.subjectKind,
        subject_id: entry.subjectId,
        area_id: entry.areaId ?? null,
        level,
        before: before ? json(before) : null,
        after: after ? json(after) : null,
        purpose: occasion.purpose ?? null,
        request_id: occasion.requestId,
      })
      .execute();
    count.recorded++;
  };

/**
 * The one door to an agency's data: one transaction under the actor's database role, areas, clearance and account.
 * The whole of `work` commits or nothing does. A transaction that wrote without recording throws UnrecordedWrite and is rolled back.
 */
export const withActor = async <T>(
  platform: Platform,
  actor: Actor,
  occasion: Occasion,
  work: (ctx: Context) => Promise<T>,
): Promise<T> =>
  platform.db.transaction().execute(async (tx) => {
    const now = platform.clock();
    await sql`select set_config('search_path', ${`${actor.schema},ref,public`}, true), set_config('role', ${actor.databaseRole}, true),
      set_config('rukun.account', ${actor.accountId}, true), set_config('rukun.clearance', ${String(actor.clearance)}, true),
      set_config('rukun.roots', ${`{${actor.areaId}}`}, true), set_config('rukun.receipt', ${occasion.receipt ?? ''}, true)`.execute(
      tx,
    );
    const count = { recorded: 0 };
    const result = await work({
      tx,
      actor,
      now,
      today: dateInZone(now, actor.zone),
      requestId: occasion.requestId,
      record: recorder(tx, actor, occasion, count),
      enqueue: async (task, payload, jobKey) => {
        await sql`select jobs.enqueue(${task}, ${json(payload)}::json, ${jobKey ?? null})`.execute(tx);
      },
    });
    if (count.recorded === 0) {
      const wrote = await sql<{ wrote: boolean }>`select pg_current_xact_id_if_assigned() is not null as wrote`.execute(
        tx,
      );
      if (wrote.rows[0]?.wrote)
        throw new UnrecordedWrite(`${occasion.requestId}: the transaction wrote without an audit entry`);
    }
    return result;
  });
