// The pictures of the README, from a running Rukun with the demo: `npm start`, then `node bin/screens.ts [--url http://localhost:3000]`
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../src/modules/identity/index.ts';
import { openBrowser, openPage, signInAs } from '../test/support/browser.ts';

const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://localhost:3000' },
    out: { type: 'string', default: join(import.meta.dirname, '..', 'docs', 'screens') },
  },
});
const url = values.url;

/** A picture: who looks, and how she gets there from her first page. */
const PICTURES: Record<string, { username: string; open: (page: Page) => Promise<unknown> }> = {
  simulasi: {
    username: 'kabid',
    open: async (page) => {
      const { items } = await (await page.request.get(`${url}/api/programme`)).json();
      if (!items[0]) throw new Error('The demo has no programme yet: wait until it says "Data contoh sudah lengkap".');
      await page.goto(`${url}/kantor/program/${items[0].id}/simulasi`);
      await page.getByRole('table').first().waitFor();
    },
  },
  cari: {
    username: 'verifikator',
    open: async (page) => {
      await page.goto(`${url}/kantor/cari?q=sarinem`);
      await page.getByRole('table').first().waitFor();
    },
  },
};

mkdirSync(values.out, { recursive: true });
const browser = await openBrowser();
try {
  for (const [name, { username, open }] of Object.entries(PICTURES)) {
    const { page, close } = await openPage(browser, 'office');
    await signInAs(page, url, { username, password: DEMO_PASSWORD });
    await open(page);
    await page.waitForLoadState('networkidle');
    const path = join(values.out, `${name}.png`);
    await page.screenshot({ path });
    console.log(path);
    await close();
  }
} finally {
  await browser.close();
}
