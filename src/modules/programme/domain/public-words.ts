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
};

const LEFT: Readonly<Record<LeaveReason, string>> = {
  meninggal: 'penerimanya tercatat meninggal dunia',
  pindah: 'keluarga ini tercatat pindah dari desa/kelurahan tempat daftar itu dibuat',
  digabung: 'keluarga ini tercatat dua kali dan catatannya sudah digabung',
  tempat_lewat: 'data yang belum diketahui tidak dilengkapi sampai tanggal tempat itu disimpan',
  menolak: 'tercatat bahwa keluarga ini tidak bersedia menerima',
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
      return p.verdict === 'ya'
        ? `Keluarga Anda memenuhi syarat ${p.programme}, tetapi kuota wilayahnya sudah penuh. Jika ada tempat, kami memberi kabar.`
        : p.verdict === 'belum'
          ? `Belum masuk ${p.programme}: ada data keluarga yang belum diketahui.`
          : `Keluarga Anda belum memenuhi syarat program ${p.programme}.`;
  }
};
