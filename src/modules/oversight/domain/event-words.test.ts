import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { EVENT_GROUPS, EVENT_WORDS, wordOfEvent } from './event-words.ts';

const src = resolve(import.meta.dirname, '../../..');
const sources = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.ts$/.test(entry.name) && !/\.test\.ts$/.test(entry.name))
  .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));

/** Parts of event names that come from a list: what they may be. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  'entry.kind': ['pagu', 'geser_masuk', 'geser_keluar', 'pesan', 'lepas', 'sp2d', 'sts'],
  'reading.kind': ['person', 'family'],
  'input.subject.kind': ['person', 'family'],
};
const spelledOut = (name: string): string[] => {
  const hole = /\$\{([^}]+)\}/.exec(name);
  if (!hole) return [name];
  return (PARTS[hole[1] ?? ''] ?? [`unknown part ${hole[1]}`]).flatMap((part) =>
    spelledOut(name.replace(hole[0], part)),
  );
};

/** Every name that stands where an event is named: `event: '…'`, a choice of two, a pattern, or a table of events. */
const recorded = [
  ...new Set(
    sources.flatMap((text) => [
      ...[...text.matchAll(/\bevent: ?(?:[^,;`{}]*\? )?['`]([a-z_${}.]+)['`](?: : '([a-z_.]+)')?/g)].flatMap(
        ([, one, other]) => [...spelledOut(one ?? ''), ...(other ? [other] : [])],
      ),
      ...[...text.matchAll(/_EVENTS\b[^=]*= \{([^}]*)\}/g)].flatMap(([, body]) =>
        [...(body ?? '').matchAll(/'([a-z_]+\.[a-z_]+)'/g)].map(([, name]) => name ?? ''),
      ),
    ]),
  ),
].filter((name) => name.includes('.') || name.startsWith('unknown'));

test('the test saw the events', () => {
  expect(recorded.length).toBeGreaterThan(120);
  expect(recorded).toEqual(
    expect.arrayContaining([
      'usulan.approved',
      'handover.doubled',
      'budget.sp2d_booked',
      'person.read',
      'area.changed',
    ]),
  );
});

test('every event that the source records has a word in both languages', () => {
  expect(recorded.filter((name) => !EVENT_WORDS[name]).toSorted()).toEqual([]);
});

test('words are words: no codes, and no two acts are called alike', () => {
  for (const [id, en] of Object.values(EVENT_WORDS)) {
    expect(id).not.toMatch(/[._]/);
    expect(en).not.toMatch(/[._]/);
  }
  const words = Object.values(EVENT_WORDS).map(([id]) => id);
  expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
  expect(wordOfEvent('usulan.approved', 'en')).toBe('Approved a proposal');
  expect(
    Object.keys(EVENT_GROUPS).filter((group) => !Object.keys(EVENT_WORDS).some((name) => name.startsWith(group))),
  ).toEqual([]);
});
