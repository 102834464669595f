import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeListInForce } from '../../../../test/factories/list-in-force.ts';
import { actAs } from '../../../../test/factories/usulan.ts';
import { startTestApp, type TestApp } from '../../../../test/support/app.ts';
import { newReceiptCode } from '../../../kernel/receipt-code.ts';
import { uuid7 } from '../../../kernel/uuid7.ts';
import { type Act, advance, getUsulan } from '../../intake/index.ts';
import { BASE, type Citizen, openCitizen, propose, receiptOn } from './citizen.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

/** As the owner, in the agency's schema: triggers of the tables look for their neighbours there. */
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
const idOf = async (number: string): Promise<string> =>
  (await owner('select id from usulan where no_publik = $1', [number.replaceAll('-', '')]))[0].id;
const STATUS = `${BASE}/status`;
const enter = async (citizen: Citizen, { number, pin }: { number: string; pin: string }) => {
  await citizen.go(STATUS);
  return citizen.post(STATUS, { nomor: number, pin });
};
const atDesk = async (id: string, act: Act, username = 'operator.karangasri') =>
  actAs({ db: app.database.db, now: app.platform.clock() }, username, async (ctx) =>
    advance(ctx, id, (await getUsulan(ctx, id)).version, act),
  );
/** The page without its style and its address bar. */
const textOf = (html: string) => html.replace(/<style>.*?<\/style>/s, '');

test('number and PIN open the page: where it is, who has it, the next date, the steps, nothing to do', async () => {
  const receipt = await propose(app, openCitizen(app));
  const citizen = openCitizen(app);
  const page = await enter(citizen, { number: receipt.number.toLowerCase().replaceAll('-', ' '), pin: receipt.pin });
  expect(page.at).toBe(STATUS);
  const text = textOf(page.html);
  expect(text).toContain('Pengajuan ini ada pada petugas kantor desa/kelurahan: pemeriksaan berkas.');
  expect(text).toContain('Selesai paling lambat Senin, 20 Juli 2026.');
  expect(text).toContain('Anda tidak perlu melakukan apa-apa.');
  expect(text.match(/class="(selesai|sekarang|nanti)"/g)).toHaveLength(5);
  expect(text).toContain('Kantor Desa Karang Asri');
  expect(text).not.toMatch(/Sarinem|Darto|desil|9901/i);
  // The address holds nothing, and the page is kept nowhere.
  expect(citizen.at()).not.toContain(receipt.number);
  const raw = await citizen.send('GET', STATUS);
  expect(raw.headers['cache-control']).toBe('no-store');
  const english = await citizen.go(`${STATUS}?bahasa=en`);
  expect(english.html).toContain('This request is with the desa/kelurahan office');
});

test('the page closes by itself after 20 minutes of rest, and at a tap', async () => {
  const receipt = await propose(app, openCitizen(app));
  const citizen = openCitizen(app);
  await enter(citizen, receipt);
  const at = app.platform.clock();
  app.setNow(new Date(at.getTime() + 21 * 60_000));
  expect((await citizen.go(STATUS)).html).toContain('name="pin"');
  expect((await citizen.post(`${STATUS}/tarik`, { versi: '1', alasan: 'ganda' })).status).toBe(401);
  app.setNow(at);
  await enter(citizen, receipt);
  await citizen.post(`${STATUS}/keluar`);
  expect((await citizen.go(STATUS)).html).toContain('name="pin"');
});

test('a slip for one agency or one receipt opens no other', async () => {
  const receipt = await propose(app, openCitizen(app));
  const citizen = openCitizen(app);
  await enter(citizen, receipt);
  expect((await citizen.go('/layanan/larasati/status')).html).toContain('name="pin"');
  const slip = decodeURIComponent(citizen.jar.get('rukun_tanda') ?? '');
  const other = await propose(app, openCitizen(app));
  citizen.jar.set('rukun_tanda', slip.replace(await idOf(receipt.number), await idOf(other.number)));
  expect((await citizen.go(STATUS)).html).toContain('name="pin"');
});

test('a wrong PIN and an unknown number are answered alike, and closed alike after ten', async () => {
  const receipt = await propose(app, openCitizen(app));
  const wrong = receipt.pin === '111 222' ? '333 444' : '111 222';
  const outline = async (number: string, ip: string) => {
    const citizen = openCitizen(app, ip);
    await citizen.go(STATUS);
    const replies = await Promise.all(
      Array.from({ length: 14 }, () => citizen.send('POST', STATUS, { nomor: number, pin: wrong })),
    );
    const counts = replies.map((reply) => reply.statusCode).toSorted((a, b) => a - b);
    const after = await citizen.post(STATUS, { nomor: number, pin: number === receipt.number ? receipt.pin : wrong });
    return {
      counts,
      // Fourteen at once are served in no order of their own: what is said with each status is compared, whoever came first.
      html: [
        ...new Set(replies.map((reply) => `${reply.statusCode} ${reply.body.replaceAll(number, 'N')}`)),
      ].toSorted(),
      after: [after.status, after.html.replaceAll(number, 'N')],
    };
  };
  const known = await outline(receipt.number, '203.0.113.20');
  const unknown = await outline(newReceiptCode(), '203.0.113.21');
  expect(known.counts).toEqual([...Array(10).fill(422), ...Array(4).fill(429)]);
  expect(known.html).toHaveLength(2);
  expect(unknown).toEqual(known);
  // Even the right PIN waits until tomorrow; another receipt is not touched.
  expect(known.after[0]).toBe(429);
  const other = await propose(app, openCitizen(app));
  expect((await enter(openCitizen(app, '203.0.113.20'), other)).at).toBe(STATUS);
  const at = app.platform.clock();
  app.setNow(new Date(at.getTime() + 86_400_000));
  expect((await enter(openCitizen(app), receipt)).at).toBe(STATUS);
  app.setNow(at);
});

