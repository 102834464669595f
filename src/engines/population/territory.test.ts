import { expect, test } from 'vitest';
import { parseKodeWilayah } from '#kernel/kode-wilayah.ts';
import { DEMO_DESA, DEMO_KECAMATAN, demoTerritory, wideTerritory } from './territory.ts';

const count = (kab: string, jenis: string) =>
  DEMO_DESA.filter((d) => d.code.startsWith(kab) && d.jenis === jenis).length;

test('Tirta Rukun has 4 kecamatan, 24 kelurahan, 30 desa; Larasati 13 and 104', () => {
  expect(demoTerritory('99.01').kecamatan).toHaveLength(4);
  expect([count('99.01', 'kelurahan'), count('99.01', 'desa')]).toEqual([24, 30]);
  expect(demoTerritory('99.71').kecamatan).toHaveLength(13);
  expect([count('99.71', 'kelurahan'), count('99.71', 'desa')]).toEqual([104, 0]);
});

test('the desa of the demo stories exist', () => {
  const codeOf = (name: string) => DEMO_DESA.find((d) => d.name === name)?.code;
  expect(codeOf('Karang Asri')).toBe('99.01.01.2003');
  expect(codeOf('Sumber Rejo')).toBe('99.01.03.2001');
  expect(codeOf('Muara Baru')).toBe('99.01.03.2009');
  expect(DEMO_KECAMATAN.find((k) => k.name === 'Sepakat')?.code).toBe('99.01.04');
});

test.each([demoTerritory(), wideTerritory(1500)])('codes are valid, unique and lie in their kecamatan', (territory) => {
  for (const area of [...territory.kabupaten, ...territory.kecamatan, ...territory.desa]) {
    expect(parseKodeWilayah(area.code)).toMatchObject({ ok: true, value: area.code });
  }
  for (const desa of territory.desa) {
    expect(parseKodeWilayah(desa.code)).toMatchObject({ jenis: desa.jenis });
    expect(desa.code.startsWith(desa.kecamatan)).toBe(true);
    expect(desa.bps).toMatch(/^\d{10}$/);
    expect(desa.rtPerRw.every((rt) => rt >= 1 && rt <= 9)).toBe(true);
  }
  for (const key of ['code', 'bps'] as const) {
    expect(new Set(territory.desa.map((d) => d[key])).size).toBe(territory.desa.length);
    expect(new Set(territory.kecamatan.map((k) => k[key])).size).toBe(territory.kecamatan.length);
  }
});

test('names are unique inside a kecamatan of the demo', () => {
  expect(new Set(DEMO_DESA.map((d) => `${d.kecamatan} ${d.name}`)).size).toBe(DEMO_DESA.length);
});

test('a BPS code of Sepakat reads as a Kemendagri code of another kecamatan', () => {
  const bare = new Map(DEMO_DESA.map((d) => [d.code.replaceAll('.', ''), d]));
  const trap = DEMO_DESA.find((d) => d.kecamatan === '99.01.04' && bare.has(d.bps));
  expect(trap).toBeDefined();
  expect(bare.get(trap?.bps ?? '')?.kecamatan).toBe('99.01.01');
});
