import { describeRule, parseRule, type WrittenRow } from '#engines/aturan/index.ts';
import { SPOKEN_SCHEMA } from './columns.ts';
import type { Place } from './compute.ts';
import { exclusiveProgramme, exclusiveReason } from './exclusive.ts';
import type { RowReason } from './list-rows.ts';
import type { Terms } from './terms.ts';
import { rowReadsDesil } from './unknown-desil.ts';

/** A row of the juknis as an officer reads it: the phrase, and what counts instead where desil is unknown. */
export const rowPhrase = (row: WrittenRow, terms: Pick<Terms, 'unknownPolicy' | 'criteriaLeast'>): string => {
  const parsed = parseRule(row.expr);
  if (!parsed.ok) return row.expr;
  const phrase = describeRule(parsed.rule, SPOKEN_SCHEMA);
  const nine = terms.unknownPolicy === 'nilai_sembilan_kriteria' && terms.criteriaLeast !== null;
  if (row.kind !== 'syarat' || !nine || !rowReadsDesil(parsed.rule)) return phrase;
  return `${phrase} (bila desil belum diketahui: paling sedikit ${terms.criteriaLeast} dari 9 kriteria)`;
};

const bindingText = (binding: string, areaName: (code: string) => string): string => {
  const other = exclusiveProgramme(binding);
  if (other !== undefined) return `Keluarga ini ${exclusiveReason(other)}.`;
  const [word, detail = ''] = binding.split(':');
  switch (word) {
    case 'pagu':
      return 'Dana habis sebelum sampai ke keluarga ini.';
    case 'jumlah':
      return 'Jumlah penerima terbanyak sudah penuh.';
    case 'kuota':
      return `Kuota ${areaName(detail)} sudah penuh.`;
    case 'keputusan':
      return 'Keputusan petugas, lihat alasannya.';
    case 'tanpa_desil':
      return 'Desil belum diketahui; juknis mengecualikan dengan tugas.';
    case 'skor':
    case 'tier':
      return 'Tempatnya dalam urutan belum diketahui.';
    default:
      return '';
  }
};

const sentence = (opening: string, phrases: readonly string[]): string =>
  phrases.length === 0 ? '' : `${opening}: ${phrases.join('; ')}.`;

/** Why a family stands where it stands, in Indonesian as an officer would say it; empty for one admitted in its turn. */
export const placeText = (
  row: { place: Place; verdict: 'ya' | 'tidak' | 'belum'; binding: string; reasons: readonly RowReason[] },
  terms: Pick<Terms, 'rules' | 'unknownPolicy' | 'criteriaLeast'>,
  areaName: (code: string) => string,
): string => {
  const bound = bindingText(row.binding, areaName);
  if (bound !== '') return bound;
  const wanted = row.verdict === 'tidak' ? 'tidak' : 'belum';
  const written = row.reasons
    .filter((reason) => reason.v === wanted)
    .flatMap(({ no }) => terms.rules[no - 1] ?? [])
    .map((rule) => ({ isExclusion: rule.kind === 'pengecualian', phrase: rowPhrase(rule, terms) }));
  const phrasesOf = (exclusion: boolean) =>
    written.filter(({ isExclusion }) => isExclusion === exclusion).map(({ phrase }) => phrase);
  return [
    sentence(
      wanted === 'tidak' ? 'Syarat belum terpenuhi' : 'Belum diketahui apakah syarat ini terpenuhi',
      phrasesOf(false),
    ),
    sentence(
      wanted === 'tidak' ? 'Terkena pengecualian' : 'Belum diketahui apakah terkena pengecualian',
      phrasesOf(true),
    ),
  ]
    .filter((part) => part !== '')
    .join(' ');
};
