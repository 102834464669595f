import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isRefusal } from '#kernel/refusal.ts';
import { beritaAcaraContent } from './berita-acara.ts';
import { readTicket, requireResult, resultSentence } from './centre.ts';
import {
  isAgainstVerval,
  lackingPeople,
  type MeetingToFinish,
  missingRoles,
  requireFinishable,
  requireRowDecision,
  SIGNERS,
} from './meeting.ts';
import { SIKS_COLUMNS, shdkWord, siksCells } from './siks-sheet.ts';
import { ATTENDEE_ROLES, keysOf, VERDICTS, VERVAL_RESULTS } from './words.ts';

const codeOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (isRefusal(error)) return error.code;
    throw error;
  }
  return 'none';
};
const everyone = keysOf(ATTENDEE_ROLES).map((role, at) => ({ no: at + 1, name: role, role }));
const meeting = (over: Partial<MeetingToFinish> = {}): MeetingToFinish => ({
  kind: 'musdes',
  state: 'disiapkan',
  onDate: '2026-07-14',
  attendees: everyone,
  rows: [{ no: 1, verdict: 'disepakati' }],
  quorumNote: '',
  ...over,
});

test('a muskel expects no BPD, an SPTJM nobody', () => {
  const none = { attendees: [] };
  expect(missingRoles('musdes', none.attendees)).toContain('bpd_lpm');
  expect(missingRoles('muskel', none.attendees)).not.toContain('bpd_lpm');
  expect(missingRoles('sptjm', none.attendees)).toEqual([]);
});

test('postponing never goes against the visit; agreeing to somebody not found does', () => {
  expect(isAgainstVerval('disepakati', 'terkonfirmasi')).toBe(false);
  expect(isAgainstVerval('ditolak', 'terkonfirmasi')).toBe(true);
  expect(isAgainstVerval('disepakati', 'pindah')).toBe(true);
  expect(isAgainstVerval('disepakati', null)).toBe(false);
  for (const result of keysOf(VERVAL_RESULTS)) expect(isAgainstVerval('ditunda', result)).toBe(false);
});

test('no decision against the visit, no refusal and no postponement passes without a reason', () => {
  const decision = fc.record({
    verdict: fc.constantFrom(...keysOf(VERDICTS)),
    reason: fc.string({ maxLength: 14 }),
    result: fc.option(fc.constantFrom(...keysOf(VERVAL_RESULTS)), { nil: null }),
  });
  fc.assert(
    fc.property(decision, ({ verdict, reason, result }) => {
      const code = codeOf(() => requireRowDecision({ verdict, reason, conflicts: [] }, result, everyone));
      const needs = verdict !== 'disepakati' || isAgainstVerval(verdict, result);
      expect(code === 'none').toBe(!needs || reason.trim().length >= 10);
    }),
  );
});

test('what is missing stops the end of a meeting, each with its own sentence', () => {
  const finish = (over: Partial<MeetingToFinish>) => codeOf(() => requireFinishable(meeting(over), '2026-07-15'));
  expect(finish({})).toBe('none');
  expect(finish({ state: 'selesai' })).toBe('musyawarah.sudah_selesai');
  expect(finish({ onDate: '2026-07-16' })).toBe('musyawarah.belum_tiba');
  expect(finish({ rows: [] })).toBe('musyawarah.tanpa_agenda');
  expect(finish({ rows: [{ no: 1, verdict: null }] })).toBe('musyawarah.belum_diputus');
  expect(finish({ attendees: everyone.filter((one) => one.role !== 'kades_lurah') })).toBe(
    'musyawarah.tanpa_penanda_tangan',
  );
  const withoutBabinsa = { attendees: everyone.filter((one) => one.role !== 'babinsa_bhabin') };
  expect(finish(withoutBabinsa)).toBe('musyawarah.kuorum_kurang');
  expect(finish({ ...withoutBabinsa, quorumNote: 'Bertugas di desa lain.' })).toBe('none');
  expect(finish({ kind: 'sptjm', attendees: [] })).toBe('none');
});

