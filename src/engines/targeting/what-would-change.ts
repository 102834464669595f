import {
  and,
  describeRule,
  labelOf,
  NO,
  not,
  or,
  type Rule,
  type Schema,
  type Ternary,
  type Trace,
  YES,
} from '#engines/aturan/index.ts';
import { formatRupiah } from '#kernel/rupiah.ts';
import type { Distance } from './distance.ts';
import type { ExplainedRow } from './explain.ts';
import type { Line } from './lines.ts';
import type { Programme } from './programme.ts';

type Input = {
  rows: readonly ExplainedRow[];
  line: Line;
  distance: Distance | undefined;
  schema: Schema;
  programme: Programme;
};

const truthWith = (trace: Trace, leaf: Trace, truth: Ternary): Ternary => {
  if (trace === leaf) return truth;
  if (trace.parts.length === 0) return trace.truth;
  const parts = trace.parts.map((part) => truthWith(part, leaf, truth));
  if (trace.rule.kind === 'not') return not(parts[0]!);
  return parts.reduce((a, b) => (trace.rule.kind === 'and' ? and(a, b) : or(a, b)));
};

const leavesOf = (trace: Trace): Trace[] => (trace.parts.length === 0 ? [trace] : trace.parts.flatMap(leavesOf));

/** The single facts whose change alone would turn the row in the family's favour, as phrases. */
export const listFlips = (row: ExplainedRow, schema: Schema): string[] => {
  const wanted: Ternary = row.kind === 'pengecualian' ? NO : YES;
  return leavesOf(row.trace).flatMap((leaf) =>
    ([YES, NO] as const)
      .filter((truth) => truth !== leaf.truth && truthWith(row.trace, leaf, truth) === wanted)
      .map((truth) => {
        const rule: Rule = truth === YES ? leaf.rule : { kind: 'not', item: leaf.rule, at: leaf.rule.at };
        return describeRule(rule, schema);
      }),
  );
};

const ineligible = ({ rows, schema }: Input): string[] => {
  const failing = rows.filter((r) => r.kind !== 'prioritas' && r.passes === 'tidak');
  const unknown = rows.filter((r) => r.kind !== 'prioritas' && r.passes === 'belum');
  if (failing.length > 1)
    return [`${failing.length} syarat belum terpenuhi: baris ${failing.map((r) => r.no).join(', ')}.`];
  return failing.flatMap((row) => {
    const flips = listFlips(row, schema);
    const rest = unknown.length > 0 ? `, asalkan baris ${unknown.map((r) => r.no).join(', ')} juga terpenuhi` : '';
    if (flips.length === 0) return [`Hanya baris ${row.no} yang belum terpenuhi${rest}.`];
    return flips.map((flip) => `Hanya baris ${row.no} yang belum terpenuhi; berubah bila ${flip}${rest}.`);
  });
};

const undecided = ({ rows, schema, line }: Input): string[] => {
  const missing = new Map(
    rows
      .filter((r) => r.passes === 'belum')
      .flatMap((r) => r.missing.map((m) => [`${m.scope}.${m.column}`, m] as const)),
  );
  const names = [...missing.values()].map(
    (m) => `${labelOf(m.column, schema[m.scope][m.column])}${m.scope === 'member' ? ' anggota' : ''}`,
  );
  const sentences = names.length > 0 ? [`Belum dapat diputuskan: lengkapi ${names.join(', ')}.`] : [];
  if (line.heldUntil) sentences.push(`Tempat ditahan sampai ${line.heldUntil}.`);
  return sentences;
};

const leftOut = ({ line, distance, programme }: Input): string[] => {
  if (line.binding.startsWith('eksklusif:'))
    return [
      `Sudah mendapat program ${line.binding.slice('eksklusif:'.length)} yang tidak boleh diterima bersama program ini.`,
    ];
  if (line.binding === 'keputusan')
    return ['Dikeluarkan dengan keputusan petugas; lihat alasannya pada berkas program.'];
  if (!distance) return [];
  if (distance.area !== undefined)
    return [
      `Kuota wilayah ${distance.area} penuh (${programme.quota.get(distance.area)} keluarga); urutan tunggu di wilayah itu: ${distance.places}.`,
    ];
  const money =
    distance.rupiah === undefined
      ? ''
      : ` Tambahan dana ${formatRupiah(distance.rupiah)} membuat daftar sampai ke keluarga ini.`;
  const limit = line.binding === 'jumlah' ? 'Jumlah penerima sudah penuh' : 'Dana sudah habis terpakai';
  return [`Memenuhi syarat, cadangan nomor ${distance.places}. ${limit}.${money}`];
};

/** What would change the verdict (single-row flips), the missing facts, or the way onto the list. */
export const listChanges = (input: Input): string[] => {
  const { line } = input;
  if (line.admitted === 'ya') return [];
  if (line.verdict === 'tidak') return line.binding === 'keputusan' ? leftOut(input) : ineligible(input);
  if (line.verdict === 'belum') return undecided(input);
  if (line.binding === 'skor')
    return [
      'Belum dapat diurutkan: skor keluarga belum diketahui.',
      ...(line.heldUntil ? [`Tempat ditahan sampai ${line.heldUntil}.`] : []),
    ];
  return leftOut(input);
};
