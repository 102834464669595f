import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

const src = resolve(import.meta.dirname, '../../src');
const LAYERS = ['kernel', 'engines', 'platform', 'modules'];
/** Inside a module: what a file of a folder may import from its own module. Edges (contract, routes, jobs, web, index) may import all. */
const INSIDE: Record<string, readonly string[]> = {
  domain: ['domain'],
  sql: ['domain', 'sql'],
  actions: ['domain', 'sql', 'actions'],
};
/** Which module may use another, through its index.ts only. */
const MAY_USE: Record<string, readonly string[]> = {
  area: [],
  oversight: [],
  identity: ['area'],
  messages: [],
  registry: ['area', 'identity'],
  forms: ['registry'],
  planning: ['area', 'identity'],
  intake: ['area', 'identity', 'registry', 'messages', 'forms'],
  deliberation: ['area', 'identity', 'registry', 'intake'],
  programme: ['area', 'identity', 'registry', 'intake', 'planning', 'deliberation'],
  distribution: ['area', 'identity', 'registry', 'planning', 'deliberation', 'programme'],
  reporting: ['area', 'identity', 'registry', 'planning', 'programme', 'distribution', 'messages'],
  exchange: ['area', 'identity', 'registry', 'intake', 'deliberation'],
  casework: ['area', 'identity', 'registry'],
  duplicates: ['area', 'identity', 'registry', 'exchange'],
  letters: ['area', 'identity', 'registry', 'intake', 'deliberation', 'messages'],
  objection: ['area', 'identity', 'registry', 'intake', 'deliberation'],
  home: [
    'letters',
    'objection',
    'area',
    'identity',
    'registry',
    'intake',
    'deliberation',
    'programme',
    'distribution',
    'exchange',
    'casework',
    'duplicates',
    'planning',
    'reporting',
  ],
  portal: [
    'letters',
    'messages',
    'objection',
    'area',
    'identity',
    'registry',
    'intake',
    'deliberation',
    'programme',
    'distribution',
  ],
};

const files = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name));
type Link = { from: string; to: string; typeOnly: boolean };

const linksOf = (file: string): Link[] => {
  const text = readFileSync(file, 'utf8');
  const found = text.matchAll(
    /^(?:import|export)\s+(type\s+)?[^;'"]*?from\s+['"]([^'"]+)['"]|(typeof\s+)?import\(\s*['"]([^'"]+)['"]\s*\)/gm,
  );
  return [...found].flatMap(([, typeWord, specifier, typeofWord, dynamic]) => {
    const target = specifier ?? dynamic ?? '';
    const to = target.startsWith('#')
      ? join(src, target.slice(1))
      : target.startsWith('.')
        ? resolve(file, '..', target)
        : undefined;
    return to ? [{ from: relative(src, file), to: relative(src, to), typeOnly: Boolean(typeWord ?? typeofWord) }] : [];
  });
};
const links = files.flatMap(linksOf);
const layerOf = (path: string) => LAYERS.indexOf(path.split('/')[0] ?? '');
const isTest = (path: string) => /\.test\.tsx?$/.test(path) || path.includes('/test/');
const isWebShell = (path: string) => path.startsWith('web/');

test('the test saw the tree', () => {
  expect(files.length).toBeGreaterThan(60);
  expect(links.length).toBeGreaterThan(150);
});

test('kernel <- engines <- platform <- modules', () => {
  const wrong = links.filter(({ from, to }) => layerOf(from) >= 0 && layerOf(to) > layerOf(from));
  expect(wrong).toEqual([]);
});

test('inside a module domain <- sql <- actions <- edges', () => {
  const wrong = links.filter(({ from, to }) => {
    const [top, module, folder = ''] = from.split('/');
    if (top !== 'modules' || isTest(from) || !to.startsWith(`modules/${module}/`)) return false;
    const allowed = INSIDE[folder];
    return allowed !== undefined && !allowed.includes(to.split('/')[2] ?? '');
  });
  expect(wrong).toEqual([]);
});

test('modules meet at index.ts only, along the declared list', () => {
  const wrong = links.filter(({ from, to, typeOnly }) => {
    const [top, module = ''] = from.split('/');
    const [toTop, toModule = '', rest = ''] = to.split('/');
    if (top !== 'modules' || toTop !== 'modules' || module === toModule || isTest(from)) return false;
    // A page may name the types of another module's contract: the client is typed by URL.
    if (typeOnly && to.endsWith('/contract.ts')) return false;
    return !(rest === 'index.ts' && (MAY_USE[module] ?? []).includes(toModule));
  });
  expect(wrong).toEqual([]);
});

test('every module has its line in the list of who may use whom', () => {
  const modules = new Set(
    files
      .map((file) => relative(src, file).split('/'))
      .filter(([top]) => top === 'modules')
      .map(([, module]) => module ?? ''),
  );
  expect([...modules].filter((module) => !(module in MAY_USE))).toEqual([]);
});

test('SQL stands only in sql/ folders, and web code never reaches the server', () => {
  const sqlUsers = links.filter(({ from }) => from.startsWith('modules/') && !isTest(from) && !from.includes('/sql/'));
  const direct = files
    .map((file) => relative(src, file))
    .filter((path) => path.startsWith('modules/') && !isTest(path) && !path.includes('/sql/'))
    .filter((path) =>
      /\b(insertInto|selectFrom|updateTable|deleteFrom)\(|\bsql`|\.query\(\s*['"`]\s*(select|insert|update|delete)/i.test(
        readFileSync(join(src, path), 'utf8'),
      ),
    );
  expect(sqlUsers.length).toBeGreaterThan(20);
  expect(direct).toEqual([]);
  const web = links.filter(
    ({ from, typeOnly }) => (isWebShell(from) || /^modules\/[^/]+\/web\//.test(from)) && !typeOnly && !isTest(from),
  );
  const reaching = web.filter(({ to }) => /^platform\/|\/(actions|sql)\/|\/(routes|contract|index)\.ts$/.test(to));
  expect(reaching).toEqual([]);
});

test('desil has one writer: the import of the centre’s file', () => {
  const writers = files
    .map((file) => relative(src, file))
    .filter((path) => !isTest(path) && !path.startsWith('platform/db/'))
    .filter((path) =>
      /(insertInto|updateTable)\(['"]centre_(rank|status)['"]|insert into centre_(rank|status)/.test(
        readFileSync(join(src, path), 'utf8'),
      ),
    );
  expect(writers.every((path) => path.startsWith('modules/exchange/'))).toBe(true);
  const named = files
    .map((file) => relative(src, file))
    .filter((path) => path.startsWith('engines/') && !isTest(path))
    .filter((path) =>
      /(compute|assign|hitung)\w*desil|desil\w*\s*=\s*\w*(quantile|score)/i.test(readFileSync(join(src, path), 'utf8')),
    );
  expect(named).toEqual([]);
});

test('the clock is asked through the context, so that time can stand still', () => {
  const asking = files
    .map((file) => relative(src, file))
    .filter((path) => path.startsWith('modules/') && !isTest(path) && !/\/web\//.test(path))
    .filter((path) => /\bDate\.now\(\)|new Date\(\)/.test(readFileSync(join(src, path), 'utf8')));
  expect(asking).toEqual([]);
});
