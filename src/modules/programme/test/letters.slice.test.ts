import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeBudgetLine } from '../../../../test/factories/budget.ts';
import { makeFamilies } from '../../../../test/factories/families.ts';
import { inRegistry } from '../../../../test/factories/person.ts';
import { startTestApp, type TestApp } from '../../../../test/support/app.ts';
import { termsToJson } from '../domain/terms-json.ts';
import { newTermsForTest } from './terms-for-test.ts';

const TERMS = termsToJson(
  newTermsForTest({
    targetUnit: 'orang',
    rules: [{ kind: 'syarat', expr: 'desil <= 4', reason: 'Keluarga miskin dan rentan.', basis: 'Pasal 4' }],
    unknownPolicy: 'kecualikan_dengan_tugas',
    criteriaLeast: null,
    rankBy: { by: 'desil' },
    benefit: 15_000_000n,
    payee: 'anggota',
    payeeRule: 'umur >= 60',
  }),
);
let app: TestApp;
let runId: string;
let decreeId: string;
const BASE = '/layanan/tirta-rukun/daftar';
const SCHEMA = 'agency_tirta_rukun';

const owner = async (text: string, values: unknown[] = []) =>
  (await app.database.ownerPool.query(text.replaceAll('~', `${SCHEMA}.`), values)).rows;
const page = async (form?: { kode: string }) => {
  const reply = await app.http.inject({
    method: form ? 'POST' : 'GET',
    url: BASE,
    remoteAddress: '203.0.113.9',
    headers: {
      host: 'localhost',
      ...(form ? { origin: 'http://localhost', 'content-type': 'application/x-www-form-urlencoded' } : {}),
    },
    ...(form ? { payload: new URLSearchParams(form).toString() } : {}),
  });
  return { status: reply.statusCode, html: reply.body };
};
const step = async (username: string, what: string, body: object = {}) => {
  const actor = await app.as(username);
  const { version } = (await actor.get(`/api/sk/${decreeId}`)).body;
  return actor.post(`/api/sk/${decreeId}/${what}`, { version, ...body });
};
const codeOf = async (name: string): Promise<string> =>
  (await owner(`select code from ~list_line where run_id = $1 and line like '%; ' || $2 || ';%'`, [runId, name]))[0]
    .code;

beforeAll(async () => {
  app = await startTestApp();
  await makeFamilies(app.database, [
    { name: 'Sarinem', birthOn: '1940-01-01', desil: 1 },
    { name: 'Poniman', birthOn: '1945-01-01', desil: 2 },
    { name: 'Wiryo', birthOn: '1950-01-01', desil: 3 },
    { name: 'Mapan', birthOn: '1950-01-01', desil: 9 },
  ]);
  const { lineId } = await inRegistry(app.database.db, 'perencana', (ctx) =>
    makeBudgetLine(ctx, { pagu: 30_000_000n, name: 'APBD surat' }),
  );
  const kabid = await app.as('kabid');
  const made = await kabid.post('/api/programme', {
    name: 'Permakanan Surat',
    bidang: 'linjamsos',
    budgetLineId: lineId,
    terms: TERMS,
  });
  expect(made.status).toBe(200);
  const prepared = await kabid.post(`/api/programme/${made.body.id}/list`);
  expect(prepared.status).toBe(200);
  runId = prepared.body.runId;
  decreeId = (await kabid.get(`/api/programme/list/${runId}`)).body.decree.id;
});
afterAll(() => app.close());

test('before its decree is in force a list has a seal and no letters, and nobody outside reads of it', async () => {
  const kabid = await app.as('kabid');
  const found = (await kabid.get(`/api/programme/list/${runId}/seal`)).body;
  expect(found).toMatchObject({ seal: { lines: 3 }, publicPage: BASE });
  expect(found.desa.map((d: { letters: number }) => d.letters)).toEqual([3]);
  const early = await kabid.get(`/api/programme/list/${runId}/letters.pdf?areaId=${found.desa[0].areaId}`);
  expect([early.status, early.body.error.code]).toEqual([409, 'daftar.belum_berlaku']);
  expect((await page()).html).toContain('Belum ada daftar yang berlaku');
  expect((await page({ kode: await codeOf('Sarinem') })).status).toBe(404);
});

