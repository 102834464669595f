// From an edit in the simulation to the repainted list, in a real Chromium: `npm run bench:simulation -- --url http://localhost:3000`
// against a running Rukun whose demo holds the wanted register (RUKUN_DEMO_ROWS=177000 gives about 60,000 families). Neither line nor
// machine is slowed down; the clock runs in the page, from the key to the frame in which the new numbers stand.
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import type { Locator, Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../src/modules/identity/index.ts';
import { openBrowser, VIEWPORTS } from '../test/support/browser.ts';

const { values } = parseArgs({
  options: { url: { type: 'string', default: 'http://localhost:3000' }, rounds: { type: 'string', default: '20' } },
});
const rounds = Number(values.rounds);
const quantile = (list: readonly number[], q: number) =>
  [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * q))] ?? 0;

type Watched = { since: number; text: string };
/** The page remembers when the last key came and what the numbers were then. */
const watch = (page: Page) =>
  page.evaluate(() => {
    const numbers = () => [...document.querySelectorAll('[aria-busy] dl')].map((list) => list.textContent).join(' ');
    const kept: Watched = { since: 0, text: '' };
    Object.assign(window, { kept, numbers });
    addEventListener('input', () => Object.assign(kept, { since: performance.now(), text: numbers() }), true);
  });

/** Milliseconds from the last input to the frame with other numbers. */
const repainted = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const { kept, numbers } = window as unknown as { kept: Watched; numbers: () => string };
    const frame = () => new Promise<void>((done) => requestAnimationFrame(() => done()));
    while (numbers() === kept.text && performance.now() - kept.since < 20_000) await frame();
    if (numbers() === kept.text) throw new Error('this edit changes no number: choose another');
    await frame();
    return performance.now() - kept.since;
  });

const browser = await openBrowser();
const context = await browser.newContext({ viewport: VIEWPORTS.office, locale: 'id-ID', baseURL: values.url });
const signedIn = await context.request.post('/api/session', { data: { username: 'kabid', password: DEMO_PASSWORD } });
if (!signedIn.ok()) throw new Error(`kabid cannot sign in: ${await signedIn.text()}`);
const page = await context.newPage();
page.setDefaultTimeout(120_000);
const { items } = (await (await context.request.get('/api/programme')).json()) as { items: { id: string }[] };
const programme = items[0] ?? { id: '' };
await page.goto(`/kantor/program/${programme.id}/simulasi`);
const money = page.getByLabel('Batas dana daftar');
await money.waitFor();
const opened = performance.now();
await page.getByText('Garis batas').first().waitFor();
const firstList = performance.now() - opened;
await watch(page);

const measure = async (field: Locator, texts: readonly string[]): Promise<number[]> => {
  const taken: number[] = [];
  for (let n = 0; n <= rounds; n++) {
    await field.fill(texts[n % texts.length] ?? '');
    const ms = await repainted(page);
    // The first of each kind computes what the register remembers from then on.
    if (n > 0) taken.push(ms);
    await page.waitForTimeout(250);
  }
  return taken;
};
const steady = async (field: Locator, text: string) => {
  await field.fill(text);
  await page.waitForTimeout(3_000);
};
const rule = page.getByLabel('Baris 3: Ungkapan');
await steady(page.getByLabel('Jumlah terbanyak'), '');
await steady(page.getByLabel('Baris 1: Ungkapan'), 'jumlah_anggota >= 1');
await steady(money, '300 juta');
const results: [string, number[]][] = [
  ['money of the list', await measure(money, ['200 juta', '400 juta', '300 juta'])],
  ['a rule on desil', await measure(rule, ['desil <= 3', 'desil <= 4', 'desil <= 2'])],
  [
    'a rule on members',
    await measure(
      rule,
      [1, 2, 3, 4, 5].map((n) => `ada anggota dengan (umur >= ${60 + n})`),
    ),
  ],
  ['largest number', await measure(page.getByLabel('Jumlah terbanyak'), ['50', '90', '120'])],
];
const register = await page.locator('main p', { hasText: /keluarga, dibaca/ }).textContent();
await browser.close();

console.log(`${cpus()[0]?.model.trim()}, ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}`);
console.log(`${register}\nfirst list after the form stood: ${firstList.toFixed(0)} ms\n`);
console.log('| edit | n | p50 | p95 | most | unit |\n| --- | --: | --: | --: | --: | --- |');
for (const [what, list] of results)
  console.log(
    `| ${what} | ${list.length} | ${quantile(list, 0.5).toFixed(0)} | ${quantile(list, 0.95).toFixed(0)} | ${Math.max(...list).toFixed(0)} | ms |`,
  );