test('a new PIN from the desk opens at once what wrong tries on the old one have closed', async () => {
  const receipt = await propose(app, openCitizen(app));
  const citizen = openCitizen(app, '203.0.113.44');
  await citizen.go(STATUS);
  const wrong = receipt.pin === '123987' ? '789321' : '123987';
  for (let at = 0; at < 10; at++) await citizen.send('POST', STATUS, { nomor: receipt.number, pin: wrong });
  expect((await citizen.send('POST', STATUS, { nomor: receipt.number, pin: receipt.pin })).statusCode).toBe(429);
  const desk = await app.as('operator.karangasri');
  const renewed = (await desk.post(`/api/usulan/${await idOf(receipt.number)}/pin`)).body;
  expect((await citizen.send('POST', STATUS, { nomor: receipt.number, pin: receipt.pin })).statusCode).toBe(422);
  expect((await enter(openCitizen(app, '203.0.113.44'), { number: receipt.number, pin: renewed.pin })).at).toBe(STATUS);
  expect(await owner('select count from receipt_miss where usulan_id = $1', [await idOf(receipt.number)])).toEqual([
    { count: 1 },
  ]);
});

test('one address cannot try many numbers', async () => {
  const citizen = openCitizen(app, '2001:db8:1:2::9');
  const tries = Array.from({ length: 62 }, () =>
    citizen.send('POST', STATUS, { nomor: newReceiptCode(), pin: '123987' }),
  );
  const statuses = (await Promise.all(tries)).map((reply) => reply.statusCode);
  expect(statuses.filter((status) => status === 422)).toHaveLength(60);
  expect(statuses.filter((status) => status === 429)).toHaveLength(2);
  // The same household under another address of its network.
  const neighbour = openCitizen(app, '2001:db8:1:2:aaaa::1');
  expect((await neighbour.send('POST', STATUS, { nomor: newReceiptCode(), pin: '123987' })).statusCode).toBe(429);
  const elsewhere = openCitizen(app, '2001:db8:1:3::1');
  expect((await elsewhere.send('POST', STATUS, { nomor: newReceiptCode(), pin: '123987' })).statusCode).toBe(422);
  const rows = await owner('select subject from portal_attempt');
  expect(JSON.stringify(rows)).not.toMatch(/2001|203\.0/);
});

test('what is asked for is answered on the page; a page that is no longer true keeps what was written', async () => {
  const receipt = await propose(app, openCitizen(app));
  const id = await idOf(receipt.number);
  await atDesk(id, { type: 'ask', reasonCode: 'kk_ktp_kurang', missing: 'Bawa KK asli <baru> ke kantor desa.' });
  const citizen = openCitizen(app);
  const page = await enter(citizen, receipt);
  expect(page.html).toContain('Yang perlu Anda lakukan');
  expect(page.html).toContain('Bawa KK asli &lt;baru&gt; ke kantor desa.');
  const short = await citizen.post(`${STATUS}/lengkapi`, { kelengkapan: 'ya' });
  expect(short.status).toBe(422);
  const stale = await citizen.post(`${STATUS}/lengkapi`, { kelengkapan: 'KK sudah saya serahkan.', versi: '1' });
  expect(stale.status).toBe(409);
  expect(stale.html).toContain('KK sudah saya serahkan.</textarea>');
  await citizen.go(STATUS);
  const done = await citizen.post(`${STATUS}/lengkapi`, { kelengkapan: 'KK sudah saya serahkan.' });
  expect(done.html).toContain('Kelengkapan Anda sudah diterima');
  expect(done.html).toContain('Anda tidak perlu melakukan apa-apa.');
  const [event] = await owner(
    `select text, by_role, by_account from usulan_event where usulan_id = $1 and event = 'usulan.completed'`,
    [id],
  );
  expect(event).toEqual({ text: 'KK sudah saya serahkan.', by_role: 'warga', by_account: null });
  const again = await citizen.post(`${STATUS}/lengkapi`, { kelengkapan: 'Sekali lagi.', versi: '3' });
  expect(again.status).toBe(409);
});