test('in force: letters for every listed family, the root on a page for anybody, and a line that is checked by its code', async () => {
  for (const who of ['kabid', 'sekretaris', 'kadis']) expect((await step(who, 'paraf')).status).toBe(200);
  const signed = { number: '400.9/21/2026', onDate: '2026-07-15', headOfRegion: 'Bupati Contoh' };
  expect((await step('sekretaris', 'signature', signed)).status).toBe(200);
  expect((await step('sekretaris', 'force')).status).toBe(200);
  const kabid = await app.as('kabid');
  const { seal, desa } = (await kabid.get(`/api/programme/list/${runId}/seal`)).body;
  const pdf = await kabid.get(`/api/programme/list/${runId}/letters.pdf?areaId=${desa[0].areaId}`);
  expect(pdf.status).toBe(200);
  expect(
    (await owner(`select after from ~audit where event = 'programme.letters_printed' order by at desc limit 1`))[0]
      .after,
  ).toMatchObject({ letters: 3 });
  const none = await kabid.get(`/api/programme/list/${runId}/letters.pdf?areaId=${desa[0].areaId}&part=2`);
  expect([none.status, none.body.error.code]).toEqual([404, 'daftar.tanpa_surat']);

  const open = await page();
  expect(open.html).toContain(seal.root);
  expect(open.html).toContain('400.9/21/2026');
  expect(open.html).toContain('2 penerima, 0 tempat ditahan, 1 cadangan; 3 baris disidik.');
  const checked = await page({ kode: (await codeOf('Wiryo')).toLowerCase() });
  expect([checked.status, checked.html]).toEqual([200, expect.stringContaining('Cocok: baris Anda ada dalam daftar')]);
  expect(checked.html).toContain('Baris nomor 3 dari 3.');
  expect(open.html + checked.html).not.toMatch(/Sarinem|Poniman|Wiryo|\*{4}|<script/);
});

test('a code nobody has, and one mistyped, are told apart from a line that fits', async () => {
  expect(await page({ kode: '' })).toMatchObject({
    status: 422,
    html: expect.stringContaining('Kode surat terdiri dari'),
  });
  const code = await codeOf('Wiryo');
  const wrong = `${code.slice(0, -1)}${code.endsWith('2') ? '3' : '2'}`;
  expect((await page({ kode: wrong })).status).toBe(422);
  expect((await page({ kode: '22222222222' })).html).toContain('Tidak ada surat dengan kode ini');
});

test('a line or a place that was changed behind the decree no longer fits the root', async () => {
  const code = await codeOf('Poniman');
  await owner(`update ~list_line set line = replace(line, 'Poniman', 'Orang Lain') where code = $1`, [code]);
  const changed = await page({ kode: code });
  expect(changed.html).toContain('Tidak cocok: baris ini berubah');
  expect(changed.html).not.toContain('Orang Lain');
  const moved = await codeOf('Sarinem');
  await owner(
    `update ~selection_row r set place = 'tidak' from ~list_line l where l.run_id = r.run_id and l.family_id = r.family_id and l.code = $1`,
    [moved],
  );
  expect((await page({ kode: moved })).html).toContain('Tidak cocok: baris ini berubah');
  expect((await page({ kode: await codeOf('Wiryo') })).html).toContain('Cocok: baris Anda ada dalam daftar');
});

test('an officer of one area reads and prints only the letters of her own', async () => {
  const [elsewhere] = await owner(`select id from ~area where kind = 'desa' and kode <> '99.01.01.2003' limit 1`);
  const kades = await app.as('kades.karangasri');
  const { body } = await kades.get(`/api/programme/list/${runId}/seal`);
  expect(body.desa.map((d: { letters: number }) => d.letters)).toEqual([3]);
  await owner(`update ~selection_row set area_id = $2 where run_id = $1`, [runId, elsewhere!.id]);
  expect((await kades.get(`/api/programme/list/${runId}/seal`)).body.desa).toEqual([]);
  const hidden = await kades.get(`/api/programme/list/${runId}/letters.pdf?areaId=${elsewhere!.id}`);
  expect([hidden.status, hidden.body.error.code]).toEqual([404, 'daftar.tanpa_surat']);
});
