import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeTwice, scanned } from '../../src/modules/duplicates/test/steps.ts';
import { areaId, inRegistry, newNik } from '../factories/person.ts';
import { type LiveApp, startLiveApp } from '../support/live-app.ts';

let app: LiveApp;
beforeAll(async () => {
  app = await startLiveApp();
});
afterAll(() => app.close());

const NAMES = ['Sarinem Alm Kasan', 'Tumirah Wongsodikromo', 'Paijem Kromoleksono'];

test('the verifier decides pairs by keyboard and takes a merge apart again', async () => {
  const home = await areaId(app.database, '99.01.01.2003');
  for (const [at, name] of NAMES.entries()) {
    const birthOn = `195${at}-08-0${at + 2}`;
    await inRegistry(app.database.db, 'verifikator', (ctx) => makeTwice(ctx, home, name, birthOn, newNik(birthOn)));
  }
  await scanned(await app.as('verifikator'));
  const page = await app.person('verifikator');
  await page.goto('/kantor/kemungkinan-ganda');
  const rows = page.getByRole('list', { name: 'Kemungkinan ganda' }).getByRole('listitem');
  await rows.nth(2).waitFor();
  await rows.first().getByRole('link').click();
  for (const [at, key] of ['s', 'b'].entries()) {
    const current = (await page.locator('li [aria-current="true"] strong').first().textContent()) ?? '';
    await page.getByRole('cell', { name: current }).first().waitFor();
    await page.getByRole('button', { name: 'Orang yang sama' }).first().waitFor();
    await page.keyboard.press(key);
    await expect.poll(() => rows.count()).toBe(NAMES.length - 1 - at);
    await page.getByRole('button', { name: 'Kirim sekarang' }).click();
    await page.getByRole('button', { name: 'Kirim sekarang' }).waitFor({ state: 'hidden' });
  }
  await page.getByRole('link', { name: 'Penggabungan terakhir' }).click();
  await page.getByRole('button', { name: 'Pisahkan…' }).click();
  await page.getByLabel('Alasan').fill('keliru');
  await page.getByRole('button', { name: 'Pisahkan', exact: true }).click();
  await page.getByText('sudah dipisah').waitFor();
  expect(app.faults).toEqual([]);
  const acts = (await app.newActs()).filter((act) => /person\.(un)?merged|duplicate\.decided/.test(act));
  expect(acts).toEqual([
    'verifikator person.merged',
    'verifikator duplicate.decided',
    'verifikator duplicate.decided',
    'verifikator person.unmerged',
  ]);
});
