import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../../src/modules/identity/index.ts';
import { startTestApp, TEST_NOW, type TestApp } from './app.ts';
import { openBrowser, signInAs, VIEWPORTS } from './browser.ts';

/** What people did: `account event`, in the order of the audit. */
const listActs = async (app: TestApp, after: number) => {
  const { rows } = await app.database.ownerPool.query<{ seq: string; username: string; event: string }>(
    'select seq, username, event from agency_tirta_rukun.audit where seq > $1 order by seq',
    [after],
  );
  return rows.map(({ seq, username, event }) => ({ seq: Number(seq), act: `${username} ${event}` }));
};

export type LiveApp = Awaited<ReturnType<typeof startLiveApp>>;

/** The whole application on a port of 127.0.0.1 with a browser beside it. Both believe it is the noon of the test day. */
export const startLiveApp = async () => {
  const app = await startTestApp({ withJobs: true });
  await app.http.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.http.server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const browser: Browser = await openBrowser();
  const faults: string[] = [];
  const signedIn = new Map<string, Page>();
  let seen = 0;

  /** A page in a context of its own; what it throws or complains about gathers in `faults`. */
  const newPage = async (size: keyof typeof VIEWPORTS = 'office', options: { javaScriptEnabled?: boolean } = {}) => {
    const context = await browser.newContext({ viewport: VIEWPORTS[size], locale: 'id-ID', baseURL: url, ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    await page.clock.setFixedTime(TEST_NOW);
    page.on('pageerror', (error) => faults.push(`${page.url()} ${error.message}`));
    page.on('console', (message) => {
      // A refusal answers with 4xx, which the browser writes down as an error of its own.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        faults.push(`${page.url()} ${message.text()}`);
    });
    return page;
  };
  return {
    ...app,
    url,
    browser,
    faults,
    newPage,
    /** The signed-in page of a demo account; the first call signs in through the form. */
    person: async (username: string): Promise<Page> => {
      const known = signedIn.get(username);
      if (known) return known;
      const page = await newPage();
      await signInAs(page, url, { username, password: DEMO_PASSWORD });
      signedIn.set(username, page);
      return page;
    },
    /** Acts of the audit since the last call. */
    newActs: async (): Promise<string[]> => {
      const acts = await listActs(app, seen);
      seen = acts.at(-1)?.seq ?? seen;
      return acts.map(({ act }) => act);
    },
    rows: async <T extends Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> =>
      (await app.database.ownerPool.query(text.replaceAll('@', 'agency_tirta_rukun.'), values)).rows as T[],
    close: async () => {
      await browser.close();
      await app.close();
    },
  };
};
