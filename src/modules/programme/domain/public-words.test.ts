import { expect, test } from 'vitest';
import { isKeptOut, placeSentence, publicReason } from './public-words.ts';

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
    binding: '',
    decided: null,
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
    binding: '',
    decided: null,
  });
  expect(out).not.toMatch(/miskin|tidak layak|gagal/i);
});

test('out by an officer or beside another programme: she reads that, never a full quota, and no amount', () => {
  const out = {
    programme: 'Beras 2026',
    place: 'tidak' as const,
    verdict: 'ya' as const,
    rank: null,
    reserveNo: null,
    heldUntil: null,
    admitted: 2,
    benefit: 600_000n,
    decree: { number: '1', on: '2026-07-15' },
    leftBy: null,
    binding: 'kuota:99.01',
    decided: null,
  };
  expect(placeSentence(out)).toContain('kuota wilayahnya sudah penuh');
  const beside = { ...out, binding: 'rangkap:Sembako: keluarga 2026' };
  expect(placeSentence(beside)).toBe(
    'Keluarga Anda tidak masuk daftar Beras 2026 karena sudah menerima Sembako: keluarga 2026; kedua program ini tidak boleh diterima bersamaan.',
  );
  const codes = [
    'pindah',
    'meninggal',
    'menolak',
    'mampu',
    'sudah_dibantu',
    'darurat',
    'perintah_pengadilan',
    'lainnya',
  ];
  for (const decided of codes) {
    const sentence = placeSentence({ ...out, binding: 'keputusan', decided });
    expect(sentence).toMatch(/dengan keputusan petugas: .+\. Bila ini keliru/);
    expect(sentence).not.toMatch(/kuota|Rp|mampu|pengadilan|_/);
  }
  expect(isKeptOut(beside)).toBe(true);
  expect(isKeptOut({ ...out, verdict: 'tidak', decided: 'mampu' })).toBe(false);
  expect(placeSentence({ ...out, binding: 'tanpa_desil' })).toContain('ada data keluarga yang belum diketahui');
});
