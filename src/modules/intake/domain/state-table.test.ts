import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { SEED_ORDERS } from './seed-orders.ts';
import { printStateTable } from './state-table.ts';

const page = () =>
  [
    '# States of a usulan',
    '',
    'Generated from the state machine (`src/modules/intake/domain/state-machine.ts`): `npx vitest run --project unit src/modules/intake -u`.',
    'Every act of everybody is tried on a linked usulan of kind `baru`; what is not in the table is refused. Submitting puts a usulan at the',
    'first stage. Time moves nothing: a passed deadline only marks a row as late.',
    '',
    ...SEED_ORDERS.flatMap((seed) => [`## ${seed.name}`, '', printStateTable(seed.stages), '']),
  ].join('\n');

test('the page of states is the machine’s own', async () => {
  await expect(page()).toMatchFileSnapshot('../../../../docs/states/usulan.md');
});

test('the module’s README shows the table of the first order', () => {
  expect(readFileSync(new URL('../README.md', import.meta.url), 'utf8')).toContain(
    printStateTable(SEED_ORDERS[0]!.stages),
  );
});
