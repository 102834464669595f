import { afterAll, beforeAll, expect, test } from 'vitest';
import { constraintHit, holderOf } from '../../../../test/factories/deliberation.ts';
import { actAs } from '../../../../test/factories/usulan.ts';
import { startTestApp, type TestApp } from '../../../../test/support/app.ts';
import { draftDecree, endDecree, getDecreeInForce, issueLetterNumber, voidLetter, whenDecree } from '../index.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const draft = (chain?: readonly string[]): Promise<string> =>
  actAs({ db: app.database.db }, 'kabid', (ctx) =>
    draftDecree(ctx, {
      kind: 'penetapan',
      title: 'Penetapan penerima permakanan lansia 2026',
      contentHash: 'a'.repeat(64),
      ...(chain ? { chain } : {}),
    }),
  );
const read = async (id: string, username = 'sekretaris') => (await (await app.as(username)).get(`/api/sk/${id}`)).body;
const act = async (username: string, id: string, what: string, body: Record<string, unknown> = {}) =>
  (await app.as(username)).post(`/api/sk/${id}/${what}`, { version: (await read(id)).version, ...body });
const signature = async (over: Record<string, unknown> = {}) => ({
  number: `188.4/${crypto.randomUUID().slice(0, 8)}/2026`,
  onDate: '2026-07-15',
  holderId: await holderOf(app, 'Kepala Dinas Sosial'),
  ...over,
});

test('rancangan → paraf in the order of the chain → signed → in force; each step says who is next', async () => {
  const id = await draft();
  expect(await read(id)).toMatchObject({
    state: 'rancangan',
    waitingParaf: 'Kepala Bidang Perlindungan dan Jaminan Sosial',
    paraf: [{ given: null }, { given: null }, { given: null }],
    can: { paraf: false, sign: false },
  });
  expect((await act('sekretaris', id, 'paraf')).body.error.code).toBe('sk.paraf_bukan_giliran');
  expect((await act('sekretaris', id, 'signature', await signature())).body.error.code).toBe('sk.paraf_kurang');
  expect((await act('sekretaris', id, 'force')).body.error.code).toBe('sk.keadaan');
  for (const who of ['kabid', 'sekretaris', 'kadis']) expect((await act(who, id, 'paraf')).status).toBe(200);
  expect(await read(id)).toMatchObject({ state: 'paraf', waitingParaf: null, can: { sign: true } });
  expect((await act('sekretaris', id, 'signature', await signature({ number: '' }))).body.error.code).toBe(
    'sk.tanpa_nomor',
  );
  expect((await act('sekretaris', id, 'signature', await signature({ holderId: undefined }))).body.error.code).toBe(
    'sk.penanda_tangan',
  );
  const signed = await act(
    'sekretaris',
    id,
    'signature',
    await signature({ holderId: undefined, headOfRegion: 'H. Bagus Waluyo' }),
  );
  expect(signed.status).toBe(200);
  expect(await read(id)).toMatchObject({
    state: 'ditandatangani',
    signatory: 'H. Bagus Waluyo',
    signedPosition: 'Bupati Tirta Rukun',
  });
  await expect(actAs({ db: app.database.db }, 'kabid', (ctx) => getDecreeInForce(ctx, id))).rejects.toMatchObject({
    code: 'sk.belum_berlaku',
  });
  expect((await act('sekretaris', id, 'force')).status).toBe(200);
  expect(await read(id)).toMatchObject({ state: 'berlaku', can: { paraf: false, sign: false, putInForce: false } });
});

test('a decree in force, and a signed one, cannot be changed by SQL either', async () => {
  const id = await draft([]);
  await act('sekretaris', id, 'signature', await signature());
  expect(await constraintHit(app, `update decree set number = 'lain' where id = '${id}'`)).toBe('decree_immutable');
  expect(await constraintHit(app, `update decree set content_hash = 'lain' where id = '${id}'`)).toBe(
    'decree_immutable',
  );
  await act('sekretaris', id, 'force');
  expect(await constraintHit(app, `update decree set title = 'lain' where id = '${id}'`)).toBe('decree_immutable');
  expect(await constraintHit(app, `update decree set state = 'ditandatangani' where id = '${id}'`)).toBe(
    'decree_immutable',
  );
});