test('withdrawing asks once and for a reason', async () => {
  const receipt = await propose(app, openCitizen(app));
  const citizen = openCitizen(app);
  await enter(citizen, receipt);
  await citizen.go(`${STATUS}/tarik`);
  expect((await citizen.post(`${STATUS}/tarik`, {})).status).toBe(422);
  const done = await citizen.post(`${STATUS}/tarik`, { alasan: 'permintaan_warga' });
  expect(done.html).toContain('Pengajuan ini sudah ditarik.');
  expect(done.html).not.toContain(`href="${STATUS}/tarik"`);
  expect((await owner('select state from usulan where id = $1', [await idOf(receipt.number)]))[0].state).toBe(
    'ditarik',
  );
});

/** Turned down by the agency, by the shortest way. */
const turnDown = async (id: string) => {
  await owner(`update usulan set stage = 'verifikasi', stage_no = 4 where id = $1`, [id]);
  await atDesk(id, { type: 'refuse', reasonCode: 'belum_memenuhi', text: 'Catatan petugas rahasia' }, 'verifikator');
};

test('not approved: the reason, until when to object, and an objection with a receipt of its own', async () => {
  const receipt = await propose(app, openCitizen(app));
  const id = await idOf(receipt.number);
  await turnDown(id);
  const citizen = openCitizen(app);
  const page = await enter(citizen, receipt);
  expect(page.html).toContain('Pengajuan ini belum dapat disetujui.');
  expect(page.html).toContain('keadaan keluarga belum memenuhi syarat');
  expect(page.html).not.toContain('rahasia');
  expect(page.html).toMatch(/sampaikan keberatan paling lambat \w+, \d+ Agustus 2026/);
  await citizen.go(`${STATUS}/keberatan`);
  expect((await citizen.post(`${STATUS}/keberatan`, { keberatan: 'Tidak' })).status).toBe(422);
  const form = { ...citizen.hidden(), keberatan: 'Saya tidak lagi bekerja sejak bulan Mei.' };
  const replies = await Promise.all([1, 2].map(() => citizen.send('POST', `${STATUS}/keberatan`, form)));
  expect(replies.map((reply) => reply.statusCode)).toEqual([303, 303]);
  for (const cookie of replies[0]?.cookies ?? []) citizen.jar.set(cookie.name, cookie.value);
  await citizen.go(`${BASE}/usul/selesai`);
  const own = receiptOn(citizen.html());
  expect(own.number).not.toBe(receipt.number);
  const objections = await owner(`select kind, reason, reporter_name from usulan where kind = 'sanggah'`);
  expect(objections).toEqual([
    {
      kind: 'sanggah',
      reason: `Keberatan atas pengajuan ${receipt.number}: Saya tidak lagi bekerja sejak bulan Mei.`,
      reporter_name: null,
    },
  ]);
  expect((await enter(openCitizen(app), own)).html).toContain('Pengajuan ini ada pada');
  // After the term the page says so and takes nothing.
  const at = app.platform.clock();
  app.setNow(new Date('2026-09-20T04:00:00Z'));
  const late = openCitizen(app);
  expect((await enter(late, receipt)).html).toContain('Waktu menyampaikan keberatan berakhir');
  expect((await late.go(`${STATUS}/keberatan`)).at).toBe(STATUS);
  app.setNow(at);
});

test('a programme’s outcome: the sentence, the place on the reserve list, until when to object; no desil', async () => {
  const receipt = await propose(app, openCitizen(app));
  const id = await idOf(receipt.number);
  const { recipients, decreeId } = await makeListInForce(app, ['Wiryo'], { amount: 1_500_000n });
  const run = uuid7();
  await owner(
    `insert into selection_run (id, version_id, snapshot, snapshot_hash, result_hash, state, counts, ceiling, budget_line_id, created_by)
     select $1, version_id, '{}', 'x', 'x', 'rancangan', '{"masuk": 41}', ceiling, budget_line_id, created_by from selection_run`,
    [run],
  );
  await owner(
    `insert into selection_row (run_id, family_id, person_id, area_id, verdict, tier, place, rank, reserve_no, reasons)
     select $1, $2, $3, scope_area_id, 'ya', 1, 'cadangan', 42, 1, '[]' from person where id = $3`,
    [run, recipients[0]?.familyId, recipients[0]?.personId],
  );
  await owner(`update selection_run set state = 'berlaku', decree_id = $2 where id = $1`, [run, decreeId]);
  await owner('update usulan set subject_family_id = $2 where id = $1', [id, recipients[0]?.familyId]);
  const page = await enter(openCitizen(app), receipt);
  const text = textOf(page.html);
  expect(text).toContain('Permakanan lansia');
  expect(text).toContain('cadangan nomor 1');
  // 21 office days after the decree of Wednesday, 1 July 2026.
  expect(text).toContain('sampaikan keberatan paling lambat Kamis, 30 Juli 2026');
  expect(text).not.toMatch(/desil|Wiryo/i);
});
