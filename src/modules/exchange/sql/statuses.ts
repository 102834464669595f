import { sql } from 'kysely';
import { type Context, toJson } from '#platform/db/context.ts';

export type StatusRow = { personId: string; programme: string; status: string; rowId: bigint; isNew: boolean };

/**
 * Keeps what the centre says of people in a period, where it differs from what was last known. `isNew`: a person made just now, of whom
 * nothing can be known. The one writer of the centre's statuses.
 */
export const putStatuses = async (ctx: Context, period: string, rows: readonly StatusRow[]): Promise<void> => {
  const write = (given: readonly StatusRow[], changed: boolean) => sql`
    insert into centre_status (id, person_id, programme, period, status, import_row_id)
    select gen_random_uuid(), g."personId", g.programme, ${period}, g.status, g."rowId"
    from jsonb_to_recordset(${toJson(given)}::jsonb) as g("personId" uuid, programme text, status text, "rowId" bigint)
    ${
      changed
        ? sql`where g.status is distinct from (
            select c.status from centre_status c where c.person_id = g."personId" and c.programme = g.programme and c.period <= ${period}
            order by c.period desc limit 1)`
        : sql``
    }
    on conflict (person_id, programme, period) do nothing`;
  const [fresh, known] = [rows.filter((row) => row.isNew), rows.filter((row) => !row.isNew)];
  if (fresh.length > 0) await write(fresh, false).execute(ctx.tx);
  if (known.length > 0) await write(known, true).execute(ctx.tx);
};

/** People of the file before whom this one no longer lists: that the centre is silent about them is kept, and nothing else follows. */
export const putNoLongerListed = async (ctx: Context, importId: string, period: string): Promise<number> => {
  const { rows } = await sql<{ person_id: string }>`
    insert into centre_status (id, person_id, programme, period, status, import_row_id)
    select distinct on (p.person_id) gen_random_uuid(), p.person_id, 'DTSEN', ${period}, 'tidak tercantum', p.id
    from import_file f join import_row p on p.import_id = f.previous_id
    where f.id = ${importId} and p.person_id is not null and exists (select 1 from person seen where seen.id = p.person_id)
      and not exists (select 1 from import_row n where n.import_id = f.id and n.previous_row_id = p.id)
      and not exists (select 1 from import_row n where n.import_id = f.id and n.person_id = p.person_id)
    on conflict (person_id, programme, period) do nothing returning person_id`.execute(ctx.tx);
  return rows.length;
};
