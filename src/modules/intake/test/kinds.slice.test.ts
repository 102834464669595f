import { afterAll, beforeAll, expect, test } from 'vitest';
import { areaId, inRegistry, makeResident, newNomorKk } from '../../../../test/factories/person.ts';
import { actAs, submission } from '../../../../test/factories/usulan.ts';
import { startTestApp, type TestApp } from '../../../../test/support/app.ts';
import { advance, getUsulan, type Kind, submitUsulan } from '../index.ts';

let app: TestApp;
let desa: number;
beforeAll(async () => {
  app = await startTestApp();
  desa = await areaId(app.database, '99.01.01.2003');
});
afterAll(() => app.close());

const owner = async (text: string, values: unknown[] = []) => {
  const client = await app.database.ownerPool.connect();
  try {
    await client.query('set search_path = agency_tirta_rukun, ref, public');
    return (await client.query(text, values)).rows;
  } finally {
    await client.query('set search_path = public');
    client.release();
  }
};
const resident = (name: string, family: Parameters<typeof makeResident>[3] = {}) =>
  inRegistry(app.database.db, 'operator.karangasri', (ctx) => makeResident(ctx, desa, { name }, family));
const stand = () => ({ db: app.database.db, now: app.platform.clock() });
const detail = async (id: string) => (await (await app.as('verifikator')).get(`/api/usulan/${id}`)).body;

const propose = async (kind: Kind, personId: string, facts: Record<string, string> = {}, over = {}) => {
  const reply = await (await app.as('operator.karangasri')).post('/api/usulan', {
    ...{ kind, channel: 'kelurahan', subjectPersonId: personId, reporterName: 'Pak Darto', relation: 'keluarga' },
    ...{ consent: 'tertulis', reason: 'Disampaikan keluarga di kantor desa.', facts, ...over },
  });
  expect(reply.status, JSON.stringify(reply.body)).toBe(200);
  return reply.body.usulanId as string;
};
/** Passes the stages before the decision, by whoever acts there. */
const toDecision = async (id: string) => {
  for (;;) {
    const { stage } = await detail(id);
    if (stage === 'verifikasi') return;
    await actAs(stand(), 'operator.karangasri', async (ctx) => {
      const { version } = await getUsulan(ctx, id);
      await advance(ctx, id, version, {
        type: 'accept',
        reasonCode: stage === 'musyawarah' ? 'disepakati' : 'lengkap',
      });
    });
  }
};
const approve = async (id: string, tracks: string[] = ['pusat']) => {
  await toDecision(id);
  return (await app.as('verifikator')).post(`/api/usulan/${id}/approval`, {
    version: (await detail(id)).version,
    reasonCode: 'perbaikan_data',
    text: '',
    tracks,
  });
};
const familyOf = async (personId: string) =>
  (
    await owner(
      `select m.family_id, m.shdk, m.source, f.address, c.nomor_kk from family_member m join family f on f.id = m.family_id
       left join family_card c on c.family_id = f.id and c.state = 'aktif'
       where m.person_id = $1 and m.state = 'sah' and upper_inf(m.during)`,
      [personId],
    )
  )[0];

test('a change takes effect with source and day; a stronger source keeps its word', async () => {
  const { personId } = await resident('Lestari Lama');
  const id = await propose('perubahan', personId, { telepon: '0812 1111 2222', alamat: 'Jalan Mawar 12' });
  expect((await detail(id)).facts.map((fact: { key: string }) => fact.key)).toEqual(['telepon', 'alamat']);
  const approved = await approve(id);
  expect(approved.status, JSON.stringify(approved.body)).toBe(200);
  const [person] = await owner('select phone from person where id = $1', [personId]);
  expect(person.phone).toBe('0812 1111 2222');
  const sets = await owner(
    `select s.source, s.observed_on::text from observation_set s join observation o on o.set_id = s.id where s.person_id = $1 and o.field = 'telepon' and s.source = 'usulan'`,
    [personId],
  );
  expect(sets).toEqual([{ source: 'usulan', observed_on: '2026-07-15' }]);
  // The address was told by an officer at the desk, whose word is stronger than a proposal's.
  expect((await detail(id)).effect).toMatchObject({ did: 'data_diperbarui', on: '2026-07-15' });
});

