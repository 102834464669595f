import { encode } from 'uqr';
import { formatDate, type LocalDate } from '#kernel/local-date.ts';
import { formatReceiptCode } from '#kernel/receipt-code.ts';
import type { Rupiah } from '#kernel/rupiah.ts';
import type { Place } from './compute.ts';
import type { RowReason } from './list-rows.ts';
import { isKeptOut, placeSentence, publicReason } from './public-words.ts';
import type { Terms } from './terms.ts';

/** A sealed line with what the list says of its family. */
export type LetterRow = {
  no: number;
  familyId: string;
  code: string;
  salt: string;
  line: string;
  place: Place;
  verdict: 'ya' | 'tidak' | 'belum';
  rank: number | null;
  reserveNo: number | null;
  heldUntil: LocalDate | null;
  reasons: RowReason[];
  binding: string;
  /** The coded reason of an officer who took the family out. */
  decided: string | null;
  areaLabel: string;
};

/** What all letters of a list share. */
export type LetterList = {
  programme: string;
  admitted: number;
  benefit: Rupiah;
  decree: { number: string; on: LocalDate };
  objectUntil: LocalDate;
  rules: Terms['rules'];
  /** The agency's public page where lines are checked. */
  checkUrl: string;
};

/** A QR code as an SVG of dark squares with its quiet zone of four. */
const qrSvg = (text: string): string => {
  const { data } = encode(text, { ecc: 'M', border: 4 });
  const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${data.length} ${data.length}"><rect width="${data.length}" height="${data.length}" fill="#fff"/><path d="${squares}" fill="#000"/></svg>`;
};

/** Why she is not among the recipients, as she may read it; nothing for those who are, and nothing of other adults. */
const reasonsOf = (row: LetterRow, list: LetterList): string[] => {
  if (row.place !== 'tidak' && row.place !== 'ditahan') return [];
  if (isKeptOut({ ...row, ...list, leftBy: null })) return [];
  const wanted = row.verdict === 'tidak' ? 'tidak' : 'belum';
  const sentences = row.reasons
    .filter((reason) => reason.v === wanted)
    .flatMap(({ no, v }) => {
      const written = list.rules[no - 1];
      return written ? [publicReason(written, v, {})] : [];
    });
  return [...new Set(sentences)];
};

/** One family's letter as the template prints it. */
export const letterOf = (row: LetterRow, list: LetterList) => {
  const code = formatReceiptCode(row.code);
  return {
    name: row.line.split('; ')[2] ?? '',
    area: row.areaLabel,
    sentence: placeSentence({ ...row, ...list, leftBy: null }),
    reasons: reasonsOf(row, list),
    objection: `Jika ada yang keliru, sampaikan keberatan di kantor desa/kelurahan atau Dinas Sosial paling lambat ${formatDate(list.objectUntil, { weekday: true })}. Tidak dipungut biaya.`,
    code,
    line: row.line,
    salt: row.salt,
    qr: qrSvg(`${list.checkUrl}?kode=${row.code}`),
    address: list.checkUrl.replace(/^https?:\/\//, ''),
  };
};
