import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

type Package = {
  version?: string;
  resolved?: string;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  optionalDependencies?: Record<string, string>;
};
const text = readFileSync(resolve(import.meta.dirname, '../../package-lock.json'), 'utf8');
const packages = Object.entries((JSON.parse(text) as { packages: Record<string, Package> }).packages);
const byPath = new Map(packages);

test('the lockfile names no registry: npm ci takes whichever is configured', () => {
  expect(packages.length).toBeGreaterThan(200);
  expect(packages.filter(([, one]) => one.resolved !== undefined).map(([at]) => at)).toEqual([]);
  expect(text).not.toMatch(/"https?:\/\/[^"]*\.tgz"/);
});

test('every package of one platform is optional, so that a registry without it stops nothing', () => {
  const platform = packages.filter(([, one]) => one.os || one.cpu);
  expect(platform.length).toBeGreaterThan(40);
  expect(platform.filter(([, one]) => one.optional !== true).map(([at]) => at)).toEqual([]);
});

test('no optional package is left out of the lockfile, which npm ci would refuse (bin/lock.mjs adds what a registry did not serve)', () => {
  const wanted = packages.flatMap(([at, one]) =>
    Object.keys(one.optionalDependencies ?? {}).map((name) => ({ at, name })),
  );
  expect(wanted.length).toBeGreaterThan(40);
  const missing = wanted.filter(
    ({ at, name }) =>
      !byPath.get(`${at}/node_modules/${name}`)?.version && !byPath.get(`node_modules/${name}`)?.version,
  );
  expect(missing).toEqual([]);
});
