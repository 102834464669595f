import { readFile, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { ERROR_MODEL, type ErrorKind } from './error-model.ts';
import { FAMILY_KINDS, FAMILY_MODEL } from './family.ts';
import { CULTURES } from './names.ts';
import { SIKS_DIRT, SIKS_MONTHLY, type SiksDirtKind } from './siks-dirt.ts';

const PAGE = new URL('../../../docs/engines/population.md', import.meta.url);

const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const TABLES: Readonly<Record<string, string>> = {
  'error-model': table(
    ['code', 'mistake', 'original', 'duplicate', 'happens to'],
    (Object.entries(ERROR_MODEL) as [string, ErrorKind][]).map(([code, kind]) => [
      `\`${code}\``,
      kind.what,
      kind.original,
      kind.duplicate,
      kind.of ?? 'all',
    ]),
  ),
  families: table(['kind or event', 'weight or probability'], [...FAMILY_KINDS, ...Object.entries(FAMILY_MODEL)]),
  cultures: table(['naming culture', 'weight'], CULTURES),
  dirt: table(
    ['code', 'what is wrong', 'share of rows', 'comes back'],
    (Object.entries(SIKS_DIRT) as [string, SiksDirtKind][]).map(([code, kind]) => [
      `\`${code}\``,
      kind.what,
      kind.share,
      kind.returned ? 'yes' : '',
    ]),
  ),
  monthly: table(['change', 'share'], Object.entries(SIKS_MONTHLY)),
};

/** The page with every table as the code has it now. */
const withTables = (page: string): string =>
  Object.entries(TABLES).reduce(
    (text, [name, rows]) =>
      text.replace(
        new RegExp(`<!-- ${name} -->[\\s\\S]*?<!-- end -->`),
        () => `<!-- ${name} -->\n${rows}\n<!-- end -->`,
      ),
    page,
  );

test('docs/engines/population.md shows the probabilities that the code uses (UPDATE_DOCS=1 rewrites it)', async () => {
  const page = await readFile(PAGE, 'utf8');
  for (const name of Object.keys(TABLES)) expect(page).toContain(`<!-- ${name} -->`);
  const wanted = withTables(page);
  if (process.env.UPDATE_DOCS === '1') await writeFile(PAGE, wanted);
  else expect(page).toBe(wanted);
});
