import {
  describeRule,
  describeValue,
  listColumnsRead,
  parseRule,
  type Value,
  type WrittenRow,
} from '#engines/aturan/index.ts';
import { formatDate, type LocalDate } from '#kernel/local-date.ts';
import { formatRupiah, type Rupiah } from '#kernel/rupiah.ts';
import { TARGETING_SCHEMA } from './columns.ts';
import type { Place } from './compute.ts';
import { exclusiveProgramme } from './exclusive.ts';
import type { LeaveReason } from './list-change.ts';
import type { RowReason } from './list-rows.ts';
import { rowReadsDesil } from './unknown-desil.ts';

const CHECK_AT_OFFICE = 'Ada data keluarga yang perlu dicek di Dinas Sosial.';
const DESIL_IS_BPS =
  'Peringkat dari pusat menjadi syarat program ini. Peringkat itu dihitung BPS, bukan Dinas Sosial. Jika keadaan keluarga sudah berbeda, ajukan pembaruan data; hasilnya bisa turun, naik, atau tetap.';

/** What her own proposal says about a fact; only such values are ever shown to her. */
const givenText = (reads: readonly { scope: string; column: string }[], given: Record<string, unknown>): string => {
  const own = reads.filter((r) => r.scope === 'family' && Object.hasOwn(given, r.column));
  if (own.length === 0 || own.length < reads.length) return '';
  const values = own.map(
    (r) =>
      `${TARGETING_SCHEMA.family[r.column]?.label ?? r.column}: ${describeValue(given[r.column] as Value, TARGETING_SCHEMA.family[r.column])}`,
  );
  return ` Jawaban pada pengajuan: ${values.join('; ')}.`;
};

/**
 * One row of the juknis for the citizen: the rule and how it turned out; the value only of facts she herself gave. Rules on
 * confidential facts or on members of the family read as a neutral sentence (practitioner S-16), those on desil name who decides it.
 */
export const publicReason = (row: WrittenRow, verdict: RowReason['v'], given: Record<string, unknown>): string => {
  const parsed = parseRule(row.expr);
  if (!parsed.ok) return CHECK_AT_OFFICE;
  if (rowReadsDesil(parsed.rule)) return DESIL_IS_BPS;
  const reads = listColumnsRead(parsed.rule);
  const shielded = reads.some(
    (r) => r.scope === 'member' || TARGETING_SCHEMA[r.scope][r.column]?.confidential === true,
  );
  if (shielded) return CHECK_AT_OFFICE;
  const phrase = describeRule(parsed.rule, TARGETING_SCHEMA);
  const head = row.kind === 'pengecualian' ? 'Program ini tidak untuk keluarga dengan keadaan' : 'Syarat program';
  const state = verdict === 'belum' ? 'belum diketahui' : 'belum terpenuhi';
  return `${head}: ${phrase} (${state}).${givenText(reads, given)}`;
};

export type PublicPlace = {
  programme: string;
  place: Place;
  verdict: 'ya' | 'tidak' | 'belum';
  rank: number | null;
  reserveNo: number | null;
  heldUntil: LocalDate | null;
  admitted: number;
  benefit: Rupiah;
  decree: { number: string; on: LocalDate } | null;
  /** Why the family has no place any more, whatever its place was. */
  leftBy: LeaveReason | null;
  /** What bound its place, as kept with its row. */
  binding: string;
  /** The coded reason of an officer who took the family out. */
  decided: string | null;
};

const LEFT: Readonly<Record<LeaveReason, string>> = {
  meninggal: 'penerimanya tercatat meninggal dunia',
  pindah: 'keluarga ini tercatat pindah dari desa/kelurahan tempat daftar itu dibuat',
  digabung: 'keluarga ini tercatat dua kali dan catatannya sudah digabung',
  tempat_lewat: 'data yang belum diketahui tidak dilengkapi sampai tanggal tempat itu disimpan',
  menolak: 'tercatat bahwa keluarga ini tidak bersedia menerima',
};

