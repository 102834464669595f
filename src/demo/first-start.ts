import type pg from 'pg';
import { dateInZone } from '#kernel/local-date.ts';
import { addReferenceAreas, readIndonesia } from '#modules/area/index.ts';
import type { Platform } from '#platform/db/context.ts';
import { makeDemoAgency } from './agencies.ts';

/** The reference areas of Indonesia, once. */
export const installReference = async (ownerPool: pg.Pool): Promise<void> => {
  const client = await ownerPool.connect();
  try {
    const known = await client.query(`select 1 from ref.area_now where kode = '11'`);
    if (!known.rowCount) await addReferenceAreas(client, readIndonesia());
  } finally {
    client.release();
  }
};

/** The demo agencies, when no agency exists yet. */
export const makeDemoOnFirstStart = async (ownerPool: pg.Pool, platform: Platform, _dataDir: string): Promise<void> => {
  const client = await ownerPool.connect();
  try {
    const any = await client.query('select 1 from auth.agency limit 1');
    if (any.rowCount) return;
    const today = dateInZone(platform.clock(), 'WITA');
    await makeDemoAgency(client, '99.01', today);
    await makeDemoAgency(client, '99.71', today);
  } finally {
    client.release();
  }
};