test('a number is used once; two who initial at once give one initial', async () => {
  const [one, two] = [await draft([]), await draft([])];
  const same = await signature();
  expect((await act('sekretaris', one, 'signature', same)).status).toBe(200);
  expect((await act('sekretaris', two, 'signature', same)).body.error.code).toBe('sk.nomor_dipakai');
  const third = await draft();
  const kabid = await app.as('kabid');
  const replies = await Promise.all([1, 1].map((version) => kabid.post(`/api/sk/${third}/paraf`, { version })));
  expect(replies.map((reply) => reply.status).sort()).toEqual([200, 409]);
});

test('an acting holder and a delegate may initial; a Plt. signs as Plt.', async () => {
  const { ownerPool } = app.database;
  await ownerPool.query(
    `insert into agency_tirta_rukun.delegation (id, from_position, to_position, capability, during, document)
     select gen_random_uuid(), s.id, k.id, 'decree.paraf', daterange('2026-07-01', '2026-08-01'), 'Surat tugas contoh'
     from agency_tirta_rukun.position s, agency_tirta_rukun.position k where s.name = 'Sekretaris Dinas Sosial' and k.name = 'Kepala Dinas Sosial'`,
  );
  const id = await draft(['sekretaris']);
  expect((await act('kadis', id, 'paraf')).status).toBe(200);
  expect((await read(id)).paraf[0].given).toMatchObject({ holder: 'Bu Ratna', kind: 'plh' });
  const plt = crypto.randomUUID();
  await ownerPool.query(
    `insert into agency_tirta_rukun.position (id, name, level, signs) values ($1, 'Kepala Bagian Kesra', 'kabid', true)`,
    [plt],
  );
  await ownerPool.query(
    `insert into agency_tirta_rukun.position_holder (id, position_id, staff_id, kind, during, sk)
     select $1, $1, id, 'plt', daterange('2026-07-01', null), 'SK Plt contoh' from agency_tirta_rukun.staff where name = 'Pak Yusuf'`,
    [plt],
  );
  const signed = await act('sekretaris', id, 'signature', await signature({ holderId: plt }));
  expect(signed.status).toBe(200);
  expect(await read(id)).toMatchObject({
    signedKind: 'plt',
    signatory: 'Pak Yusuf',
    signedPosition: 'Kepala Bagian Kesra',
  });
});

test('what follows a decree happens in its own transaction, or the decree is not in force', async () => {
  const seen: string[] = [];
  let broken = true;
  whenDecree('inForce', 'perubahan', async (_ctx, decree) => {
    if (broken) throw new Error('awards cannot be made');
    seen.push(decree.id);
  });
  const id = await actAs({ db: app.database.db }, 'kabid', (ctx) =>
    draftDecree(ctx, { kind: 'perubahan', title: 'Perubahan daftar', contentHash: 'b'.repeat(64), chain: [] }),
  );
  await act('sekretaris', id, 'signature', await signature());
  expect((await act('sekretaris', id, 'force')).status).toBe(500);
  expect((await read(id)).state).toBe('ditandatangani');
  broken = false;
  expect((await act('sekretaris', id, 'force')).status).toBe(200);
  expect(seen).toEqual([id]);
});

test('a draft is called off with a reason; afterwards nothing can be done with it', async () => {
  const id = await draft();
  expect((await act('kabid', id, 'end', { reason: 'salah' })).body.error.code).toBe('sk.tanpa_alasan');
  expect((await act('kabid', id, 'end', { reason: 'Daftar disusun ulang sesudah rapat.' })).status).toBe(200);
  expect((await act('kabid', id, 'paraf')).body.error.code).toBe('sk.keadaan');
  await expect(
    actAs({ db: app.database.db }, 'kabid', (ctx) => endDecree(ctx, id, 2, 'Sekali lagi dibatalkan.')),
  ).rejects.toMatchObject({ code: 'sk.keadaan' });
});

