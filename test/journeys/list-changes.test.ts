import { afterAll, beforeAll, expect, test } from 'vitest';
import { termsToJson } from '../../src/modules/programme/domain/terms-json.ts';
import { newTermsForTest } from '../../src/modules/programme/test/terms-for-test.ts';
import { makeBudgetLine } from '../factories/budget.ts';
import { makeFamilies } from '../factories/families.ts';
import { inRegistry } from '../factories/person.ts';
import { type LiveApp, startLiveApp } from '../support/live-app.ts';

/** A list after it was prepared, through its page: checked against the register of today, and changed when a recipient refuses. */
let live: LiveApp;
let runId: string;
let made: { familyId: string; headId: string }[];

const step = async (username: string, decreeId: string, what: string, body: object = {}) => {
  const actor = await live.as(username);
  const { version } = (await actor.get(`/api/sk/${decreeId}`)).body;
  const reply = await actor.post(`/api/sk/${decreeId}/${what}`, { version, ...body });
  expect(reply.status, JSON.stringify(reply.body)).toBe(200);
};

beforeAll(async () => {
  live = await startLiveApp();
  made = await makeFamilies(live.database, [
    { name: 'Sarinem', desil: 1 },
    { name: 'Poniman', desil: 1 },
    { name: 'Wiryo', desil: 2 },
    { name: 'Kasmi', desil: 3 },
  ]);
  const { lineId } = await inRegistry(live.database.db, 'perencana', (ctx) =>
    makeBudgetLine(ctx, { pagu: 2_000_000n, name: 'APBD ganti' }),
  );
  const rules = [{ kind: 'syarat' as const, expr: 'desil <= 4', reason: 'Keluarga miskin.', basis: 'Pasal 4' }];
  const kabid = await live.as('kabid');
  const programme = await kabid.post('/api/programme', {
    name: 'Beras',
    bidang: 'linjamsos',
    budgetLineId: lineId,
    terms: termsToJson(newTermsForTest({ rules })),
  });
  runId = (await kabid.post(`/api/programme/${programme.body.id}/list`)).body.runId;
});
afterAll(() => live.close());

test('somebody died before the decree: the page says so and prepares the list anew', async () => {
  await live.database.ownerPool.query(
    `update agency_tirta_rukun.person set life = 'terbukti', died_on = '2026-07-14' where id = $1`,
    [made[0]!.headId],
  );
  const page = await live.person('kabid');
  await page.goto(`/kantor/program/daftar/${runId}`);
  await page.getByText('Tidak ada: daftar ini seluruhnya menurut aturan dan urutan.').waitFor();
  await page.getByRole('button', { name: 'Periksa terhadap register hari ini' }).click();
  await page.getByText('Semua anggota meninggal, atau catatannya digabung').waitFor();
  await page.getByRole('button', { name: 'Siapkan ulang daftar' }).click();
  const asked = page.getByRole('dialog', { name: 'Siapkan ulang daftar' });
  await asked.getByRole('button', { name: 'Siapkan ulang daftar' }).click();
  await page.waitForURL((url) => /\/program\/daftar\//.test(url.pathname) && !url.pathname.endsWith(runId));
  await page.getByRole('link', { name: 'Wiryo' }).first().waitFor();
  runId = new URL(page.url()).pathname.split('/').at(-1)!;
});

test('a recipient refuses: the note goes into the changing decree with the next of the reserve', async () => {
  const { decree } = (await (await live.as('kabid')).get(`/api/programme/list/${runId}`)).body;
  const { paraf } = (await (await live.as('kadis')).get(`/api/sk/${decree.id}`)).body;
  for (const who of ['kabid', 'sekretaris', 'kadis'].slice(0, paraf.length)) await step(who, decree.id, 'paraf');
  const signed = { number: '400.9/41/2026', onDate: '2026-07-15', headOfRegion: 'Bupati Contoh' };
  await step('sekretaris', decree.id, 'signature', signed);
  await step('sekretaris', decree.id, 'force');

  const page = await live.person('kabid');
  await page.reload();
  await page.getByRole('button', { name: 'Wiryo menolak bantuan' }).click();
  const noted = page.getByRole('dialog', { name: 'Wiryo menolak bantuan' });
  await noted.getByLabel('Bagaimana dan kapan keluarga ini menolak').fill('Tidak');
  await noted.getByRole('button', { name: 'Tambahkan ke penggantian' }).click();
  await noted.getByText('Tulis paling sedikit sepuluh huruf.').waitFor();
  await noted.getByLabel('Bagaimana dan kapan keluarga ini menolak').fill('Menolak dengan surat bertanggal 14 Juli.');
  await noted.getByRole('button', { name: 'Tambahkan ke penggantian' }).click();
  await page.getByText('menolak: Menolak dengan surat bertanggal 14 Juli.').waitFor();
  await page.getByRole('button', { name: 'Susun SK perubahan' }).click();
  const asked = page.getByRole('dialog', { name: 'Susun SK perubahan' });
  await asked.getByRole('button', { name: 'Susun SK perubahan' }).click();
  await page.getByText('Wiryo (menolak) → Kasmi').waitFor();
  expect(live.faults).toEqual([]);
});
