// `npm run bench`: the benches that need nothing but this clone, one after the other. `npm run bench:load` and `bench:screens` need a running Rukun (see docs/benchmarks.md).
import { spawnSync } from 'node:child_process';

for (const file of [
  'bench/areas.ts',
  'bench/targeting.ts',
  'bench/linkage.ts',
  'bench/letters.ts',
  'bench/import.ts',
]) {
  console.log(`\n## ${file}`);
  const { status } = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', file], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
