// The pictures of docs/screens, from a running Rukun with the demo: `npm start`, then `node bin/screens.ts [--url http://localhost:3000]`.
// It works a little in the demo first (five proposals up to the decision desk, one list up to its decree), so that the pictures show work.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { APIRequestContext, Page } from 'playwright-core';
import { dateInZone } from '../src/kernel/local-date.ts';
import { DEMO_PASSWORD } from '../src/modules/identity/index.ts';
import { NINE_CRITERIA_FIELDS } from '../src/modules/registry/index.ts';
import { openBrowser } from '../test/support/browser.ts';

const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://localhost:3000' },
    out: { type: 'string', default: join(import.meta.dirname, '..', 'docs', 'screens') },
  },
});
const today = dateInZone(new Date(), 'WITA');
const browser = await openBrowser();
const contextOf = (size: { width: number; height: number }) =>
  browser.newContext({ viewport: size, baseURL: values.url, locale: 'id-ID' });
const OFFICE = { width: 1440, height: 900 };

const signIn = async (request: APIRequestContext, username: string) => {
  const reply = await request.post('/api/session', { data: { username, password: DEMO_PASSWORD } });
  if (!reply.ok()) throw new Error(`${username} cannot sign in: ${await reply.text()}`);
};
const people = new Map<string, APIRequestContext>();
const person = async (username: string): Promise<APIRequestContext> => {
  const known = people.get(username);
  if (known) return known;
  const { request } = await contextOf(OFFICE);
  await signIn(request, username);
  people.set(username, request);
  return request;
};
/** One call as a demo account; anything but success stops the script. */
const call = async (username: string, method: 'get' | 'post' | 'put', url: string, body?: object) => {
  const reply = await (await person(username))[method](url, body ? { data: body } : {});
  if (!reply.ok()) throw new Error(`${method} ${url} as ${username}: ${await reply.text()}`);
  return reply.json();
};
const read = (username: string, url: string) => call(username, 'get', url);
const act = async (username: string, record: string, name: string, body: object = {}) => {
  const { version } = await read(username, record);
  return call(username, 'post', `${record}/${name}`, { version, ...body });
};

const PROPOSED = ['Siti Rahmawati', 'Ngatiyem', 'Wagiman', 'Sukarti', 'Legiyem'] as const;

/** From the RT head to the deliberation; gives the receipt of the first. */
const propose = async () => {
  const rt = await read('rt.karangasri', '/api/rt');
  const receipts: { receiptNumber: string; pin: string }[] = [];
  for (const [at, name] of PROPOSED.entries()) {
    const draft = {
      name,
      birthOn: `195${at}-08-0${at + 1}`,
      sex: at === 2 ? 'L' : 'P',
      address: `Jalan Melati ${at + 3}`,
    };
    const made = await call('rt.karangasri', 'post', '/api/usulan', {
      kind: 'baru',
      channel: 'rt',
      relation: 'ketua_rt',
      areaId: rt.area.id,
      draft: { ...draft, rtAreaId: rt.area.id },
      reporterName: 'Pak Darto',
      consent: 'lisan_saksi',
      reason: 'Tinggal sendiri dan tidak punya penghasilan tetap.',
      skipRt: false,
    });
    receipts.push(made);
    const record = `/api/usulan/${made.usulanId}`;
    await act('operator.karangasri', record, 'new-subject', { shdk: 1 });
    await act('operator.karangasri', record, 'acceptance', { reasonCode: 'lengkap' });
    const answers = Object.fromEntries(
      NINE_CRITERIA_FIELDS.map((field, n) => [field, n % 4 === at % 4 ? 'tidak' : n === 7 ? 'tidak_tahu' : 'ya']),
    );
    const visit = {
      visitedOn: today,
      result: 'terkonfirmasi',
      respondent: name,
      notes: 'Rumah di belakang musala.',
      answers,
    };
    await act('operator.karangasri', record, 'verval', visit);
  }
  return receipts[0];
};

const ATTENDED = ['kades_lurah', 'operator', 'bpd_lpm', 'rt_rw', 'babinsa_bhabin', 'wakil_keluarga'];
const NAMES = ['Pak Suryo', 'Bu Wulan', 'Pak Jarwo', 'Pak Darto', 'Serda Anwar', 'Bu Lastri'];

