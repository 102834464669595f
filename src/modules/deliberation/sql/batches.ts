import { sql } from 'kysely';
import { type Context, toJson } from '#platform/db/context.ts';

export type BatchState = 'disusun' | 'dikirim' | 'disahkan';
export type BatchRow = {
  id: string;
  period: string;
  state: BatchState;
  decreeId: string | null;
  replaces: string | null;
  replacedBy: string | null;
  correctionReason: string | null;
  rowsHash: string | null;
  notaNumber: string | null;
  notaFile: string | null;
  note: string;
  createdByName: string;
  createdAt: Date;
  sentAt: Date | null;
  sentByName: string | null;
  version: number;
  rows: number;
};

const select = sql`
  select b.id, b.period, b.state, b.decree_id as "decreeId", b.replaces, n.id as "replacedBy", b.correction_reason as "correctionReason",
    b.rows_hash as "rowsHash", b.nota_number as "notaNumber", b.nota_file as "notaFile", b.note, c.display_name as "createdByName",
    b.created_at as "createdAt", b.sent_at as "sentAt", s.display_name as "sentByName", b.version,
    (select count(*)::int from batch_item i where i.batch_id = b.id) as rows
  from batch b join account c on c.id = b.created_by left join account s on s.id = b.sent_by left join batch n on n.replaces = b.id`;

export const findBatch = async (ctx: Context, id: string): Promise<BatchRow | undefined> =>
  (await sql<BatchRow>`${select} where b.id = ${id}`.execute(ctx.tx)).rows[0];

export const listBatchRows = async (ctx: Context): Promise<BatchRow[]> =>
  (await sql<BatchRow>`${select} order by b.period desc, b.created_at desc limit 120`.execute(ctx.tx)).rows;

export const lockBatchRow = async (ctx: Context, id: string): Promise<BatchRow | undefined> => {
  const locked = await ctx.tx.selectFrom('batch').select('id').where('id', '=', id).forUpdate().executeTakeFirst();
  return locked ? findBatch(ctx, id) : undefined;
};

