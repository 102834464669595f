import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../../test/support/app.ts';
import { writeWorkbook } from '../../../platform/files/spreadsheet.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const book = async (survey: string[][], choices: string[][] = [], id = 'uji_verval') =>
  Buffer.from(
    await writeWorkbook([
      { name: 'survey', rows: survey },
      { name: 'choices', rows: choices },
      {
        name: 'settings',
        rows: [
          ['form_id', 'form_title'],
          [id, `Verval uji ${id}`],
        ],
      },
    ]),
  );
const HEAD = ['type', 'name', 'label', 'required', 'relevant', 'fakta'];
const LIST = [
  ['list_name', 'name', 'label'],
  ['yt', 'ya', 'Ya'],
  ['yt', 'tidak', 'Tidak'],
  ['yt', 'tidak_tahu', 'Tidak tahu'],
];
const GOOD = [
  HEAD,
  ['select_one yt', 'lantai', 'Lantainya tanah?', 'yes', '', 'lantai_tanah_plester'],
  ['integer', 'kamar', 'Jumlah kamar', '', `\${lantai} = 'ya'`, 'jumlah_kamar'],
];
const BAD = [...GOOD, ['text', 'catatan', 'Catatan', '', `\${kamarr} > 1`, '']];
const upload = async (survey: string[][], id?: string) => {
  const admin = await app.as('admin');
  const reply = await admin.upload('/api/form/draft?name=uji.xlsx', await book(survey, LIST, id));
  expect(reply.status).toBe(200);
  return reply.body.id as string;
};
const readDraft = async (id: string) => (await (await app.as('admin')).get(`/api/form/draft/${id}`)).body;

test('a form with a mistake is told by row, mended, tried, published, put in use, and exported as it was', async () => {
  const admin = await app.as('admin');
  const id = await upload(BAD);
  const bad = await readDraft(id);
  expect(bad.problems).toMatchObject([{ sheet: 'survey', row: 4, column: 'relevant', code: 'nama_tidak_dikenal' }]);
  expect(bad.problems[0].sentence).toContain('kamar');
  expect(await admin.post(`/api/form/draft/${id}/publication`, { version: bad.version })).toMatchObject({
    status: 422,
    body: { error: { code: 'formulir.salah' } },
  });

  expect(await upload(GOOD)).toBe(id);
  const mended = await readDraft(id);
  expect(mended).toMatchObject({ problems: [], version: 2, title: 'Verval uji uji_verval' });
  const kept = { version: 2, name: 'Lantai tanah', answers: { lantai: 'ya', kamar: '2' } };
  expect((await admin.post(`/api/form/draft/${id}/case`, kept)).status).toBe(200);
  expect((await readDraft(id)).cases).toMatchObject([{ name: 'Lantai tanah', differences: [] }]);

  const published = await admin.post(`/api/form/draft/${id}/publication`, { version: 3 });
  expect(published).toMatchObject({ status: 200, body: { formId: 'uji_verval', no: 1 } });
  expect((await admin.get(`/api/form/draft/${id}`)).status).toBe(404);
  expect((await admin.post('/api/form/use', published.body)).status).toBe(200);
  const operator = await app.as('operator.karangasri');
  expect((await operator.get('/api/form/verval')).body).toMatchObject({ formId: 'uji_verval', no: 1 });
  const { versions } = (await admin.get('/api/form')).body;
  expect(versions.filter((line: { isInUse: boolean }) => line.isInUse)).toMatchObject([
    { formId: 'uji_verval', no: 1 },
  ]);

  const file = await admin.get('/api/form/uji_verval/1/xlsx');
  const again = await admin.upload('/api/form/draft?name=lagi.xlsx', file.raw);
  const { definition, cases } = await readDraft(again.body.id);
  expect(definition).toEqual(mended.definition);
  expect(cases).toMatchObject([{ name: 'Lantai tanah', differences: [] }]);
});

test('a version never changes: the next one is another, and a case that no longer holds stops it', async () => {
  const admin = await app.as('admin');
  const first = await upload(GOOD, 'uji_kasus');
  await admin.post(`/api/form/draft/${first}/case`, { version: 1, name: 'A', answers: { lantai: 'ya' } });
  await admin.post(`/api/form/draft/${first}/publication`, { version: 2 });
  const other = GOOD.map((row) => (row[1] === 'kamar' ? [...row.slice(0, 4), '', 'jumlah_kamar'] : row));
  other[1] = ['select_one yt', 'lantai', 'Lantainya tanah?', '', '', 'lantai_tanah_plester'];
  const id = await upload(other, 'uji_kasus');
  const draft = await readDraft(id);
  expect(draft.cases[0].differences).toEqual(['Tidak lagi wajib: lantai.']);
  const publish = (version: number) => admin.post(`/api/form/draft/${id}/publication`, { version });
  expect(await publish(draft.version)).toMatchObject({
    status: 422,
    body: { error: { code: 'formulir.kasus_gagal' } },
  });
  expect((await admin.post(`/api/form/draft/${id}/case-removal`, { version: draft.version, name: 'A' })).status).toBe(
    200,
  );
  expect(await publish(draft.version)).toMatchObject({ status: 409, body: { error: { code: 'versi.berubah' } } });
  expect(await publish(draft.version + 1)).toMatchObject({ body: { formId: 'uji_kasus', no: 2 } });
  await expect(
    app.database.ownerPool.query(`set role rukun_wide; update agency_tirta_rukun.form_version set hash = 'x'`),
  ).rejects.toThrow(/permission denied/);
});

test('bad files get a sentence', async () => {
  const admin = await app.as('admin');
  const put = (content: Buffer) => admin.upload('/api/form/draft?name=x.xlsx', content);
  expect(await put(Buffer.from('type,name\ntext,a\n'))).toMatchObject({
    status: 415,
    body: { error: { code: 'formulir.bukan_xlsx' } },
  });
  expect(await put(Buffer.from('%PDF-1.7\n'))).toMatchObject({ body: { error: { code: 'berkas.jenis_salah' } } });
  const other = Buffer.from(await writeWorkbook([{ name: 'Lembar1', rows: [['NIK'], ['x']] }]));
  expect(await put(other)).toMatchObject({ status: 422, body: { error: { code: 'formulir.bukan_xlsform' } } });
  expect((await put(Buffer.alloc(3_100_000))).status).toBe(413);
});

test('templates begin a draft that can be published at once; others may not touch forms', async () => {
  const admin = await app.as('admin');
  const { body } = await admin.post('/api/form/draft', { template: 'panjang' });
  expect((await readDraft(body.id)).problems).toEqual([]);
  expect(await admin.post(`/api/form/draft/${body.id}/publication`, { version: 1 })).toMatchObject({ body: { no: 1 } });
  const short = await admin.post('/api/form/draft', { template: 'pendek' });
  expect(await admin.post(`/api/form/draft/${short.body.id}/publication`, { version: 1 })).toMatchObject({
    body: { formId: 'sembilan_kriteria', no: 2 },
  });
  expect((await admin.post('/api/form/use', { formId: 'tidak_ada', no: 1 })).status).toBe(404);
  const gone = await admin.post('/api/form/draft', { template: 'panjang' });
  expect((await admin.post(`/api/form/draft/${gone.body.id}/removal`, { version: 1 })).status).toBe(200);
  const operator = await app.as('operator.karangasri');
  expect((await operator.get('/api/form')).status).toBe(403);
  expect((await operator.post('/api/form/draft', { template: 'panjang' })).status).toBe(403);
});
