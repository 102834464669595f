import { expect, test } from 'vitest';
import { changedFields, columnsOf, identityChangesOf, identityOf } from './identity-fields.ts';

const row = {
  name: 'Sarinem',
  sex: 'P' as const,
  birth_on: '1954-08-07',
  birth_precision: 'hari' as const,
  birth_place: null,
  mother_name: 'Tukinah',
  occupation_code: 9,
  occupation: null,
  phone: null,
};

test('values and columns are two sides of one thing', () => {
  const { name_fold, ...columns } = columnsOf(identityOf(row));
  expect(columns).toEqual(row);
  expect(name_fold).toBe('sarinim');
  expect(columnsOf(identityOf({ ...row, birth_on: null, birth_precision: 'tidak_tahu' }))).toMatchObject({
    birth_on: null,
    birth_precision: 'tidak_tahu',
  });
});

test('only what really changes is a change; an emptied text is no longer known', () => {
  const now = identityOf(row);
  expect(changedFields(now, { nama: 'Sarinem', lahir: { precision: 'hari', on: '1954-08-07' } })).toEqual([]);
  expect(changedFields(now, { nama: 'Sarinem', pekerjaan: { text: null, code: 20 } })).toEqual(['pekerjaan']);
  expect(changedFields(now, identityChangesOf({ nama_ibu: '', telepon: undefined }))).toEqual(['nama_ibu']);
});
