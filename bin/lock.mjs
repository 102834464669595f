// Completes package-lock.json. A registry that does not serve some foreign platform package makes `npm install` leave that
// optional package out of the lockfile, and `npm ci` then refuses the lockfile it wrote. This adds a stub for each one
// that is missing (version, os, cpu), so that `npm ci` passes on a complete registry as well as on a partial one.
// Usage: node bin/lock.mjs (after every change of dependencies)
import { readFileSync, writeFileSync } from 'node:fs';

const file = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(file, 'utf8'));
const packages = lock.packages;

const osOf = (name) => {
  const known = [
    [/darwin|macos/, 'darwin'],
    [/win32|windows/, 'win32'],
    [/android/, 'android'],
    [/freebsd/, 'freebsd'],
    [/openharmony/, 'openharmony'],
    [/netbsd/, 'netbsd'],
    [/openbsd/, 'openbsd'],
    [/sunos/, 'sunos'],
    [/aix/, 'aix'],
  ];
  return known.find(([pattern]) => pattern.test(name))?.[1] ?? 'linux';
};
const cpuOf = (name) => {
  if (/arm64/.test(name)) return 'arm64';
  if (/x64/.test(name)) return 'x64';
  if (/ia32/.test(name)) return 'ia32';
  return /(riscv64|s390x|ppc64|loong64|mips64el|wasm32)/.exec(name)?.[1] ?? 'arm';
};
const libcOf = (name, os) => {
  if (/musl/.test(name)) return { libc: ['musl'] };
  return /gnu/.test(name) && os === 'linux' ? { libc: ['glibc'] } : {};
};

let added = 0;
for (const [at, pkg] of Object.entries(packages)) {
  for (const [name, range] of Object.entries(pkg.optionalDependencies ?? {})) {
    if (packages[`${at}/node_modules/${name}`] || packages[`node_modules/${name}`]) continue;
    const version = /\d+\.\d+\.\d+[\w.-]*/.exec(range)?.[0];
    if (!version) continue;
    const os = osOf(name);
    packages[`node_modules/${name}`] = {
      version,
      cpu: [cpuOf(name)],
      ...(at && pkg.dev ? { dev: true } : {}),
      ...libcOf(name, os),
      optional: true,
      os: [os],
    };
    added++;
  }
}
lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`package-lock.json: ${added} platform stubs added`);
