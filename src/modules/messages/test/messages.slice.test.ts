import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { actAs } from '../../../../test/factories/usulan.ts';
import { startTestApp, TEST_NOW, type TestApp } from '../../../../test/support/app.ts';
import { sealToTheEnd } from '../../../../test/support/seal.ts';
import { startSmtp } from '../../../../test/support/smtp.ts';
import { raiseAlarmsEverywhere, tellCitizen } from '../../intake/index.ts';
import { BASE, type Citizen, openCitizen, propose } from '../../portal/test/citizen.ts';
import { reportEverywhere } from '../../reporting/index.ts';
import { deliverDue } from '../actions/deliver.ts';

let app: TestApp;
let smtp: Awaited<ReturnType<typeof startSmtp>>;
beforeAll(async () => {
  smtp = await startSmtp();
  app = await startTestApp({ withJobs: true, mail: smtp.setting });
});
afterAll(async () => {
  await app.close();
  await smtp.stop();
});

const rows = async (text: string, values: unknown[] = []) => {
  const client = await app.database.ownerPool.connect();
  try {
    await client.query('set search_path = agency_tirta_rukun, ref, public');
    return (await client.query(text, values)).rows;
  } finally {
    await client.query('set search_path = public');
    client.release();
  }
};
const STATUS = `${BASE}/status`;
const minutes = (n: number) => app.setNow(new Date(TEST_NOW.getTime() + n * 60_000));
const deliver = () =>
  deliverDue({ platform: app.platform, dataDir: app.dataDir, url: 'http://localhost', mail: smtp.setting });

/** A citizen with a receipt whose status page is open, and the id behind it. */
const opened = async () => {
  const receipt = await propose(app, openCitizen(app));
  const citizen = openCitizen(app);
  await citizen.go(STATUS);
  await citizen.post(STATUS, { nomor: receipt.number, pin: receipt.pin });
  const [row] = await rows('select id from usulan where no_publik = $1', [receipt.number.replaceAll('-', '')]);
  return { ...receipt, citizen, id: String(row.id) };
};
const askFor = (citizen: Citizen, way: string, address: string) =>
  citizen.post(`${STATUS}/kabar`, { jalan: way, [`alamat_${way}`]: address });
const tell = (id: string, citizenText: string) =>
  actAs({ db: app.database.db, now: app.platform.clock() }, 'verifikator', (ctx) =>
    tellCitizen(ctx, id, { event: 'centre.answered', citizenText }),
  );
const messageOf = async (id: string) =>
  (await rows(`select * from message where usulan_id = $1 order by id desc limit 1`, [id]))[0];
const untilState = (id: string, state: string, attempts?: number) =>
  vi.waitFor(
    async () => {
      const message = await messageOf(id);
      expect(message.state).toBe(state);
      if (attempts !== undefined) expect(message.attempts).toBe(attempts);
      expect(message.next_try_at === null || message.fault !== null).toBe(true);
      return message;
    },
    { timeout: 20_000, interval: 50 },
  );

test('a citizen asks for notices by mail, and gets one that tells a stranger nothing', async () => {
  const { citizen, id, number } = await opened();
  expect(citizen.html()).toContain('Beri tahu saya bila ada kabar');
  expect((await askFor(citizen, 'surel', 'bukan alamat')).html).toContain('Alamat surel belum benar');
  const kept = await askFor(citizen, 'surel', 'bu.siti@contoh.test');
  expect(kept.html).toContain('b•••@contoh.test');
  expect(kept.html).not.toContain('bu.siti@contoh.test');

  await tell(id, 'Pemerintah pusat menetapkan data Ibu Sarinem (NIK 9901014708540003) sebagai penerima.');
  await untilState(id, 'terkirim');
  const mail = smtp.mails.at(-1) ?? '';
  expect(mail).toContain('bu.siti@contoh.test');
  expect(mail).toContain(number);
  expect(mail).toContain(`http://localhost${STATUS}`);
  expect(mail).not.toMatch(/Sarinem|penerima|desil|bantuan|9901014708540003|pusat/i);
  expect(mail).toContain('Auto-Submitted: auto-generated');

  // The page marks what is new once.
  app.setNow(new Date(TEST_NOW.getTime() + 1000));
  await tell(id, 'Kabar kedua.');
  expect((await citizen.go(STATUS)).html).toContain('class="new"');
  app.setNow(new Date(TEST_NOW.getTime() + 2000));
  expect((await citizen.go(STATUS)).html).not.toContain('class="new"');

  expect((await askFor(citizen, 'surel', '')).html).toContain('Pemberitahuan dihentikan.');
  const before = smtp.mails.length;
  await tell(id, 'Kabar ketiga.');
  expect((await rows('select 1 from message where usulan_id = $1 and state = $2', [id, 'antre'])).length).toBeLessThan(
    2,
  );
  expect(smtp.mails.length).toBeLessThanOrEqual(before + 1);
});

