import { workerData } from 'node:worker_threads';
import { addReferenceAreas, readIndonesia } from '#modules/area/index.ts';
import { type Connection, openPool } from '#platform/db/connection.ts';

// A thread of its own: what reading all Indonesia leaves behind in memory goes with it.
const pool = openPool(workerData as Connection, 1);
const client = await pool.connect();
try {
  await addReferenceAreas(client, readIndonesia());
} finally {
  client.release();
  await pool.end();
}