test('a member is added, leaves, and a card is joined and split, each on its day', async () => {
  const [oldKk, newKk] = [newNomorKk(), newNomorKk()];
  const head = await resident('Kepala Keluarga', { nomorKk: oldKk });
  const child = await resident('Anak Bungsu');
  const add = await propose('tambah_anggota', child.personId, {
    ...{ nomorKk: oldKk, shdk: '4', sebab: 'ikut', sejak: '2026-07-01' },
  });
  expect((await approve(add)).status).toBe(200);
  expect(await familyOf(child.personId)).toMatchObject({ family_id: head.family.familyId, shdk: 4, source: 'usulan' });

  const split = await propose('pecah_kk', head.personId, {
    ...{ nomorKk: newKk, ikut: 'Anak Bungsu, Orang Yang Tidak Ada', sejak: '2026-07-10' },
  });
  expect((await approve(split)).status).toBe(200);
  const now = await familyOf(head.personId);
  expect(now).toMatchObject({ nomor_kk: newKk, shdk: 1 });
  expect((await familyOf(child.personId)).family_id).toBe(now.family_id);
  expect((await detail(split)).effect.doubts.join(' ')).toContain('Orang Yang Tidak Ada tidak ditemukan');

  const leaves = await propose('keluar_anggota', child.personId, { sebab: 'bekerja', sejak: '2026-07-12' });
  expect((await approve(leaves, [])).status).toBe(200);
  expect(await familyOf(child.personId)).toBeUndefined();
  const joins = await propose('gabung_kk', child.personId, { nomorKk: newKk, shdk: '9', sejak: '2026-07-14' });
  expect((await approve(joins)).status).toBe(200);
  expect(await familyOf(child.personId)).toMatchObject({ nomor_kk: newKk, shdk: 9 });
});

test('a card to join that is missing is asked for before the approval, and an officer fills it in', async () => {
  const { personId } = await resident('Menantu Baru');
  const id = await propose('gabung_kk', personId, { shdk: '5' });
  const no = await approve(id);
  expect(no.body.error).toMatchObject({ code: 'usulan.fakta_kurang' });
  expect(no.body.error.message).toContain('nomor kk yang dimasuki');
  const operator = await app.as('operator.karangasri');
  const put = async (facts: Record<string, string>) =>
    operator.put(`/api/usulan/${id}/facts`, { version: (await detail(id)).version, facts });
  expect((await put({ nomorKk: '123' })).body.error.details.fields).toHaveProperty('facts.nomorKk');
  expect((await put({ nomorKk: newNomorKk(), sejak: '2026-07-02' })).status).toBe(200);
  expect((await operator.put(`/api/usulan/${id}/facts`, { version: 1, facts: {} })).body.error.code).toBe(
    'versi.berubah',
  );
  // The number is shown masked and reaches no trail.
  expect((await detail(id)).facts.find((fact: { key: string }) => fact.key === 'nomorKk').value).toContain('••••');
  expect((await approve(id)).status).toBe(200);
});

test('moved in and moved out: the family stands where it lives, and nobody is sent to another register', async () => {
  const moved = await resident('Pendatang Baru', { address: 'Alamat lama' });
  const away = await resident('Pergi Jauh', { nomorKk: newNomorKk() });
  const into = await propose('pindah_masuk', moved.personId, {
    ...{ asal: 'Kabupaten Larasati', alamat: 'Jalan Cempaka 4', sejak: '2026-06-01' },
  });
  expect((await approve(into)).status).toBe(200);
  expect((await detail(into)).effect.did).toBe('pindah_masuk');
  const out = await propose('pindah_keluar', away.personId, {
    siapa: 'seluruh',
    tujuan: 'Larasati',
    sejak: '2026-07-05',
  });
  expect((await approve(out, [])).status).toBe(200);
  expect(await familyOf(away.personId)).toBeUndefined();
});

