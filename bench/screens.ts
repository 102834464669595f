// What people feel, in a real Chromium with a slow machine and line: `npm run bench:screens -- --url http://localhost:3000`
// Staff: from the key to the painted row at 1366x768, CPU x4, 1.6 Mbit/s, 150 ms. Citizens: largest contentful paint at 360 px, CPU x6, same line.
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../src/modules/identity/index.ts';
import { openBrowser } from '../test/support/browser.ts';

const { values } = parseArgs({
  options: { url: { type: 'string', default: 'http://localhost:3000' }, rounds: { type: 'string', default: '15' } },
});
const rounds = Number(values.rounds);
const LINE = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 200_000 };

const slow = async (page: Page, cpu: number) => {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', LINE);
  await session.send('Emulation.setCPUThrottlingRate', { rate: cpu });
  return session;
};
const quantile = (list: readonly number[], q: number) =>
  [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * q))] ?? 0;

const browser = await openBrowser();
const rows: string[] = [];
const add = (what: string, list: readonly number[], unit: string) =>
  rows.push(
    `| ${what} | ${list.length} | ${quantile(list, 0.5).toFixed(0)} | ${quantile(list, 0.95).toFixed(0)} | ${unit} |`,
  );

const staff = await browser.newContext({ viewport: { width: 1366, height: 768 } });
const page = await staff.newPage();
await page.request.post(`${values.url}/api/session`, { data: { username: 'verifikator', password: DEMO_PASSWORD } });
await page.goto(`${values.url}/kantor/cari`);
await slow(page, 4);
const typed: number[] = [];
for (const name of [
  'sarinem',
  'moehamad',
  'sulastri',
  'wijono',
  'kasan',
  'ngatinem',
  'soepri',
  'darto',
  'rasid',
  'yohana',
  'tumi',
  'hasan',
  'lastri',
  'wiryo',
  'melati',
].slice(0, rounds)) {
  const field = page.getByRole('searchbox').or(page.getByRole('textbox')).first();
  await field.fill('');
  await page.waitForTimeout(1500);
  // The answer to the whole word, not to its beginning; then the frame in which its rows stand.
  const answered = page.waitForResponse((reply) => new URL(reply.url()).searchParams.get('q') === name, {
    timeout: 20_000,
  });
  await field.pressSequentially(name.slice(0, -1), { delay: 40 });
  const began = performance.now();
  await field.press(name.slice(-1));
  await answered;
  await page.evaluate(
    () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  );
  typed.push(performance.now() - began);
}
add('last key to painted rows, misspelt name (1366x768, CPU x4)', typed, 'ms');
await staff.close();

const portal: number[] = [];
let script = 0;
for (let n = 0; n < rounds; n++) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const visit = await context.newPage();
  await slow(visit, 6);
  visit.on('response', async (reply) => {
    if (n === 0 && reply.request().resourceType() === 'script') script += (await reply.body()).length;
  });
  await visit.goto(`${values.url}/layanan/tirta-rukun`, { waitUntil: 'load' });
  portal.push(
    await visit.evaluate(
      () =>
        new Promise<number>((done) => {
          new PerformanceObserver((list) => done(list.getEntries().at(-1)?.startTime ?? 0)).observe({
            type: 'largest-contentful-paint',
            buffered: true,
          });
          setTimeout(() => done(0), 3000);
        }),
    ),
  );
  await context.close();
}
add('portal, largest contentful paint (360 px, CPU x6)', portal, 'ms');
await browser.close();

console.log(`${cpus()[0]?.model.trim()}, ${cpus().length} cores; line 1.6 Mbit/s, 150 ms\n`);
console.log('| what | n | p50 | p95 | unit |\n| --- | --: | --: | --: | --- |');
for (const row of rows) console.log(row);
console.log(`\nScript on the portal: ${script} bytes`);
