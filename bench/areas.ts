/**
 * All Indonesia, read from the package and loaded with its dated rules, as the first start does it: `npm run bench:areas`. Three times,
 * each into a new embedded database.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { addReferenceAreas, readIndonesia } from '../src/modules/area/index.ts';
import { openRukunDatabase } from '../src/platform/db/open.ts';

const ROUNDS = 3;
const seconds = async <T>(work: () => T | Promise<T>): Promise<[T, number]> => {
  const began = performance.now();
  const value = await work();
  return [value, (performance.now() - began) / 1000];
};
const rounds: { read: number; loaded: number; places: number }[] = [];
for (let round = 0; round < ROUNDS; round += 1) {
  const dataDir = mkdtempSync(join(tmpdir(), 'rukun-areas-'));
  chmodSync(dataDir, 0o755);
  const database = await openRukunDatabase({ dataDir, databaseUrl: undefined });
  const client = await database.ownerPool.connect();
  const [areas, read] = await seconds(readIndonesia);
  const [places, loaded] = await seconds(() => addReferenceAreas(client, areas));
  rounds.push({ read, loaded, places });
  client.release();
  await database.close();
  rmSync(dataDir, { recursive: true, force: true });
}
const median = (of: (round: (typeof rounds)[number]) => number) =>
  (rounds.map(of).sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0).toFixed(2);
console.log(
  `${cpus().length} x ${cpus()[0]?.model}, Node ${process.version}, ${rounds[0]?.places} places, median of ${ROUNDS}`,
);
console.log(`read ${median(({ read }) => read)} s, loaded ${median(({ loaded }) => loaded)} s`);
