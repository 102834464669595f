import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeTwice, scanned } from '../../src/modules/duplicates/test/steps.ts';
import { makeGeneratedPairs } from '../factories/generated-pairs.ts';
import { makeListInForce } from '../factories/list-in-force.ts';
import { areaId, inRegistry, makeResident, newNik } from '../factories/person.ts';
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

/** The pair that is open on the page, by its address. */
const openPair = (url: string) => new URL(url).searchParams.get('id') ?? '';

test('an officer adjudicates twenty pairs by keyboard, one of them with a second person', async () => {
  // What the test before left open is its own.
  await app.rows(`update @duplicate_pair set state = 'tanya', decided_by = (select id from @account where username = 'verifikator'),
    decided_at = now() where state = 'terbuka'`);
  const people = await makeGeneratedPairs(app.database, '99.01.01.2003', 25);
  const truth = new Set(people.map((ids) => ids.toSorted().join(' ')));
  // One woman of them received aid under a decree that has ended: her merge needs two people.
  const list = await makeListInForce(app, ['Suminten Prawirodirjo'], { amount: 300_000n });
  const recipient = list.recipients[0]?.personId ?? '';
  await app.rows(`update @award set state = 'dihentikan' where decree_id = $1`, [list.decreeId]);
  await app.rows(`update @person set mother_name = 'Ponirah', phone = '081234567009' where id = $1`, [recipient]);
  const home = await areaId(app.database, '99.01.01.2003');
  const again = await inRegistry(app.database.db, 'verifikator', (ctx) =>
    makeResident(ctx, home, { name: 'SUMINTEN PRAWIRADIRJA', motherName: 'Ponirah', phone: '081234567009' }),
  );
  truth.add([recipient, again.personId].toSorted().join(' '));
  await scanned(await app.as('verifikator'));
  await app.newActs();
  const page = await app.person('verifikator');
  await page.goto('/kantor/kemungkinan-ganda');
  const rows = page.getByRole('list', { name: 'Kemungkinan ganda' }).getByRole('listitem');
  await rows.nth(19).waitFor();
  // J and Enter: the hand does not leave the keys.
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  const decided: string[] = [];
  let undone = 0;
  while (decided.length < 20) {
    await page.waitForURL(/id=/);
    const id = openPair(page.url());
    expect(decided).not.toContain(id);
    const [pair] = await app.rows<{ people: string; band: string }>(
      `select person_a || ' ' || person_b as people, band from @duplicate_pair where id = $1`,
      [id],
    );
    await page.locator(`[data-pair="${id}"]`).waitFor();
    const key = decided.length === 7 ? 't' : truth.has(pair?.people ?? '') ? 's' : 'b';
    await page.keyboard.press(key);
    await page.waitForURL((url) => openPair(url.href) !== id);
    if (decided.length === 3 && undone === 0) {
      // Taken back: the pair stands in the list again, and nothing was sent of it.
      const before = await rows.count();
      await page.keyboard.press('z');
      await expect.poll(() => rows.count()).toBe(before + 1);
      undone = 1;
      await page.goto(`/kantor/kemungkinan-ganda?id=${id}`);
      continue;
    }
    decided.push(id);
  }
  await page.getByRole('button', { name: 'Kirim sekarang' }).press('Enter');
  const counted = async () => {
    const states = await app.rows<{ state: string; n: number }>(
      'select state, count(*)::int as n from @duplicate_pair where id = any ($1) group by state order by state',
      [decided],
    );
    return Object.fromEntries(states.map(({ state, n }) => [state, n]));
  };
  await expect.poll(counted, { timeout: 20_000 }).not.toHaveProperty('terbuka');
  expect(await counted()).toMatchObject({ menunggu: 1, tanya: 1 });
  expect((await counted())['sama']).toBeGreaterThan(12);
  const second = await app.person('kabid');
  await second.goto('/kantor/kemungkinan-ganda?tumpukan=menunggu');
  await second.getByRole('list', { name: 'Kemungkinan ganda' }).getByRole('listitem').first().waitFor();
  await second.keyboard.press('j');
  await second.keyboard.press('Enter');
  await second.getByText('menunggu orang kedua').first().waitFor();
  await second.keyboard.press('s');
  await second.getByRole('button', { name: 'Kirim sekarang' }).press('Enter');
  const byTwo = () =>
    app.rows(`select count(*)::int as n from @person_merge where second_by is not null and undone_at is null`);
  await expect.poll(byTwo, { timeout: 20_000 }).toEqual([{ n: 1 }]);
  expect(app.faults).toEqual([]);
});