test('a mail server that is down, then busy, then well: one mail arrives', async () => {
  minutes(10);
  const { citizen, id } = await opened();
  await askFor(citizen, 'surel', 'pak.dar@contoh.test');
  await smtp.stop();
  await tell(id, 'Ada kabar.');
  const down = await untilState(id, 'antre', 1);
  expect(down.fault).toMatch(/ECONNREFUSED|connect/i);
  await deliver();
  expect((await messageOf(id)).attempts).toBe(1);

  await smtp.start();
  smtp.say({ code: 451, text: 'try again later' });
  minutes(12);
  await deliver();
  expect(await messageOf(id)).toMatchObject({ state: 'antre', attempts: 2, fault: expect.stringContaining('451') });

  smtp.say(undefined);
  minutes(18);
  const before = smtp.mails.length;
  await Promise.all([deliver(), deliver()]);
  expect((await messageOf(id)).state).toBe('terkirim');
  expect(smtp.mails.filter((mail) => mail.includes('pak.dar@contoh.test'))).toHaveLength(1);
  expect(smtp.mails.length).toBe(before + 1);
});

test('a lasting no lies before the administrator, who sends it again or gives it up', async () => {
  minutes(30);
  const { citizen, id } = await opened();
  await askFor(citizen, 'surel', 'hilang@contoh.test');
  smtp.say({ code: 550, text: 'mailbox unavailable' });
  await tell(id, 'Ada kabar.');
  const dead = await untilState(id, 'gagal', 1);
  smtp.say(undefined);

  const admin = await app.as('admin');
  const box = (await admin.get('/api/box')).body.items[0];
  expect(box).toMatchObject({ href: '/pesan-keluar', readAt: null });
  expect(box.subject).toContain('Pesan tidak terkirim');
  const log = (await admin.get('/api/message?state=gagal')).body;
  expect(log.items[0]).toMatchObject({
    id: dead.id,
    recipient: 'h•••@contoh.test',
    fault: expect.stringContaining('550'),
  });
  expect(log.counts.gagal).toBe(1);

  expect((await (await app.as('loket')).get('/api/message')).status).toBe(403);
  expect((await admin.post(`/api/message/${dead.id}/resending`, { version: 1 })).body.error.code).toBe('versi.berubah');
  expect((await admin.post(`/api/message/${dead.id}/resending`, { version: dead.version })).status).toBe(200);
  const sent = await untilState(id, 'terkirim');
  expect((await admin.post(`/api/message/${dead.id}/resending`, { version: sent.version })).body.error.code).toBe(
    'pesan.tidak_gagal',
  );
  expect((await admin.post(`/api/message/${dead.id}/giving-up`, { version: sent.version })).status).toBe(409);
});

test('WhatsApp is off until the agency says so; then a text waits for an officer’s phone', async () => {
  minutes(60);
  const { citizen, id, number } = await opened();
  expect(citizen.html()).not.toContain('WhatsApp');
  const admin = await app.as('admin');
  const setting = (await admin.get('/api/message/setting')).body;
  expect(setting).toMatchObject({ wa: false, sms: false, mail: { on: true } });
  expect(
    (await admin.put('/api/message/setting', { ...setting, reportTo: ['inspektorat'] })).body.error.details.fields
      .reportTo,
  ).toContain('"inspektorat" belum benar');
  expect((await admin.put('/api/message/setting', { ...setting, wa: true })).status).toBe(200);
  expect((await admin.put('/api/message/setting', { ...setting, wa: true })).body.error.code).toBe('versi.berubah');

  await citizen.go(STATUS);
  expect((await askFor(citizen, 'wa', '021 555')).html).toContain('Nomor WhatsApp diawali 08');
  await askFor(citizen, 'wa', '0812 3456 7890');
  await tell(id, 'Ada kabar.');
  const lying = await untilState(id, 'serah');
  const desk = await app.as('loket');
  const waiting = (await desk.get('/api/message/hand-over')).body.items;
  expect(waiting).toHaveLength(1);
  expect(waiting[0]).toMatchObject({ id: lying.id, recipient: '6281234567890', channel: 'wa' });
  expect(waiting[0].body).toContain(number);
  expect(waiting[0].body).toContain(`http://localhost${STATUS}`);
  // Two officers at once: one of them hears that it is done.
  const both = await Promise.all(
    ['loket', 'verifikator'].map(async (name) =>
      (await app.as(name)).post(`/api/message/${lying.id}/handing-over`, { version: lying.version }),
    ),
  );
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  expect((await desk.get('/api/message/hand-over')).body.items).toEqual([]);
});