const life = async (personId: string) =>
  (await owner('select life, died_on::text from person where id = $1', [personId]))[0];

test('a death: told by somebody it is held once papers are checked, proved it stands, not true it is free again', async () => {
  const [dead, alive] = [await resident('Mbah Karto'), await resident('Mbah Sehat')];
  const proved = await propose('meninggal', dead.personId, {
    ...{ pada: '2026-07-14', bukti: 'akta_kematian', nomorBukti: '474.3/12/2026' },
  });
  expect(await life(dead.personId)).toMatchObject({ life: 'hidup' });
  await toDecision(proved);
  expect(await life(dead.personId)).toMatchObject({ life: 'dilaporkan_meninggal' });
  expect((await approve(proved, [])).status).toBe(200);
  expect(await life(dead.personId)).toEqual({ life: 'terbukti', died_on: '2026-07-14' });

  const rumour = await propose('meninggal', alive.personId, { bukti: 'belum_ada' }, { consent: 'tidak_perlu' });
  await toDecision(rumour);
  expect(await life(alive.personId)).toMatchObject({ life: 'dilaporkan_meninggal' });
  const refused = await (await app.as('verifikator')).post(`/api/usulan/${rumour}/refusal`, {
    version: (await detail(rumour)).version,
    reasonCode: 'lain',
    text: 'Masih hidup, ditemui petugas.',
  });
  expect(refused.status, JSON.stringify(refused.body)).toBe(200);
  expect(await life(alive.personId)).toMatchObject({ life: 'hidup' });
});

test('a proposal for somebody who died yesterday waits for the report; her family is proposed anew', async () => {
  const { personId } = await resident('Bu Kemarin');
  const id = await propose('baru', personId);
  await toDecision(id);
  const report = await propose('meninggal', personId, { pada: '2026-07-14', bukti: 'belum_ada' });
  await toDecision(report);
  const no = await approve(id);
  expect(no.body.error.code).toBe('usulan.subjek_meninggal');
  expect((await detail(id)).state).toBe('berjalan');
});

test('one open usulan per person and kind, another kind may run beside it', async () => {
  const { personId } = await resident('Bu Dua Usulan');
  await propose('perubahan', personId, { telepon: '0813 0000 0000' });
  await propose('mampu', personId, { karena: 'usaha' }, { consent: 'tidak_perlu' });
  const again = await (await app.as('operator.karangasri')).post('/api/usulan', {
    ...{ kind: 'perubahan', channel: 'kelurahan', subjectPersonId: personId, reporterName: 'X', relation: 'keluarga' },
    ...{ consent: 'tertulis', reason: 'Sekali lagi.' },
  });
  expect(again.body.error.code).toBe('usulan.sudah_ada');
});

test('reactivation needs the letter of a health facility; consent is asked where it is owed', async () => {
  const { personId } = await resident('Bu Perlu Rawat');
  const id = await propose('reaktivasi_pbi', personId, { mendesak: 'ya' });
  expect((await approve(id)).body.error.message).toContain('fasilitas kesehatan');
  await (await app.as('operator.karangasri')).put(`/api/usulan/${id}/facts`, {
    version: (await detail(id)).version,
    facts: { faskes: 'Puskesmas Karang Asri', nomorSurat: '445/7', tanggalSurat: '2026-07-14' },
  });
  expect((await approve(id)).status).toBe(200);
  const noConsent = await (await app.as('operator.karangasri')).post('/api/usulan', {
    ...{ kind: 'baru', channel: 'kelurahan', subjectPersonId: personId, reporterName: 'X', relation: 'keluarga' },
    ...{ consent: 'tidak_perlu', reason: 'Tanpa persetujuan.' },
  });
  expect(noConsent.body.error.code).toBe('usulan.persetujuan');
});