test('a level-one reader without the capability is refused; the ratification of a batch is not signed by the secretary', async () => {
  const id = await draft([]);
  expect(
    (await (await app.as('verifikator')).post(`/api/sk/${id}/signature`, { version: 1, ...(await signature()) }))
      .status,
  ).toBe(403);
  const ratification = await actAs({ db: app.database.db }, 'verifikator', (ctx) =>
    draftDecree(ctx, { kind: 'pengesahan', title: 'Pengesahan contoh', contentHash: 'c'.repeat(64), chain: [] }),
  );
  expect((await act('sekretaris', ratification, 'signature', await signature())).status).toBe(403);
});

test('the chain of initials is the agency’s: set by the administrator, kept by drafts made before', async () => {
  const before = await draft();
  const admin = await app.as('admin');
  const kabid = await app.as('kabid');
  const { positions, chains } = (await kabid.get('/api/sk/chains')).body;
  expect(chains.map((chain: { kind: string }) => chain.kind)).toEqual(['pengesahan', 'penetapan', 'perubahan']);
  const sekretaris = positions.find((position: { name: string }) => position.name === 'Sekretaris Dinas Sosial').id;
  expect((await admin.put('/api/sk/chains/penetapan', { positionIds: [sekretaris, sekretaris] })).body.error.code).toBe(
    'sk.paraf_kembar',
  );
  expect((await admin.put('/api/sk/chains/penetapan', { positionIds: [sekretaris] })).status).toBe(200);
  expect((await kabid.put('/api/sk/chains/penetapan', { positionIds: [] })).status).toBe(403);
  expect((await read(await draft())).paraf).toHaveLength(1);
  expect((await read(before)).paraf).toHaveLength(3);
});

test('a scan of the signed decree is kept with it until it is in force', async () => {
  const id = await draft([]);
  const ningsih = await app.as('sekretaris');
  expect((await ningsih.upload(`/api/sk/${id}/scan`, Buffer.from('%PDF-1.7 sk'))).body.error.code).toBe(
    'sk.pindai_belum',
  );
  await act('sekretaris', id, 'signature', await signature());
  expect((await ningsih.upload(`/api/sk/${id}/scan`, Buffer.from('%PDF-1.7 sk'))).status).toBe(200);
  expect((await ningsih.get(`/api/sk/${id}/scan`)).raw.toString()).toBe('%PDF-1.7 sk');
  expect((await act('sekretaris', id, 'force')).status).toBe(200);
});

test('a voided letter keeps its number, and no later letter gets it', async () => {
  const issue = (letterClass: string) =>
    actAs({ db: app.database.db }, 'sekretaris', (ctx) =>
      issueLetterNumber(ctx, { class: letterClass, subject: 'Surat contoh' }),
    );
  const [one, two] = await Promise.all([issue('SKET'), issue('SKET')]);
  expect([one.no, two.no].sort()).toEqual([1, 2]);
  await actAs({ db: app.database.db }, 'sekretaris', (ctx) => voidLetter(ctx, one.letterId, 'Salah nama.'));
  expect((await issue('SKET')).no).toBe(3);
  await expect(
    actAs({ db: app.database.db }, 'sekretaris', (ctx) => voidLetter(ctx, one.letterId, 'Lagi.')),
  ).rejects.toMatchObject({ code: 'surat.sudah_batal' });
});

test('the contracts print as OpenAPI', async () => {
  const document = (await app.stranger.get('/api/openapi.json')).body;
  for (const url of [
    '/api/musyawarah/{id}/completion',
    '/api/pengesahan/{id}/ratification',
    '/api/pengetikan/{usulanId}/ticket',
    '/api/sk/{id}/paraf',
  ])
    expect(Object.keys(document.paths)).toContain(url);
});
