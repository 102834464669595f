import { expect, test } from 'vitest';
import { REASONS } from './reasons.ts';
import { citizenSentence, type Told } from './sentences.ts';

const told = (over: Partial<Told>): Told => ({
  act: 'accept',
  stage: 'verval',
  fromStage: 'periksa',
  dueOn: '2026-07-24',
  today: '2026-07-15',
  reasonCode: 'lengkap',
  asked: null,
  tracks: [],
  ...over,
});

test.each([
  [
    'accept',
    told({}),
    'Tahap pemeriksaan berkas selesai: berkas lengkap. Sekarang menunggu kunjungan petugas verval, paling lambat Jumat, 24 Juli 2026.',
  ],
  [
    'approve both',
    told({ act: 'approve', stage: null, tracks: ['pusat', 'daerah'], reasonCode: 'memenuhi' }),
    'Dinas Sosial menyetujui usulan ini pada Rabu, 15 Juli 2026. Datanya dikirim ke pemerintah pusat, yang memutus bantuan nasional. Usulan ini ikut dinilai pada program daerah; kami memberi kabar hasilnya.',
  ],
  [
    'ask',
    told({ act: 'ask', asked: 'Foto KK.', reasonCode: 'kk_ktp_kurang' }),
    'Kami perlu dari Anda: Foto KK. Sampaikan melalui halaman ini, Ketua RT, atau kantor desa/kelurahan, sebaiknya sebelum Jumat, 24 Juli 2026. Pengajuan Anda tetap tersimpan.',
  ],
  [
    'preview',
    told({ act: 'postpone', stage: 'verval', dueOn: null, reasonCode: 'tidak_di_rumah' }),
    'Belum selesai: petugas belum bertemu dengan keluarga. Sekarang menunggu kunjungan petugas verval, paling lambat tanggal yang akan diberitahukan.',
  ],
] as const)('says what the citizen needs: %s', (_name, given, sentence) => {
  expect(citizenSentence(given)).toBe(sentence);
});

test('no sentence shouts, blames, or judges the reader', () => {
  for (const act of Object.keys(REASONS) as (keyof typeof REASONS)[])
    for (const reasonCode of Object.keys(REASONS[act])) {
      const sentence = citizenSentence(told({ act, reasonCode, asked: 'Foto KK.', tracks: ['pusat'] }));
      expect(sentence).not.toMatch(/!|gagal|miskin|tidak layak|desil|maaf/i);
    }
});