test('an agency’s own rules: fewer people or roles than asked need a reason, and who signs is never excused', () => {
  const rules = { minimum: 12, roles: { musdes: SIGNERS, muskel: SIGNERS } };
  const finish = (over: Partial<MeetingToFinish>) =>
    codeOf(() => requireFinishable(meeting(over), '2026-07-15', rules));
  expect(lackingPeople('musdes', everyone, rules)).toBe(12 - everyone.length);
  expect(lackingPeople('sptjm', [], rules)).toBe(0);
  expect(finish({})).toBe('musyawarah.kuorum_kurang');
  expect(finish({ quorumNote: 'Hujan deras, jalan putus.' })).toBe('none');
  const unsigned = {
    attendees: everyone.filter((one) => one.role !== 'operator'),
    quorumNote: 'Operator sakit hari ini.',
  };
  expect(finish(unsigned)).toBe('musyawarah.tanpa_penanda_tangan');
  const few = { minimum: 2, roles: rules.roles };
  const two = meeting({ attendees: everyone.filter((one) => SIGNERS.includes(one.role)) });
  expect(codeOf(() => requireFinishable(two, '2026-07-15', few))).toBe('none');
});

test('the berita acara says who was close to a family and masks numbers', () => {
  const content = beritaAcaraContent({
    kind: 'musdes',
    onDate: '2026-07-14',
    areaName: 'Karang Asri',
    areaJenis: 'desa',
    place: 'Balai Desa',
    leader: 'Pak Suryo',
    notes: '',
    quorumNote: '',
    number: null,
    attendees: everyone,
    zone: 'WITA',
    madeAt: new Date('2026-07-15T04:00:00Z'),
    rows: [
      {
        no: 1,
        name: 'Sarinem',
        nik: '9901014708540003',
        address: 'Jalan Melati 3',
        rtLabel: 'RT 001',
        kindName: 'Usulan baru',
        verdict: 'disepakati',
        verdictReason: 'Warga mengenalnya.',
        againstVerval: true,
        vervalResult: 'pindah',
        conflicts: [{ attendeeNo: 1, relation: 'adik', leftRoom: false }],
      },
    ],
  });
  expect(content.conflicts).toEqual(['Nomor 1: kades_lurah (adik) tetap berada di ruangan.']);
  expect(content.rows[0]?.note).toBe('Warga mengenalnya. Berbeda dari hasil verval. Ada kepentingan yang dinyatakan.');
  expect(JSON.stringify(content)).not.toContain('9901014708540003');
  expect(content.bnba[0]?.nik).toBe('9901••••••••0003');
});

test('the 23 cells stand in SIKS-NG’s order; what is unknown stays empty', () => {
  const cells = siksCells({
    idDtks: null,
    provinsi: 'Nusa Rukun',
    kabupaten: 'Tirta Rukun',
    kecamatan: 'Tirta Makmur',
    desa: 'Karang Asri',
    address: null,
    dusun: null,
    rt: '001',
    rw: '002',
    nomorKk: '9901012005200001',
    nik: '9901014708540003',
    name: 'Sarinem',
    birthOn: '1954-08-07',
    birthPlace: null,
    sex: 'P',
    occupation: null,
    motherName: null,
    shdk: 1,
    padan: null,
    bpnt: null,
    pkh: null,
    ppkm: null,
    pbi: null,
  });
  expect(cells).toHaveLength(SIKS_COLUMNS.length);
  expect(cells[SIKS_COLUMNS.indexOf('Tanggal Lahir')]).toBe('07/08/1954');
  expect(cells[SIKS_COLUMNS.indexOf('Hub. Keluarga')]).toBe('KEPALA KELUARGA');
  expect(cells[SIKS_COLUMNS.indexOf('Bansos PKH')]).toBe('');
  expect(shdkWord(12)).toBe('');
});

test('the centre’s answer in plain words, without numbers of identity; a refusal needs its reason', () => {
  expect(resultSentence('ditolak', 'NIK 9901014708540003 milik ASN.', '2026-07-15')).toBe(
    'Jawaban pemerintah pusat, kami terima Rabu, 15 Juli 2026: pengajuan ini belum diterima pusat. Alasan dari pusat: NIK •••• milik ASN. Jika keadaan keluarga berbeda dari alasan itu, bawa buktinya ke kantor desa/kelurahan; pembaruan data selalu dapat diajukan.',
  );
  expect(codeOf(() => requireResult('ditolak', ' '))).toBe('pengetikan.alasan_pusat');
  expect(requireResult('padan', ' ')).toBeNull();
  expect(readTicket(' tkt  12/a ')).toBe('TKT 12/A');
  expect(codeOf(() => readTicket('9901014708540003'))).toBe('pengetikan.tiket_nik');
});