/** Adds a batch. @returns false when the period has an open one already (of two at once the second waits, then finds it) */
export const addBatch = async (
  ctx: Context,
  batch: { id: string; period: string; replaces: string | null; correctionReason: string | null },
): Promise<boolean> => {
  const added = await ctx.tx
    .insertInto('batch')
    .values({
      id: batch.id,
      period: batch.period,
      state: 'disusun',
      replaces: batch.replaces,
      correction_reason: batch.correctionReason,
      created_by: ctx.actor.accountId,
      created_at: ctx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
};

/** The open regular batch of a period, taken, if there is one. */
export const lockOpenBatchOf = (ctx: Context, period: string) =>
  ctx.tx
    .selectFrom('batch')
    .select('id')
    .where('period', '=', period)
    .where('state', '=', 'disusun')
    .where('replaces', 'is', null)
    .forUpdate()
    .executeTakeFirst();

export const markSent = async (
  ctx: Context,
  id: string,
  sent: { rowsHash: string; decreeId: string; notaNumber: string; notaFile: string },
): Promise<void> => {
  await ctx.tx
    .updateTable('batch')
    .set({
      state: 'dikirim',
      rows_hash: sent.rowsHash,
      decree_id: sent.decreeId,
      nota_number: sent.notaNumber,
      nota_file: sent.notaFile,
      sent_at: ctx.now,
      sent_by: ctx.actor.accountId,
      version: sql`version + 1`,
    })
    .where('id', '=', id)
    .execute();
};

export const markRatified = async (ctx: Context, id: string): Promise<void> => {
  await ctx.tx
    .updateTable('batch')
    .set({ state: 'disahkan', version: sql`version + 1` })
    .where('id', '=', id)
    .execute();
};

/** Counts the version up, so that whoever looks at an older list is told. */
export const touchBatch = async (ctx: Context, id: string): Promise<void> => {
  await ctx.tx.updateTable('batch').set({ version: sql`version + 1` }).where('id', '=', id).execute();
};

/** Approved usulan of the centre's track that no batch carries yet (a batch that was replaced counts no longer). */
export const listReadyUsulan = async (ctx: Context): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    select u.id from usulan u join area a on a.id = u.area_id
    where u.state = 'disetujui' and 'pusat' = any (u.track)
      and not exists (select 1 from batch_item i where i.usulan_id = u.id and not exists (select 1 from batch n where n.replaces = i.batch_id))
    order by a.kode, u.citizen_clock_from, u.id`.execute(ctx.tx);
  return rows.map((row) => row.id);
};

/** What the annex prints of a row, and the hash of the evidence behind it (identity, visits, meetings, steps, files). */
export type BatchLine = {
  usulanId: string;
  evidenceHash: string;
  line: {
    name: string;
    nik: string;
    nomorKk: string;
    address: string;
    areaLabel: string;
    kind: string;
    receiptNumber: string;
    musyawarah: string;
    verval: string;
  };
};

const masked = (value: ReturnType<typeof sql>) =>
  sql`case when length(${value}) = 16 then left(${value}, 4) || '••••••••' || right(${value}, 4) else '' end`;

/** The line and evidence of usulan as they stand now. Numbers leave this query masked; the hash is taken over the whole ones. */
export const listEvidence = async (ctx: Context, usulanIds: readonly string[]): Promise<BatchLine[]> => {
  const { rows } = await sql<BatchLine>`
    select u.id as "usulanId",
      encode(sha256(convert_to(jsonb_build_object(
        'usulan', u.id, 'kind', u.kind, 'area', u.area_id, 'person', u.subject_person_id, 'family', u.subject_family_id, 'draft', u.draft,
        'nik', n.value, 'kk', k.nomor_kk,
        'steps', (select jsonb_agg(e.id order by e.at, e.id) from usulan_event e where e.usulan_id = u.id and e.event like 'usulan.%'),
        'visits', (select jsonb_agg(jsonb_build_array(v.id, v.result, v.set_id) order by v.at, v.id) from verval v where v.usulan_id = u.id),
        'meetings', (select jsonb_agg(jsonb_build_array(m.id, m.ba_hash, i.verdict) order by m.id) from musyawarah_item i join musyawarah m on m.id = i.musyawarah_id
                     where i.usulan_id = u.id and m.state = 'selesai'),
        'files', (select jsonb_agg(f.sha256 order by f.sha256) from usulan_file x join file f on f.id = x.file_id where x.usulan_id = u.id)
      )::text, 'UTF8')), 'hex') as "evidenceHash",
      jsonb_build_object(
        'name', case when u.protection >= 2 then coalesce(p.alias, 'Nama dilindungi') else coalesce(p.name, u.draft->>'name', 'Tanpa nama') end,
        'nik', ${masked(sql`coalesce(n.value, u.draft->>'nik', '')`)}, 'nomorKk', ${masked(sql`coalesce(k.nomor_kk, u.draft->>'nomorKk', '')`)},
        'address', coalesce(f.address, u.draft->>'address', ''), 'areaLabel', a.label, 'kind', u.kind, 'receiptNumber', u.no_publik,
        'musyawarah', coalesce((select m.number from musyawarah_item i join musyawarah m on m.id = i.musyawarah_id
                                where i.usulan_id = u.id and m.state = 'selesai' and i.verdict = 'disepakati' order by m.on_date desc limit 1), ''),
        'verval', coalesce((select v.result from verval v where v.usulan_id = u.id order by v.at desc limit 1), '')) as line
    from unnest(${[...usulanIds]}::uuid[]) with ordinality as w(id, at)
    join usulan u on u.id = w.id
    join area a on a.id = u.area_id
    left join person p on p.id = u.subject_person_id
    left join lateral (select value from person_identifier x where x.person_id = p.id and x.kind = 'nik' and x.state in ('aktif', 'klaim') order by x.state, x.value limit 1) n on true
    left join lateral (select m.family_id from family_member m where m.person_id = p.id and upper_inf(m.during) order by m.state desc, m.id limit 1) fm on true
    left join family f on f.id = coalesce(u.subject_family_id, fm.family_id)
    left join lateral (select nomor_kk from family_card x where x.family_id = f.id and x.state in ('aktif', 'klaim') order by x.state, x.nomor_kk limit 1) k on true
    order by w.at`.execute(ctx.tx);
  return rows;
};

/** Adds rows after those there are, numbered on. */
export const addBatchItems = async (ctx: Context, batchId: string, lines: readonly BatchLine[]): Promise<void> => {
  if (lines.length === 0) return;
  await sql`
    insert into batch_item (batch_id, usulan_id, no, evidence_hash, line)
    select ${batchId}, r."usulanId", (select coalesce(max(no), 0) from batch_item where batch_id = ${batchId}) + row_number() over (order by r.at), r."evidenceHash", r.line
    from (select x.*, row_number() over () as at from jsonb_to_recordset(${toJson(lines)}::jsonb) as x("usulanId" uuid, "evidenceHash" text, line jsonb)) r
    on conflict do nothing`.execute(ctx.tx);
};

/** Writes line and hash as they are at sending, numbered without gaps. */
export const freezeBatchItems = async (ctx: Context, batchId: string, lines: readonly BatchLine[]): Promise<void> => {
  await sql`
    update batch_item i set evidence_hash = r."evidenceHash", line = r.line, no = r.at
    from (select x.*, row_number() over () as at from jsonb_to_recordset(${toJson(lines)}::jsonb) as x("usulanId" uuid, "evidenceHash" text, line jsonb)) r
    where i.batch_id = ${batchId} and i.usulan_id = r."usulanId"`.execute(ctx.tx);
};

export const removeBatchItem = async (ctx: Context, batchId: string, usulanId: string): Promise<boolean> => {
  const removed = await ctx.tx
    .deleteFrom('batch_item')
    .where('batch_id', '=', batchId)
    .where('usulan_id', '=', usulanId)
    .returning('usulan_id')
    .executeTakeFirst();
  return removed !== undefined;
};

export type BatchItem = BatchLine & { no: number };

export const listBatchItems = async (ctx: Context, batchId: string): Promise<BatchItem[]> => {
  const { rows } = await sql<BatchItem>`
    select no, usulan_id as "usulanId", evidence_hash as "evidenceHash", line from batch_item where batch_id = ${batchId} order by no`.execute(
    ctx.tx,
  );
  return rows;
};

/** How many usulan wait to be put into a batch; batches that wait for ratification. */
export const countBatches = async (ctx: Context): Promise<{ ready: number; sent: number }> => {
  const ready = await listReadyUsulan(ctx);
  const { rows } = await sql<{ sent: number }>`
    select count(*)::int as sent from batch b where b.state = 'dikirim' and not exists (select 1 from batch n where n.replaces = b.id)`.execute(
    ctx.tx,
  );
  return { ready: ready.length, sent: rows[0]!.sent };
};
