// What the staff app costs on first load, against its limit, and whether the bundle keeps to the oldest browsers it promises.
// Run after `vite build`. Prints a table; ends with 1 over the limit or below the floor.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const LIMIT_KB = 250;
const staff = join(dirname(fileURLToPath(import.meta.url)), '..', 'dist', 'staff');

const read = (path) => {
  try {
    return readFileSync(join(staff, path));
  } catch {
    console.error(`bundle-size: ${path} is missing; run vite build first`);
    process.exit(2);
  }
};
const kb = (bytes) => (bytes / 1000).toFixed(1).padStart(9);
const weigh = (path) => ({ path, raw: read(path).length, gzip: gzipSync(read(path), { level: 9 }).length });

/** Files of a manifest entry and of everything it imports at once, without what it imports later. */
const filesOf = (manifest, key, seen = new Set()) => {
  if (seen.has(key)) return [];
  seen.add(key);
  const { file, css = [], imports = [] } = manifest[key];
  return [file, ...css, ...imports.flatMap((next) => filesOf(manifest, next, seen))];
};

const manifest = JSON.parse(read('.vite/manifest.json').toString());
const entry = Object.keys(manifest).find((key) => manifest[key].isEntry);
const home = Object.keys(manifest).find((key) => key.endsWith('home/HomePage.tsx'));
if (!entry || !home) {
  console.error('bundle-size: the manifest has no entry or no Home page');
  process.exit(2);
}
// First load: the frame and the page one lands on.
const first = [...new Set(['index.html', ...filesOf(manifest, entry), ...filesOf(manifest, home)])].map(weigh);
const total = first.reduce((sum, { gzip }) => sum + gzip, 0);
const later = readdirSync(join(staff, 'assets'))
  .map((name) => `assets/${name}`)
  .filter((path) => !first.some((one) => one.path === path))
  .map(weigh)
  .sort((a, b) => b.gzip - a.gzip);

console.log('       kB  kB gzip  first load');
for (const { path, raw, gzip } of first) console.log(`${kb(raw)}${kb(gzip)}  ${path}`);
console.log(`${' '.repeat(9)}${kb(total)}  in all, limit ${LIMIT_KB}`);
console.log('\n       kB  kB gzip  later, the ten largest');
for (const { path, raw, gzip } of later.slice(0, 10)) console.log(`${kb(raw)}${kb(gzip)}  ${path}`);

// The build lowers syntax but adds no missing functions, and leaves CSS functions it cannot compute.
const NEWER_THAN_FLOOR = [
  ['.css', /color-mix\(|light-dark\(|oklch\(/g],
  [
    '.js',
    /\.(toSorted|toSpliced|toReversed|isWellFormed|isSubsetOf|symmetricDifference)\(|\.(values|entries|keys)\(\)\.(map|filter|some|every|find|toArray)\(|[sS]earch(Params)?\.size\b|(Object|Map)\.groupBy|Promise\.(withResolvers|try)|Array\.fromAsync|AbortSignal\.any|URL\.canParse|\.showPopover\(/g,
  ],
];
const faults = [...first, ...later].flatMap(({ path }) =>
  NEWER_THAN_FLOOR.filter(([ending]) => path.endsWith(ending)).flatMap(([, pattern]) =>
    [...read(path).toString().matchAll(pattern)].map(([found]) => `${path}: ${found}`),
  ),
);
for (const fault of new Set(faults)) console.error(`below Chrome 109 / Firefox 115: ${fault}`);
if (total > LIMIT_KB * 1000)
  console.error(`bundle-size: first load is ${kb(total).trim()} kB gzip, the limit is ${LIMIT_KB}`);
process.exit(faults.length > 0 || total > LIMIT_KB * 1000 ? 1 : 0);
