import { expect, test } from 'vitest';
import { placeSentence, publicReason } from './public-words.ts';

const row = (expr: string, kind: 'syarat' | 'pengecualian' = 'syarat') => ({ kind, expr, reason: 'a', basis: 'b' });

test('a value is shown only when she gave it herself in this proposal', () => {
  const floor = row('lantai_tanah_plester');
  expect(publicReason(floor, 'tidak', {})).toBe('Syarat program: Lantai tanah atau plester (belum terpenuhi).');
  expect(publicReason(floor, 'tidak', { lantai_tanah_plester: false })).toContain(
    'Jawaban pada pengajuan: Lantai tanah atau plester: tidak.',
  );
  expect(
    publicReason(row('lantai_tanah_plester dan diusulkan'), 'belum', { lantai_tanah_plester: true }),
  ).not.toContain('Jawaban');
});

test('facts of other adults, confidential facts and desil never appear', () => {
  for (const expr of [
    'ada anggota dengan (pekerjaan termasuk ["asn"])',
    'ada anggota dengan (disabilitas)',
    'jumlah anggota dengan (umur < 5) >= 1',
  ])
    expect(publicReason(row(expr, 'pengecualian'), 'tidak', {})).toBe(
      'Ada data keluarga yang perlu dicek di Dinas Sosial.',
    );
  const desil = publicReason(row('desil <= 4'), 'tidak', { desil: 7 });
  expect(desil).not.toMatch(/[47]/);
  expect(desil).toContain('dihitung BPS');
});

test('the sentence of practitioner 6.2 no. 2: eligible, the money, the place, what happens next', () => {
  const sentence = placeSentence({
    programme: 'Permakanan lansia',
    place: 'cadangan',
    verdict: 'ya',
    rank: 431,
    reserveNo: 19,
    heldUntil: null,
    admitted: 412,
    benefit: 1_500_000n,
    decree: null,
    leftBy: null,
  });
  expect(sentence).toBe(
    'Keluarga Anda memenuhi syarat Permakanan lansia. Dana tahun ini cukup untuk 412 keluarga; keluarga Anda di urutan 431, cadangan nomor 19. Jika ada tempat, kami memberi kabar.',
  );
  const out = placeSentence({
    programme: 'X',
    place: 'tidak',
    verdict: 'tidak',
    rank: null,
    reserveNo: null,
    heldUntil: null,
    admitted: 1,
    benefit: 1n,
    decree: null,
    leftBy: null,
  });
  expect(out).not.toMatch(/miskin|tidak layak|gagal/i);
});
