import { afterAll, beforeAll, expect, test } from 'vitest';
import { readAnchors, verifyAudit } from '../../src/platform/audit/verify.ts';
import { UnrecordedWrite, withActor } from '../../src/platform/db/context.ts';
import { actorOf } from '../support/actor.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { sealToTheEnd } from '../support/seal.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const occasion = { requestId: 'test' };
const owner = (text: string, values: unknown[] = []) => app.database.ownerPool.query(text, values);

test('a write without an audit entry is rolled back', async () => {
  const actor = await actorOf(app.database.db, 'verifikator');
  const write = withActor(app.platform, actor, occasion, (ctx) =>
    ctx.tx.insertInto('form').values({ id: 'tanpa_catatan', name: 'x' }).execute(),
  );
  await expect(write).rejects.toThrow(UnrecordedWrite);
  expect((await owner(`select 1 from agency_tirta_rukun.form where id = 'tanpa_catatan'`)).rowCount).toBe(0);
});

test('the app may add to the audit and never change or remove it', async () => {
  const actor = await actorOf(app.database.db, 'verifikator');
  await withActor(app.platform, actor, occasion, (ctx) =>
    ctx.record({ event: 'test.happened', subjectKind: 'test', subjectId: '1', after: { rupiah: 5n } }),
  );
  for (const act of ['update audit set event = $1', 'delete from audit where event <> $1', 'truncate audit_block']) {
    const attempt = withActor(app.platform, actor, occasion, async (ctx) => {
      await ctx.record({ event: 'test.tried', subjectKind: 'test', subjectId: '1' });
      const { sql } = await import('kysely');
      await sql.raw(act.replace('$1', `'x'`)).execute(ctx.tx);
    });
    await expect(attempt).rejects.toThrow(/permission denied/);
  }
});

test('nobody can write under another name', async () => {
  const actor = await actorOf(app.database.db, 'verifikator');
  const attempt = withActor(app.platform, actor, occasion, (ctx) =>
    ctx.tx
      .insertInto('audit')
      .values({
        account_id: '00000000-0000-7000-8000-000000000000',
        username: 'kadis',
        event: 'x',
        subject_kind: 'x',
        subject_id: 'x',
      })
      .execute(),
  );
  await expect(attempt).rejects.toThrow(/row-level security/);
});

test('verify finds a changed row, a removed row and a cut tail', async () => {
  const actor = await actorOf(app.database.db, 'verifikator');
  const act = (n: number) =>
    withActor(app.platform, actor, occasion, (ctx) =>
      ctx.record({ event: 'test.happened', subjectKind: 'test', subjectId: String(n), after: { b: 1, a: n } }),
    );
  for (let block = 0; block < 3; block++) {
    for (let n = 0; n < 4; n++) await act(block * 10 + n);
    await sealToTheEnd(app, app.dataDir);
  }
  const anchors = readAnchors(app.dataDir);
  const findings = async () =>
    (await verifyAudit(app.database.ownerPool, anchors)).flatMap((verdict) =>
      verdict.findings.map((finding) => finding.sentence),
    );
  expect(await findings()).toEqual([]);

  const schema = 'agency_tirta_rukun';
  await owner(`update ${schema}.audit set after = '{"a": 99}' where subject_id = '11'`);
  expect(await findings()).toEqual([expect.stringContaining('isi catatan berubah')]);
  await owner(`update ${schema}.audit set after = '{"a": 11, "b": 1}' where subject_id = '11'`);
  expect(await findings()).toEqual([]);

  await owner(
    `delete from ${schema}.audit_sealed where seq in (select seq from ${schema}.audit where subject_id = '12')`,
  );
  await owner(`delete from ${schema}.audit where subject_id = '12'`);
  expect(await findings()).toEqual([expect.stringContaining('1 catatan hilang')]);

  const last = (await owner(`select max(no) as no from ${schema}.audit_block`)).rows[0].no;
  await owner(`delete from ${schema}.audit_sealed where block_no = $1`, [last]);
  await owner(`delete from ${schema}.audit_block where no = $1`, [last]);
  expect(await findings()).toContainEqual(expect.stringContaining('Ekor terpotong'));
});
