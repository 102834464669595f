import { expect, test } from 'vitest';
import {
  type Answers,
  NO_ANSWERS,
  nextQuestion,
  type QuestionId,
  questionsOf,
  toSubmission,
} from '../domain/answers.ts';
import { type Form, type Known, readAnswer } from '../domain/read-answer.ts';

const known: Known = { today: '2026-07-15', kecamatan: new Set([1, 2]), desa: new Set([11]), rt: new Set([111]) };
const read = (question: QuestionId, form: Form, answers: Answers = NO_ANSWERS) =>
  readAnswer(question, answers, form, known);
const codes = (result: ReturnType<typeof read>) => result.faults.map((fault) => fault.field);

const complete = (): Answers => {
  const forms: Partial<Record<QuestionId, Form>> = {
    untuk: { untuk: 'keluarga' },
    perihal: { perihal: 'perubahan' },
    nama: { nama: '  Siti   Aminah ' },
    lahir: { tidak_tahu: 'ya' },
    nomor: { nik: '', kk: '9901012001100001' },
    kecamatan: { kecamatan: '1' },
    desa: { desa: '11' },
    alamat: { alamat: 'Jalan Melati 3', rt: '111' },
    kontak: { pelapor: 'Budi', telepon: '+62 812-3456-7890' },
    alasan: { alasan: 'Pindah rumah bulan lalu.' },
  };
  return questionsOf(NO_ANSWERS).reduce(
    (answers, question) => read(question, forms[question] ?? {}, answers).answers,
    NO_ANSWERS,
  );
};

test('complete answers make a proposal of a draft person', () => {
  const answers = complete();
  expect(nextQuestion(answers)).toBeUndefined();
  expect(toSubmission(answers, 'x', true)).toEqual({
    id: 'x',
    kind: 'perubahan',
    channel: 'portal',
    draft: {
      name: 'Siti Aminah',
      address: 'Jalan Melati 3',
      nomorKk: '9901012001100001',
      rtAreaId: 111,
      phone: '+62 812-3456-7890',
    },
    areaId: 11,
    reporterName: 'Budi',
    reporterPhone: '+62 812-3456-7890',
    relation: 'keluarga',
    consent: 'daring',
    reason: 'Pindah rumah bulan lalu.',
    skipRt: true,
  });
});

test('another kecamatan asks again for the desa and the house', () => {
  const moved = read('kecamatan', { kecamatan: '2' }, complete()).answers;
  expect(nextQuestion(moved)).toBe('desa');
  expect(moved.desaId).toBeUndefined();
  expect(moved.rtAreaId).toBeUndefined();
  expect(moved.address).toBe('Jalan Melati 3');
});

test('a place, a choice or a number that was not offered is not taken', () => {
  expect(codes(read('kecamatan', { kecamatan: '99' }))).toEqual(['kecamatan']);
  expect(codes(read('desa', { desa: '1 or 1=1' }))).toEqual(['desa']);
  expect(read('alamat', { alamat: 'Jalan Melati', rt: '5' }).answers.rtAreaId).toBeUndefined();
  expect(codes(read('untuk', { untuk: 'ketua_rt' }))).toEqual(['untuk']);
  expect(codes(read('perihal', { perihal: 'sanggah' }))).toEqual(['perihal']);
});

test('birth dates: exactly 17 today is old enough, a day later is not; the future and 1899 cannot be', () => {
  const self: Answers = { ...NO_ANSWERS, relation: 'diri_sendiri' };
  const on = (hari: string, bulan: string, tahun: string, answers = self) =>
    codes(read('lahir', { hari, bulan, tahun }, answers));
  expect(on('15', '7', '2009')).toEqual([]);
  expect(on('16', '7', '2009')).toEqual(['hari']);
  expect(on('16', '7', '2009', { ...self, relation: 'keluarga' })).toEqual([]);
  expect(on('16', '7', '2026')).toEqual(['tahun']);
  expect(on('31', '12', '1899')).toEqual(['tahun']);
  expect(on('29', '2', '1901')).toEqual(['hari']);
  expect(on('', '2', '1954')).toEqual(['hari']);
  expect(on('7', 'Agustus', '1954')).toEqual(['hari']);
});

test('a number: empty keeps what is kept, a tick removes it, a short one is kept with a fault', () => {
  const kept: Answers = { ...NO_ANSWERS, nik: '9901014708540003' };
  expect(read('nomor', { nik: '' }, kept).answers.nik).toBe('9901014708540003');
  expect(read('nomor', { nik: '', nik_hapus: 'ya' }, kept).answers.nik).toBeUndefined();
  const short = read('nomor', { nik: '9901 0147' }, kept);
  expect(short.answers.nik).toBe('9901 0147');
  expect(codes(short)).toEqual(['nik']);
  expect(short.faults.map((fault) => fault.text.join(' ')).join(' ')).not.toContain('9901');
  expect(nextQuestion({ ...short.answers, passed: [] })).toBe('untuk');
  expect(short.answers.passed).not.toContain('nomor');
});

test('texts: a name needs a letter, a reason a sentence, a telephone digits; too long is told with both counts', () => {
  expect(codes(read('nama', { nama: '123' }))).toEqual(['nama']);
  expect(read('nama', { nama: 'A'.repeat(121) }).faults[0]?.text[0]).toContain('121');
  expect(codes(read('alasan', { alasan: 'Susah' }))).toEqual(['alasan']);
  expect(codes(read('kontak', { pelapor: '', telepon: 'WA saja' }))).toEqual(['pelapor', 'telepon']);
  expect(codes(read('alamat', { alamat: ' ' }))).toEqual(['alamat']);
});
