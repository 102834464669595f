// `npm test`: everything, in an order in which cheap faults show first. `npm test -- unit slice` runs only some steps.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const bin = (name) => join(root, 'node_modules', '.bin', name);
const vitest = (project) => [bin('vitest'), 'run', '--project', project];
const STEPS = [
  ['types', [bin('tsc'), '-p', '.']],
  ['lint', [bin('biome'), 'check', '--error-on-warnings', '.']],
  ['dead code', [bin('knip')]],
  ['bundle', [bin('node'), join(root, 'bin', 'bundle-size.mjs')]],
  ['unit', vitest('unit')],
  ['slice', vitest('slice')],
  ['journey', vitest('journey')],
  ['pages', vitest('pages')],
];

const wanted = process.argv.slice(2);
const steps = wanted.length > 0 ? STEPS.filter(([name]) => wanted.includes(name)) : STEPS;
const env = { ...process.env, PATH: `${join(root, 'node_modules', '.bin')}:${process.env.PATH}` };
let [passed, failed] = [0, 0];
for (const [name, [command, ...args]] of steps) {
  const began = Date.now();
  console.log(`\n== ${name}`);
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', env });
  console.log(`== ${name}: ${status === 0 ? 'passed' : 'FAILED'} in ${((Date.now() - began) / 1000).toFixed(1)} s`);
  if (status === 0) passed++;
  else failed++;
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
