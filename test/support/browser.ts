import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';

const require = createRequire(import.meta.url);
const root = join(import.meta.dirname, '..', '..');

/** The Chromium that `bin/setup.mjs --browser` found or installed. */
const chromiumPath = (): string => {
  const unpacked = join(root, 'node_modules', '.chromium', 'path');
  const known = [
    process.env['CHROMIUM_PATH'],
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    existsSync(unpacked) ? readFileSync(unpacked, 'utf8').trim() : undefined,
  ];
  const found = known.find((path) => path !== undefined && existsSync(path));
  if (!found) throw new Error('No Chromium: run node bin/setup.mjs --browser, or set CHROMIUM_PATH.');
  return found;
};

/** A browser for one test file; close it in afterAll. Chromium has no sandbox for root. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: chromiumPath(), args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });

/** The widths a page is looked at: an office panel, the same at 200 % zoom, a phone. */
export const VIEWPORTS = {
  office: { width: 1366, height: 768 },
  zoomed: { width: 683, height: 384 },
  phone: { width: 360, height: 740 },
} as const;

export type OpenPage = { page: Page; faults: string[]; close: () => Promise<void> };

/** A page in a context of its own (own cookies, own storage); `faults` gathers what the page threw. */
export const openPage = async (browser: Browser, size: keyof typeof VIEWPORTS = 'office'): Promise<OpenPage> => {
  const context = await browser.newContext({ viewport: VIEWPORTS[size], locale: 'id-ID' });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  return { page, faults, close: () => context.close() };
};

/** What axe finds on the page in view, one line each: rule, element, why. */
export const findAxeFaults = async (page: Page): Promise<string[]> => {
  await page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
  return page.evaluate(async () => {
    type Found = { violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] };
    const { violations } = await (globalThis as unknown as { axe: { run: () => Promise<Found> } }).axe.run();
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
    );
  });
};

/** How many pixels the page is wider than its window: more than 0 means scrolling sideways. */
export const sidewaysPixels = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Signs in on the staff app and waits for its first page. */
export const signInAs = async (
  page: Page,
  url: string,
  { username, password }: { username: string; password: string },
): Promise<void> => {
  await page.goto(`${url}/kantor/`);
  await page.fill('[name=username]', username);
  await page.fill('[name=password]', password);
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Pagi ini' }).waitFor();
};
