import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskAddress, readMailAddress, readMobile } from './addresses.ts';
import { minutesLater, nextTry } from './backoff.ts';
import { examplesOf, fillTemplate, kindOf, requireTemplate, TEMPLATE_CODES } from './templates.ts';
import { holdsNumber, withoutNumbers } from './without-numbers.ts';

const refusal = (
  subject: string,
  body: string,
  code: Parameters<typeof requireTemplate>[0] = 'warga.surel',
): string => {
  try {
    requireTemplate(code, { subject, body });
    return '';
  } catch (error) {
    return (error as Error).message;
  }
};
const GOOD = 'Ada kabar untuk {nomor}. Buka {alamat}.';

test('the words that come with Rukun can be used, and every place has an example', () => {
  for (const code of TEMPLATE_CODES) {
    const { subject, body } = kindOf(code);
    expect(refusal(subject, body, code)).toBe('');
    expect(fillTemplate(`${subject} ${body}`, examplesOf(code))).not.toMatch(/[{}]/);
  }
});

test('a bad placeholder is told in one sentence that names it and what may be used', () => {
  expect(refusal('Kabar', `${GOOD} {nama}`)).toBe(
    'Tanda {nama} di isi tidak dikenal. Yang dapat dipakai di pesan ini: {nomor}, {alamat}, {dinas}.',
  );
  expect(refusal('Kabar {nomor', GOOD)).toContain('kurung kurawal yang tidak berpasangan di judul');
  expect(refusal('Kabar', 'Buka {alamat} sekarang.')).toContain('Tanda {nomor} harus ada');
  expect(refusal('', GOOD)).toBe('Isi judul pesan.');
  expect(refusal('Satu\ndua', GOOD)).toContain('satu baris');
  expect(refusal('Kabar', GOOD + 'x'.repeat(300), 'warga.singkat')).toContain('paling panjang 300 huruf');
});

test('words for citizens tell no stranger that somebody is registered or poor', () => {
  for (const word of ['bantuan', 'Desil', 'PKH', 'terdaftar', 'miskin', 'sanggahan', 'PBI'])
    expect(refusal(`Kabar ${word}`, GOOD), word).toContain(`Kata "${word}" tidak boleh ada`);
  expect(refusal('Laporan bantuan {tanggal}', '{blok} {akar}', 'laporan.harian')).toBe('');
});

test('no sixteen digits survive, however they are grouped; roots and dates do', () => {
  for (const number of ['9901014708540003', '9901 0147 0854 0003', '990101-470854-0003', '9901.0147.0854.0003']) {
    expect(holdsNumber(`NIK ${number}.`)).toBe(true);
    expect(withoutNumbers(`NIK ${number}.`)).toBe('NIK ••••0003.');
  }
  const root = `${'1234567890'.repeat(6)}abcd`;
  expect(withoutNumbers(`akar ${root}`)).toBe(`akar ${root}`);
  expect(withoutNumbers('2026-07-15 2026-07-16')).toBe('2026-07-15 2026-07-16');
  fc.assert(
    fc.property(fc.string(), fc.stringMatching(/^\d{16}$/), fc.string(), (before, number, after) => {
      expect(withoutNumbers(`${before} ${number} ${after}`)).not.toMatch(
        new RegExp(`(?<![0-9a-z])${number}(?![0-9a-z])`, 'i'),
      );
    }),
  );
});

test('addresses are read as people write them', () => {
  expect(readMobile('0812 3456-7890')).toBe('6281234567890');
  expect(readMobile('+62 812 3456 7890')).toBe('6281234567890');
  expect(readMobile('021 555 1234')).toBeUndefined();
  expect(readMailAddress(' bu.siti@contoh.id ')).toBe('bu.siti@contoh.id');
  for (const wrong of ['siti', 'siti@contoh', 'a b@c.id', 'a@b.id, c@d.id', 'a@b.id\nBcc: x@y.id'])
    expect(readMailAddress(wrong), wrong).toBeUndefined();
  expect(maskAddress('surel', 'bu.siti@contoh.id')).toBe('b•••@contoh.id');
  expect(maskAddress('wa', '6281234567890')).toBe('•••••••••7890');
});

test('pauses grow, end, and last about a day', () => {
  const now = new Date('2026-07-15T04:00:00Z');
  const pauses = Array.from({ length: 7 }, (_, n) => (nextTry(now, n + 1)!.getTime() - now.getTime()) / 60_000);
  expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
  expect(nextTry(now, 8)).toBeUndefined();
  expect(
    minutesLater(
      now,
      pauses.reduce((sum, one) => sum + one),
    ).getTime() - now.getTime(),
  ).toBeGreaterThan(20 * 3_600_000);
});