test('words are the administrator’s, with a preview and a sentence for what cannot be used', async () => {
  const admin = await app.as('admin');
  const own = { subject: 'Ada kabar ({nomor})', body: 'Salam. Lihat {alamat} untuk nomor {nomor}. {dinas}' };
  const at = '/api/message/template/warga.surel';
  expect((await admin.post(`${at}/preview`, own)).body.subject).toBe('Ada kabar (BCDF-GHJK-LM)');
  const bad = await admin.put(at, { ...own, body: `${own.body} {nik}`, version: 0 });
  expect(bad.status).toBe(422);
  expect(bad.body.error.details.fields.body).toContain('Tanda {nik} di isi tidak dikenal');
  expect((await admin.put(at, { ...own, version: 0 })).status).toBe(200);
  expect((await admin.put(at, { ...own, version: 0 })).body.error.code).toBe('versi.berubah');
  const listed = (await admin.get('/api/message/template')).body.items;
  expect(listed.find((one: { code: string }) => one.code === 'warga.surel')).toMatchObject({ ...own, version: 1 });
  expect((await admin.post(`${at}/restoring`, { version: 1 })).status).toBe(200);
  expect((await admin.put('/api/message/template/warga.lain', { ...own, version: 0 })).status).toBe(404);
  expect((await (await app.as('verifikator')).get('/api/message/template')).status).toBe(403);
});

test('a deadline lies in the box of whoever holds the desk, and of nobody else', async () => {
  const { id } = await opened();
  const desk = await app.as('kabid');
  const unread = async () => (await desk.get('/api/box/unread')).body.unread;
  const before = await unread();
  app.setNow(new Date('2026-09-30T04:00:00Z'));
  await raiseAlarmsEverywhere(app.platform);
  await raiseAlarmsEverywhere(app.platform);
  expect(await unread()).toBeGreaterThan(before);
  const { items } = (await desk.get('/api/box')).body;
  expect(items.filter(({ href }: { href: string }) => href.endsWith(id))).toHaveLength(1);
  expect((await (await app.as('salur')).get('/api/box')).body.items).toEqual([]);
  await desk.post('/api/box/reading', { ids: [items[0].id] });
  expect(await unread()).toBe(items.length - 1);
  await desk.post('/api/box/reading');
  expect(await unread()).toBe(0);
});

test('every evening the day’s root leaves with the daily report, once, also for an evening that was missed', async () => {
  const admin = await app.as('admin');
  const setting = (await admin.get('/api/message/setting')).body;
  await admin.put('/api/message/setting', { ...setting, reportTo: ['inspektorat@contoh.test'], reportAt: '23:59' });
  await sealToTheEnd(app);
  // Nobody was there last evening; the report of that day leaves now.
  app.setNow(new Date(Date.now() + 86_400_000));
  await reportEverywhere(app.platform, app.dataDir);
  await reportEverywhere(app.platform, app.dataDir);
  await deliver();
  const [kept] = await rows('select * from daily_report');
  const mails = smtp.mails.filter((mail) => mail.includes('inspektorat@contoh.test'));
  expect(mails).toHaveLength(1);
  expect(mails[0]).toContain(kept.root);
  expect(mails[0]).toContain(`laporan-harian-${kept.on_date}.pdf`);
  expect((await rows('select root from audit_block where no = $1', [kept.block_no]))[0].root).toBe(kept.root);
});

test('no message that was ever kept holds a whole NIK or KK number, and the database takes none', async () => {
  const all = await rows(`select subject, body from message`);
  expect(all.length).toBeGreaterThan(5);
  for (const { subject, body } of all) expect(`${subject} ${body}`).not.toMatch(/(?<![0-9a-z])\d{16}(?![0-9a-z])/i);
  for (const mail of smtp.mails) expect(mail.split('\r\n\r\n')[0]).not.toMatch(/9901014708540003/);
  await expect(
    rows(`insert into message (id, template, channel, recipient, subject, body, state, next_try_at, at)
      values (gen_random_uuid(), 'x', 'surel', 'a@b.id', 'x', 'NIK 9901 0147 0854 0003', 'antre', now(), now())`),
  ).rejects.toThrow(/message_without_number/);
});
