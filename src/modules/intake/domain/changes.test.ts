import { expect, test } from 'vitest';
import { compareDraft } from './changes.ts';
import { draftDoubts, requireDraft } from './draft.ts';

const register = {
  name: 'SARINEM',
  nik: '9901014708540003',
  nomorKk: null,
  birthOn: '1954-08-07',
  sex: 'P',
  address: 'Jalan Melati 3',
  phone: null,
};

test('old beside new, unknown old as unknown, numbers compared whole and shown masked', () => {
  const lines = compareDraft(
    { name: 'Sarinem', nik: '9901 0147 0854 0004', nomorKk: '9901012001120001', address: 'Jalan Melati 5' },
    register,
  );
  expect(lines).toEqual([
    { field: 'name', was: 'SARINEM', now: 'Sarinem', isChanged: false },
    { field: 'nik', was: '9901••••••••0003', now: '9901••••••••0004', isChanged: true },
    { field: 'nomorKk', was: null, now: '9901••••••••0001', isChanged: true },
    { field: 'address', was: 'Jalan Melati 3', now: 'Jalan Melati 5', isChanged: true },
  ]);
});

test('a doubtful NIK is a doubt, never a refusal; what cannot be a person is refused', () => {
  const draft = { name: 'Sarinem', nik: '12345', address: 'Jalan Melati 3' };
  expect(requireDraft(draft, '2026-07-15')).toMatchObject({ nik: '12345' });
  expect(draftDoubts(draft, '2026-07-15')).toEqual([expect.stringContaining('16 angka')]);
  for (const wrong of [
    { name: ' - ' },
    { address: ' ' },
    { birthOn: '2026-07-16' },
    { birthOn: '2026-02-30' },
    { birthOn: '1850-01-01' },
  ])
    expect(() => requireDraft({ ...draft, ...wrong }, '2026-07-15')).toThrow();
});