/** The musdes agrees to all that waits. */
const deliberate = async () => {
  const who = 'operator.karangasri';
  const { desa } = await read(who, '/api/musyawarah');
  const meeting = { kind: 'musdes', areaId: desa[0].areaId, onDate: today, place: 'Balai Desa', leader: 'Pak Suryo' };
  const { id } = await call(who, 'post', '/api/musyawarah', meeting);
  const record = `/api/musyawarah/${id}`;
  const { version, rows } = await read(who, record);
  const attendees = NAMES.map((name, at) => ({ no: at + 1, name, role: ATTENDED[at] }));
  await call(who, 'put', `${record}/attendance`, { version, people: attendees });
  for (const row of rows)
    await call(who, 'post', `${record}/rows/${row.usulanId}/verdict`, {
      version: row.version,
      verdict: 'disepakati',
      reason: '',
      conflicts: [],
    });
  await act(who, record, 'completion', { quorumNote: '' });
};

/** The first programme's list, from its preparation to its force. */
const decree = async () => {
  const { items } = await read('kabid', '/api/programme');
  const programme = items[0];
  if (!programme) throw new Error('The demo has no programme yet: wait until it says "Data contoh sudah lengkap".');
  const { runId } = await call('kabid', 'post', `/api/programme/${programme.id}/list`);
  const view = await read('sekretaris', `/api/programme/list/${runId}`);
  if (view.run.needsSecond)
    await call('sekretaris', 'post', `/api/programme/list/${runId}/confirmation`, { version: view.run.version });
  const record = `/api/sk/${(await read('kabid', `/api/programme/list/${runId}`)).decree.id}`;
  for (const username of ['kabid', 'sekretaris', 'kadis']) await act(username, record, 'paraf');
  const signature = { number: '188.45/77', onDate: today, headOfRegion: 'Ir. Sutarjo' };
  await act('sekretaris', record, 'signature', signature);
  await act('sekretaris', record, 'force');
};

const shoot = async (name: string, username: string, open: (page: Page) => Promise<unknown>) => {
  const context = await contextOf(OFFICE);
  await signIn(context.request, username);
  const page = await context.newPage();
  await open(page);
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: join(values.out, `${name}.png`) });
  console.log(name);
  await context.close();
};

const shootStatus = async ({ receiptNumber, pin }: { receiptNumber: string; pin: string }) => {
  const context = await contextOf({ width: 360, height: 740 });
  const page = await context.newPage();
  await page.goto('/layanan/tirta-rukun/status');
  await page.fill('[name=nomor]', receiptNumber);
  await page.fill('[name=pin]', pin);
  await page.getByRole('button', { name: 'Lihat status' }).click();
  await page.getByRole('heading', { name: 'Perjalanan pengajuan' }).waitFor();
  await page.screenshot({ path: join(values.out, 'status-warga-360.png') });
  console.log('status-warga-360');
  await context.close();
};

mkdirSync(values.out, { recursive: true });
try {
  const { items } = await read('kabid', '/api/programme');
  await shoot('simulasi', 'kabid', async (page) => {
    await page.goto(`/kantor/program/${items[0]?.id}/simulasi`);
    await page.getByRole('table').first().waitFor();
  });
  const receipt = await propose();
  await deliberate();
  if (receipt) await shootStatus(receipt);
  await shoot('meja-keputusan', 'verifikator', async (page) => {
    await page.goto('/kantor/usulan?stage=verifikasi');
    await page
      .getByRole('link', { name: /Siti Rahmawati/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Buka jawaban sembilan kriteria' }).click();
    await page.getByRole('table', { name: 'Jawaban sembilan kriteria' }).scrollIntoViewIfNeeded();
  });
  await shoot('cari', 'verifikator', async (page) => {
    await page.goto('/kantor/cari?q=sarinem');
    await page.getByRole('table').first().waitFor();
  });
  await decree();
  await shoot('meja-serah-terima', 'salur', async (page) => {
    await page.goto('/kantor/serah-terima');
    await page.getByRole('table').getByRole('button').first().click();
    await page.getByRole('button', { name: 'Serahkan' }).waitFor();
  });
} finally {
  await browser.close();
}
