import { expect, test } from 'vitest';
import { createOnlineIndex, type LinkPerson } from './online.ts';

/** One person and what becomes of the pair when a single field is changed: the band, and the field's own share in the weight. */
const siti: LinkPerson = {
  id: 'a',
  name: 'SITI RUKAYAH WULANSARI',
  motherName: 'SUMINEM KARTASARI',
  birthOn: '1987-08-12',
  birthPlace: 'LARASATI',
  sex: 'female',
  nik: '9901015208870003',
  nomorKk: '9901011203100007',
  areaCode: '99.01.01.2001',
  rtRw: '003/005',
  address: 'JL. MELATI NO. 12',
  phone: '089012345678',
};
const others: LinkPerson[] = Array.from({ length: 400 }, (_, i) => ({
  id: `x${i}`,
  name: `${['BUDI', 'AGUS', 'DEWI', 'SRI', 'NUR'][i % 5]} ${['SANTOSO', 'WIBOWO', 'LESTARI', 'HANDAYANI'][i % 4]} ${'ABCDEFGHIJ'[i % 10]}ARTA`,
  motherName: `${['SRI', 'TUTI', 'YATI'][i % 3]} ${['WAHYUNI', 'RAHAYU'][i % 2]}`,
  birthOn: `${1950 + (i % 60)}-${String(1 + (i % 12)).padStart(2, '0')}-${String(2 + (i % 26)).padStart(2, '0')}`,
  sex: i % 2 ? 'male' : 'female',
}));

const index = createOnlineIndex(undefined, { expected: 500 });
for (const person of [siti, ...others]) index.upsert(person);
const changed = (change: Partial<LinkPerson>) => index.compare({ ...siti, id: 'b', ...change }, siti);

test('the same record twice is certain', () => {
  expect(changed({}).band).toBe('pasti');
});

test.each<[Partial<LinkPerson>, string]>([
  [{ name: 'SITTI RUKAJAH WOELANSARI' }, 'pasti'],
  [{ name: 'RUKAYAH SITI WULANSARI' }, 'pasti'],
  [{ name: 'SITI WULANSARI' }, 'mungkin'],
  [{ motherName: 'SUMINEM KARTASSARI' }, 'pasti'],
  [{ motherName: undefined }, 'pasti'],
  [{ birthOn: '1987-12-08' }, 'pasti'],
  [{ birthOn: undefined, nik: undefined }, 'mungkin'],
  [{ nik: '9901015208780003' }, 'pasti'],
  [{ nik: undefined }, 'pasti'],
  [{ nomorKk: '9901011203100001' }, 'pasti'],
  [{ areaCode: '99.71.02.1001', rtRw: '001/001', nomorKk: '9971020101200001', address: 'GG. KENANGA 3' }, 'pasti'],
  [{ birthPlace: 'TIRTA RUKUN' }, 'pasti'],
  [{ phone: '089099999999' }, 'pasti'],
])('changed: %j is %s', (change, band) => {
  expect(changed(change).band).toBe(band);
});

test.each<[string, Partial<LinkPerson>]>([
  ['another sex', { sex: 'male' }],
  ['another NIK', { nik: '9971026503700001' }],
  ['another birth date', { birthOn: '1965-03-25' }],
  ['a serial next door (kembar)', { nik: '9901015208870004' }],
  ['another name', { name: 'DEWI LESTARI' }],
  ['a sibling by one vowel', { name: 'SITI RUKAYAH WULANSIRI' }],
])('%s is never certain', (_, change) => {
  expect(changed(change).band).not.toBe('pasti');
});

test('every changed field weighs less than before', () => {
  const before = new Map(changed({}).fields.map((f) => [f.field, f.weight]));
  const cases: [string, Partial<LinkPerson>][] = [
    ['name', { name: 'DEWI LESTARI' }],
    ['mother', { motherName: 'TUTI WAHYUNI' }],
    ['birth', { birthOn: '1965-03-25' }],
    ['nik', { nik: '9971026503700001' }],
    ['sex', { sex: 'male' }],
    ['birthPlace', { birthPlace: 'TANJUNG SARI' }],
  ];
  for (const [field, change] of cases) {
    const after = changed(change).fields.find((f) => f.field === field)!;
    expect(after.weight, field).toBeLessThan(before.get(after.field)!);
  }
});

test('the sentence names what decides', () => {
  expect(changed({ nik: '9901015208870013', motherName: 'SOEMINEM KARTASARI' }).sentence).toMatch(
    /^Mungkin orang yang sama: /,
  );
  const other = changed({ name: 'DEWI LESTARI', nik: '9971026503700001', birthOn: '1965-03-25' });
  expect(other.sentence).toMatch(/^Kemungkinan besar bukan orang yang sama: .*nama beda/);
  expect(other.sentence).not.toMatch(/[0-9]/);
});
