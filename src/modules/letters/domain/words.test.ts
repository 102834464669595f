import { expect, test } from 'vitest';
import { requireOther, STATES, stateAfter } from './course.ts';
import { qrSvg } from './qr.ts';
import { answerOf, letterParts, maskName, requireComplete, requireWords } from './words.ts';

const message = (work: () => unknown): string => {
  try {
    work();
    return '';
  } catch (error) {
    return (error as Error).message;
  }
};

test('a letter answers yes, no or not known, and never the number', () => {
  expect(Array.from({ length: 10 }, (_, at) => answerOf({ desil: at + 1 }))).toEqual([
    ...Array.from({ length: 5 }, () => 'ya'),
    ...Array.from({ length: 5 }, () => 'tidak'),
  ]);
  expect(answerOf(undefined)).toBe('belum_ada_data');
});

test('words of a kind use only what there is', () => {
  const fields = [{ name: 'sekolah', label: 'Sekolah', required: true }];
  expect(message(() => requireWords('{identitas} untuk {sekolah}: {jawaban}', fields, true))).toBe('');
  expect(message(() => requireWords('{identitas} {desil}', fields, true))).toContain('Tanda {desil} tidak dikenal');
  expect(message(() => requireWords('{identitas}: {jawaban}', fields, false))).toContain(
    'Tanda {jawaban} tidak dikenal',
  );
  expect(message(() => requireWords('Untuk {sekolah}', fields, false))).toContain('harus memuat {identitas}');
  expect(message(() => requireWords('{identitas} {sekolah', fields, false))).toContain('kurung kurawal');
});

test('what is missing is named by field and by paper', () => {
  const kind = {
    fields: [{ name: 'faskes', label: 'Nama rumah sakit', required: true }],
    papers: [{ code: 'surat_faskes', label: 'Surat rumah sakit', required: true }],
  };
  expect(message(() => requireComplete(kind, { fields: { faskes: 'RSUD' }, papers: ['surat_faskes'] }))).toBe('');
  expect(message(() => requireComplete(kind, { fields: { faskes: ' ' }, papers: [] }))).toBe('Isi nama rumah sakit.');
  expect(message(() => requireComplete(kind, { fields: { faskes: 'RSUD' }, papers: [] }))).toBe(
    'Surat rumah sakit belum dilihat aslinya.',
  );
});

test('identity stands once, and what a citizen typed is text', () => {
  const holder = { name: 'Siti', birthPlace: null, birthOn: '2015-01-02', sex: 'P' as const, nik: '9901', address: '' };
  const parts = letterParts('Anak:\n{identitas}\nuntuk {sekolah}.', holder, { sekolah: 'SD {nama} #1' }, false);
  expect(parts).toHaveLength(3);
  expect(JSON.stringify(parts[1])).not.toContain('9901');
  expect(parts[2]).toEqual({ text: 'untuk SD {nama} #1.' });
});

test('a masked name keeps one letter of each word', () => {
  expect(maskName('Siti Rahmawati')).toBe('S••• R••••••••');
  expect(maskName('Ó')).toBe('Ó••');
});

test('every act has one way, and three pairs of eyes look', () => {
  expect(stateAfter('diajukan', 'check')).toBe('menunggu_setuju');
  for (const state of Object.keys(STATES) as (keyof typeof STATES)[])
    if (state !== 'menunggu_setuju')
      expect(
        message(() => stateAfter(state, 'approve')),
        state,
      ).not.toBe('');
  const standing = { requestedBy: 'a', checkedBy: 'b', approverRole: 'kabid' };
  expect(message(() => requireOther(standing, 'check', { accountId: 'a', role: 'verifikator' }))).not.toBe('');
  for (const accountId of ['a', 'b'])
    expect(message(() => requireOther(standing, 'approve', { accountId, role: 'kabid' }))).not.toBe('');
  expect(message(() => requireOther(standing, 'approve', { accountId: 'c', role: 'sekretaris' }))).not.toBe('');
  expect(message(() => requireOther(standing, 'approve', { accountId: 'c', role: 'kabid' }))).toBe('');
});

test('a QR code is an image of its own', () => {
  expect(qrSvg('http://localhost/x')).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" viewBox="0 0 \d+ \d+"/);
});
