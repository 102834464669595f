import { expect, test } from 'vitest';
import { closedSentence, findClosed, type Gate } from './admission.ts';

const gate = (changes: Partial<Gate>): Gate => ({
  source: { name: 'APBD Kabupaten', kind: 'apbd' },
  act: 'tetapkan',
  year: 2026,
  wanted: ['dpa'],
  documents: [],
  ...changes,
});

test('a missing document is named in the sentence', () => {
  const closed = findClosed(gate({}));
  expect(closed).toEqual({ why: 'documents', missing: ['dpa'] });
  expect(closedSentence(gate({}), closed!)).toContain('DPA untuk sumber dana APBD Kabupaten tahun 2026 belum dicatat');
});

test('the document of another year does not open this year', () => {
  expect(findClosed(gate({ documents: [{ kind: 'dpa', year: 2025 }] }))?.why).toBe('documents');
  expect(findClosed(gate({ documents: [{ kind: 'dpa', year: 2026 }] }))).toBeUndefined();
  expect(findClosed(gate({ documents: [{ kind: 'dppa', year: 2026 }] }))).toBeUndefined();
});

test('an emergency asks for both of its documents, and never for a DPA', () => {
  const btt = gate({ source: { name: 'BTT', kind: 'btt' }, wanted: ['sk_status_darurat', 'rkb'], act: 'salurkan' });
  expect(findClosed({ ...btt, documents: [{ kind: 'rkb', year: 2026 }] })).toEqual({
    why: 'documents',
    missing: ['sk_status_darurat'],
  });
  const both = [
    { kind: 'rkb', year: 2026 },
    { kind: 'sk_status_darurat', year: 2026 },
  ];
  expect(findClosed({ ...btt, documents: both })).toBeUndefined();
});

test('without a row nothing passes; with "tidak_perlu" it passes at once', () => {
  expect(findClosed(gate({ wanted: [] }))).toEqual({ why: 'unknown_act' });
  expect(findClosed(gate({ wanted: ['tidak_perlu'], act: 'siapkan_daftar', stage: 'rka' }))).toBeUndefined();
});

test('a line that is still in the RKA is not covered by the DPA', () => {
  const documents = [{ kind: 'dpa', year: 2026 }];
  expect(findClosed(gate({ documents, stage: 'rka' }))).toEqual({ why: 'stage', stage: 'rka' });
  expect(findClosed(gate({ documents, stage: 'dpa' }))).toBeUndefined();
});