test('a complaint without a name is taken in; no other kind is', async () => {
  const body = {
    ...{ kind: 'pengaduan', channel: 'kelurahan', areaId: desa, reporterName: 'tidak disebut', relation: 'lain' },
    ...{ consent: 'tidak_perlu', reason: 'Bantuan bulan lalu belum diterima.', facts: { tentang: 'bantuan' } },
    ...{ isAnonymous: true, draft: { name: 'Pengadu', address: 'Karang Asri' } },
  };
  const operator = await app.as('operator.karangasri');
  const taken = await operator.post('/api/usulan', body);
  expect(taken.status, JSON.stringify(taken.body)).toBe(200);
  expect((await detail(taken.body.usulanId)).reporterName).toBeNull();
  expect((await operator.post('/api/usulan', { ...body, kind: 'baru', consent: 'tertulis' })).body.error.code).toBe(
    'usulan.tanpa_nama',
  );
});

test('a family in two villages: the agency sees both, a village sees only that it lives elsewhere, and nobody is refused', async () => {
  const kk = newNomorKk();
  const { personId } = await resident('Bu Dua Desa', { nomorKk: kk });
  const here = await propose('perubahan', personId, { telepon: '0814 0000 0000' });
  const other = await owner(`select id, label from area where kind = 'desa' and id <> $1 order by id limit 1`, [desa]);
  const there = await actAs(stand(), 'verifikator', (ctx) =>
    submitUsulan(
      ctx,
      submission(other[0].id, {
        channel: 'dinsos',
        draft: { name: 'Bu Dua Desa', address: 'Rumah kedua', nomorKk: kk },
      }),
    ),
  );
  const twin = await actAs(stand(), 'verifikator', (ctx) =>
    submitUsulan(
      ctx,
      submission(desa, { channel: 'dinsos', draft: { name: 'Bu Dua Desa', address: 'Rumah', nomorKk: kk } }),
    ),
  );
  const seen = await detail(there.usulanId);
  expect(seen.doubts.join(' ')).toContain('Putuskan bersama');
  const operator = await app.as('operator.karangasri');
  expect(JSON.stringify((await operator.get(`/api/usulan/${twin.usulanId}`)).body.doubts)).not.toContain(
    other[0].label,
  );
  expect((await operator.get(`/api/usulan/${there.usulanId}`)).status).toBe(404);
  expect((await detail(here)).state).toBe('berjalan');
});

test('in hand is a mark for colleagues: taken over with a reason only, nothing is discarded, and it ends with the desk', async () => {
  const { personId } = await resident('Bu Dipegang');
  const id = await propose('perubahan', personId, { telepon: '0815 0000 0000' });
  const operator = await app.as('operator.karangasri');
  expect((await operator.post(`/api/usulan/${id}/hand`, { hold: true })).body).toEqual({ holder: 'Bu Wulan' });
  const before = await detail(id);
  expect(before).toMatchObject({ holder: 'Bu Wulan', isMine: false });
  expect((await (await app.as('verifikator')).post(`/api/usulan/${id}/hand`, { hold: true })).body.error.code).toBe(
    'usulan.bukan_meja_anda',
  );
  await toDecision(id);
  expect((await detail(id)).holder).toBeNull();
  const [rina, hendra] = [await app.as('verifikator'), await app.as('kabid')];
  await rina.post(`/api/usulan/${id}/hand`, { hold: true });
  const { version } = await detail(id);
  const no = await hendra.post(`/api/usulan/${id}/hand`, { hold: true });
  expect(no.body.error).toMatchObject({ code: 'usulan.dipegang' });
  expect(no.body.error.message).toContain('Bu Rina memegang usulan ini sejak');
  expect((await hendra.post(`/api/usulan/${id}/hand`, { hold: true, reason: 'Bu Rina cuti.' })).status).toBe(200);
  // What Bu Rina has open is not stale by it: her decision still goes through.
  const decided = await rina.post(`/api/usulan/${id}/approval`, {
    ...{ version, reasonCode: 'perbaikan_data', text: '', tracks: ['pusat'] },
  });
  expect(decided.status, JSON.stringify(decided.body)).toBe(200);
});
