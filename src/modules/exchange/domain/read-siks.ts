import type { LocalDate } from '#kernel/local-date.ts';
import { type CheckedRow, type Reason, returned } from './checked-row.ts';
import type { Mapping } from './mapping.ts';
import type { AreaIndex } from './siks/areas.ts';
import { contentOf, keysOfRow } from './siks/compare.ts';
import { readSiksRow, type SiksRow } from './siks/row.ts';

/** What rows are read against: the agency's places and its day. */
export type ReadingAround = {
  readonly today: LocalDate;
  readonly areas: AreaIndex;
  /** `desa/rw/rt` to the id of the RT, for those that are known. */
  readonly rtIds: ReadonlyMap<string, number>;
  /** The text a person is searched by; empty where a name has no letter of ours. */
  readonly fold: (name: string) => string;
};

export const rtKey = (desaId: number | string, rw: string, rt: string): string => `${desaId}/${rw}/${rt}`;

/** The smallest known place of a row: its RT, else its desa. */
export const placeOf = (row: SiksRow, rtIds: ReadonlyMap<string, number>): number =>
  (row.rw !== null && row.rt !== null ? rtIds.get(rtKey(row.areaId, row.rw, row.rt)) : undefined) ?? Number(row.areaId);

const NAME_UNREADABLE: Reason = {
  column: 'nama',
  code: 'nama_kosong',
  sentence: 'Nama tidak berisi huruf yang terbaca; orang ini tidak dapat dikenali. Isi namanya.',
};
const rtUnknown = (row: SiksRow): Reason => ({
  column: 'rt',
  code: 'rt_belum_terdaftar',
  sentence: `RT ${row.rt}/RW ${row.rw} belum terdaftar di desa/kelurahan ini; orangnya dicatat di desa/kelurahan.`,
});

/** One row of the 23-column file as it is staged. */
export const readSiksForStaging = (
  no: number,
  cells: readonly string[],
  mapping: Mapping,
  around: ReadingAround,
): CheckedRow => {
  const reading = readSiksRow(cells, { ...mapping, today: around.today }, around.areas);
  if (!reading.ok)
    return returned(
      no,
      cells,
      reading.reasons.map(({ column, code, sentence }) => ({ column, code, sentence })),
    );
  const { row, doubts } = reading;
  if (around.fold(row.name) === '') return returned(no, cells, [NAME_UNREADABLE]);
  const reasons: Reason[] = doubts.map(({ column, code, sentence }) => ({ column, code, sentence }));
  const isRtUnknown = row.rt !== null && row.rw !== null && !around.rtIds.has(rtKey(row.areaId, row.rw, row.rt));
  if (isRtUnknown) reasons.push(rtUnknown(row));
  return {
    no,
    cells,
    verdict: reasons.length > 0 ? 'ragu' : 'siap',
    reasons,
    areaId: Number(row.areaId),
    parsed: row,
    keys: keysOfRow(row),
    content: contentOf(row),
  };
};
