import { afterAll, beforeAll, expect, test } from 'vitest';
import { siksFile } from '../../../../test/factories/siks-file.ts';
import { startTestApp, type TestApp } from '../../../../test/support/app.ts';
import { importTo, mapAndCheck, uploaded } from './steps.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ withJobs: true });
});
afterAll(() => app.close());

const counted = async (sql: string): Promise<number> =>
  Number(
    (
      (await app.database.ownerPool.query(`set search_path = agency_tirta_rukun, ref, public; ${sql}`)) as unknown as {
        rows: { n: string }[];
      }[]
    )[1]?.rows[0]?.n,
  );

test('a file goes from upload to review to the register, and its report holds both numbers', async () => {
  const verifikator = await app.as('verifikator');
  const { bytes, rows } = await siksFile(600);
  const id = await uploaded(verifikator, bytes, 'kind=siks23&name=juli.csv&period=2026-07');
  const seen = await verifikator.get(`/api/import/${id}`);
  expect(seen.body.state).toBe('diunggah');
  expect(seen.body.mapping.columns.filter((column: { at: number | null }) => column.at === null)).toEqual([]);

  const checked = await mapAndCheck(verifikator, id);
  const returned = rows.filter((row) => row.truth.returned).length;
  expect(checked.state).toBe('siap');
  expect(checked.check).toMatchObject({ kembali: returned, baru: 600 - returned, tetap: 0, tidakTercantum: 0 });
  expect(checked.sentence).toContain('Belum ada data yang berubah.');
  expect(await counted('select count(*) as n from person')).toBe(0);

  const done = await importTo(verifikator, id, checked.version);
  expect(done).toMatchObject({ state: 'selesai', commit: { dibuat: 600 - returned } });
  expect(await counted('select count(*) as n from person')).toBe(600 - returned);
  expect(
    await counted(
      `select count(*) as n from audit where event = 'import.rows_committed' and after->>'sha256' ~ '^[0-9a-f]{64}$'`,
    ),
  ).toBe(1);

  const csv = await verifikator.get(`/api/import/${id}/rows-file?rows=kembali&format=csv`);
  expect(String(csv.body).split('\r\n').filter(Boolean)).toHaveLength(returned + 1);
});
