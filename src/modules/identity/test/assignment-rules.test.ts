import { expect, test } from 'vitest';
import { objectionTo } from '../domain/assignment-rules.ts';

const today = '2026-07-15';
const staff = { kind: 'staf', expiresOn: null } as const;
const asked = { role: 'verifikator', agencyWide: true, areaKind: 'kab', clearance: 1, from: today, until: null };

test('an ordinary assignment passes', () => {
  expect(objectionTo(asked, staff, today)).toBeUndefined();
});

test.each([
  [{ role: 'raja' }, /tidak ada/],
  [{ agencyWide: false, areaKind: 'desa' }, /seluruh dinas/],
  [{ role: 'operator_desa', clearance: 0 }, /satu wilayah/],
  [{ clearance: 3 }, /paling tinggi tingkat 1/],
  [{ until: '2026-07-14' }, /mendahului/],
  [{ role: 'rt', agencyWide: false, areaKind: 'desa', clearance: 0 }, /satu RT/],
])('%o is objected to', (over, sentence) => {
  expect(objectionTo({ ...asked, ...over }, staff, today)).toMatch(sentence);
});

test('accounts of RT and PSM expire', () => {
  const rt = { role: 'rt', agencyWide: false, areaKind: 'rt', clearance: 0, from: today, until: null };
  expect(objectionTo(rt, { kind: 'rt', expiresOn: null }, today)).toMatch(/masa bakti/);
  expect(objectionTo(rt, { kind: 'rt', expiresOn: today }, today)).toMatch(/sesudah hari ini/);
  expect(objectionTo(rt, { kind: 'rt', expiresOn: '2027-01-01' }, today)).toBeUndefined();
});