/** Officers' codes as the family reads them: nothing about its members, no verdict on them. */
const DECIDED: Readonly<Record<string, string>> = {
  pindah: 'keluarga ini tercatat pindah',
  meninggal: 'penerimanya tercatat meninggal dunia',
  menolak: 'tercatat bahwa keluarga ini tidak bersedia menerima',
  mampu: 'menurut pemeriksaan petugas, program ini didahulukan untuk keluarga lain',
  sudah_dibantu: 'keluarga ini tercatat sudah dibantu dengan cara lain',
  darurat: 'keadaan darurat ditangani dengan bantuan lain',
  perintah_pengadilan: 'ada ketetapan yang harus diikuti Dinas Sosial',
};

/** Why a family without a place is not on the list, though no row of the juknis turned it down. */
const keptOut = ({ programme, verdict, binding, decided }: PublicPlace): string | undefined => {
  if (verdict === 'tidak') return undefined;
  const other = exclusiveProgramme(binding);
  if (other !== undefined)
    return `Keluarga Anda tidak masuk daftar ${programme} karena sudah menerima ${other}; kedua program ini tidak boleh diterima bersamaan.`;
  if (decided === null) return undefined;
  const why = DECIDED[decided] ?? 'alasannya dapat ditanyakan di Dinas Sosial';
  return `Keluarga Anda tidak masuk daftar ${programme} dengan keputusan petugas: ${why}. Bila ini keliru, sampaikan di kantor desa/kelurahan atau ajukan keberatan.`;
};

/** True where the family is out for a reason of its own that is no fact it could complete. */
export const isKeptOut = (p: PublicPlace): boolean => p.place === 'tidak' && keptOut(p) !== undefined;

/** Places whose order is not known: neither the quota nor the money turned the family down. */
const UNSURE = new Set(['tanpa_desil', 'skor', 'tier']);

const outSentence = (p: PublicPlace): string => {
  const said = keptOut(p);
  if (said !== undefined) return said;
  if (p.verdict === 'tidak') return `Keluarga Anda belum memenuhi syarat program ${p.programme}.`;
  return p.verdict === 'belum' || UNSURE.has(p.binding)
    ? `Belum masuk ${p.programme}: ada data keluarga yang belum diketahui.`
    : `Keluarga Anda memenuhi syarat ${p.programme}, tetapi kuota wilayahnya sudah penuh. Jika ada tempat, kami memberi kabar.`;
};

/** Where her family stands, in one or two sentences; friendly, exact, without a verdict on the reader. */
export const placeSentence = (p: PublicPlace): string => {
  const by = p.decree ? ` (SK ${p.decree.number}, ${formatDate(p.decree.on)})` : '';
  if (p.leftBy !== null)
    return `Keluarga Anda tidak lagi mempunyai tempat pada daftar ${p.programme}${by}: ${LEFT[p.leftBy]}. Bila ini keliru, sampaikan di kantor desa/kelurahan atau ajukan keberatan.`;
  switch (p.place) {
    case 'masuk':
      return `Keluarga Anda termasuk penerima ${p.programme}${by}: ${formatRupiah(p.benefit)}. Kami memberi kabar tempat dan waktu penyaluran.`;
    case 'ditahan':
      return `Kami belum bisa memutuskan karena ada data keluarga yang belum diketahui. Tempat keluarga Anda pada ${p.programme} kami simpan sampai ${p.heldUntil ? formatDate(p.heldUntil, { weekday: true }) : 'ada kabar'}. Hubungi kelurahan/desa sebelum tanggal itu.`;
    case 'cadangan':
      return `Keluarga Anda memenuhi syarat ${p.programme}. Dana tahun ini cukup untuk ${p.admitted} keluarga; keluarga Anda di urutan ${p.rank ?? '-'}, cadangan nomor ${p.reserveNo ?? '-'}. Jika ada tempat, kami memberi kabar.`;
    case 'tidak':
      return outSentence(p);
  }
};
