import { expect, test } from 'vitest';
import { parseSchema, SchemaError } from './schema.ts';

const good = { id: 'rid', delimiter: '\t', household: true, fields: [{ column: 'name', role: 'name' }] };

test('a good schema', () => {
  expect(parseSchema(good)).toMatchObject({ id: 'rid', household: true, spelling: 'indonesia' });
});

test.each([
  [{ ...good, keys: 1 }, 'kunci "keys" tidak dikenal'],
  [{ ...good, fields: [{ column: 'name', role: 'nama' }] }, 'peran "nama" tidak dikenal'],
  [{ ...good, fields: [{ column: 'name', role: 'name', fmt: 'x' }] }, 'kunci "fmt" tidak dikenal'],
  [
    { ...good, fields: [...good.fields, { column: 'dob', role: 'birth_date', format: 'kapan' }] },
    'bukan susunan tanggal',
  ],
  [{ ...good, fields: [...good.fields, { column: 's', role: 'sex', values: { L: 'laki' } }] }, '"male" atau "female"'],
  [{ ...good, fields: [] }, 'daftar yang tidak kosong'],
  [{ ...good, fields: [{ column: 'nik', role: 'nik' }] }, 'satu kolom nama'],
  [
    { ...good, fields: [...good.fields, { column: 'a', role: 'nik' }, { column: 'b', role: 'national_id' }] },
    'jangan keduanya',
  ],
  [{ ...good, delimiter: ';;' }, 'delimiter'],
  [{ ...good, household: 'ya' }, 'household'],
  [[], 'objek JSON'],
])('a bad schema says what is wrong: %j', (json, message) => {
  expect(() => parseSchema(json)).toThrow(SchemaError);
  expect(() => parseSchema(json)).toThrow(message);
});
