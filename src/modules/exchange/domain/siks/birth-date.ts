import { addDays, ageOn, dateOf, type LocalDate } from '#kernel/local-date.ts';
import type { SiksDoubt } from './doubts.ts';

export type BirthReading = {
  /** Undefined when nothing is written or nothing can be made of it. */
  readonly on?: LocalDate;
  readonly precision?: 'hari' | 'tahun';
  readonly doubt?: Omit<SiksDoubt, 'column' | 'raw'>;
};

export type BirthContext = {
  readonly today: LocalDate;
  /** An adult by relation (head, spouse, parent): decides the century of a two-digit year. */
  readonly isAdult: boolean | undefined;
};

const MONTHS: Readonly<Record<string, number>> = {
  JAN: 1,
  FEB: 2,
  PEB: 2,
  MAR: 3,
  APR: 4,
  MEI: 5,
  MAY: 5,
  JUN: 6,
  JUL: 7,
  AGU: 8,
  AGS: 8,
  AGT: 8,
  AUG: 8,
  SEP: 9,
  OKT: 10,
  OCT: 10,
  NOV: 11,
  NOP: 11,
  DES: 12,
  DEC: 12,
};

const day = (on: LocalDate): BirthReading => ({ on, precision: 'hari' });
const doubtful = (code: string, sentence: string, on?: LocalDate): BirthReading => ({
  ...(on === undefined ? {} : { on, precision: 'hari' as const }),
  doubt: { code, sentence },
});

const IMPOSSIBLE = 'Tanggal lahir tidak ada di kalender; dicatat kosong, periksa KK atau akta.';
const UNREADABLE = 'Tanggal lahir tidak terbaca; dicatat kosong, tulis seperti 07/08/1954.';

/** Day, month, year in this order, as Indonesians write; the other order only where the numbers leave no choice. */
const fromParts = (d: number, m: number, y: number): BirthReading => {
  const on = dateOf(y, m, d);
  if (on !== undefined) return day(on);
  const exchanged = m > 12 && d <= 12 ? dateOf(y, d, m) : undefined;
  return exchanged === undefined
    ? doubtful('tanggal_tidak_ada', IMPOSSIBLE)
    : doubtful(
        'bulan_di_depan',
        'Tanggal lahir ditulis bulan dahulu; dibaca menurut angka yang mungkin, periksa KK.',
        exchanged,
      );
};

/** The century of a two-digit year: the one that is not in the future, else the one that fits an adult or a child. */
const fromShortYear = (d: number, m: number, yy: number, { today, isAdult }: BirthContext): BirthReading => {
  const sentence = 'Tahun lahir hanya dua angka; abadnya diperkirakan, periksa KK.';
  const young = fromParts(d, m, 2000 + yy).on;
  const old = fromParts(d, m, 1900 + yy).on;
  if (old === undefined && young === undefined) return doubtful('tanggal_tidak_ada', IMPOSSIBLE);
  const future = young === undefined || young > today;
  if (future) return doubtful('tahun_dua_angka', sentence, old);
  if (isAdult === undefined)
    return doubtful(
      'tahun_dua_angka',
      'Tahun lahir hanya dua angka dan abadnya tidak jelas; dicatat kosong, periksa KK.',
    );
  const isChildThen = ageOn(young, today) < 17;
  return doubtful('tahun_dua_angka', sentence, isAdult && isChildThen ? old : young);
};

/** Excel counts days from 30 December 1899 (after its own 29 February 1900). */
const fromSerial = (serial: number): BirthReading => day(addDays('1899-12-30', Math.floor(serial)));

const fromNumber = (text: string): BirthReading => {
  if (/^\d{8}$/.test(text)) {
    const [a, b, c] = [Number(text.slice(0, 2)), Number(text.slice(2, 4)), Number(text.slice(4))];
    if (c >= 1850 && c <= 2100) return fromParts(a, b, c);
    return fromParts(Number(text.slice(6)), Number(text.slice(4, 6)), Number(text.slice(0, 4)));
  }
  const number = Number(text);
  if (/^(18|19|20)\d\d$/.test(text)) {
    const doubt = {
      code: 'hanya_tahun',
      sentence: 'Hanya tahun lahir yang tertulis; tanggal dan bulannya belum diketahui.',
    };
    return { on: `${text}-01-01`, precision: 'tahun', doubt };
  }
  return number >= 61 && number < 80_000 ? fromSerial(number) : doubtful('tanggal_tidak_terbaca', UNREADABLE);
};

const fromText = (text: string, context: BirthContext): BirthReading => {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(text);
  if (iso !== null) return fromParts(Number(iso[3]), Number(iso[2]), Number(iso[1]));
  const numeric = /^(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{4}|\d{2})(?:\s+[\d:.]+)?$/.exec(text);
  if (numeric !== null) {
    const [d, m, y] = [Number(numeric[1]), Number(numeric[2]), Number(numeric[3])];
    return numeric[3]?.length === 2 ? fromShortYear(d, m, y, context) : fromParts(d, m, y);
  }
  const worded = /^(\d{1,2})[\s\-/.]+([A-Z]{3,9})\.?[\s\-/.,]+(\d{4}|\d{2})$/.exec(text.toUpperCase());
  const month = MONTHS[worded?.[2]?.slice(0, 3) ?? ''];
  if (worded === null || month === undefined) return doubtful('tanggal_tidak_terbaca', UNREADABLE);
  const [d, y] = [Number(worded[1]), Number(worded[3])];
  return worded[3]?.length === 2 ? fromShortYear(d, month, y, context) : fromParts(d, month, y);
};

/** Reads a birth date in any of the forms that exports hold: text of several orders, ISO, Excel serial, month names. */
export const readBirthDate = (raw: string, context: BirthContext): BirthReading => {
  // A weekday or a place before the date is no part of it.
  const text = raw
    .trim()
    .replace(/^'/, '')
    .replace(/^[A-Za-z .]+,\s*/, '');
  if (text === '' || /^[-–0./\s]+$/.test(text)) return {};
  const reading =
    /^\d+(?:[.,]\d+)?$/.test(text) && !/^\d{1,2}[.]\d{1,2}$/.test(text)
      ? fromNumber(text.replace(',', '.'))
      : fromText(text, context);
  if (reading.on === undefined) return reading;
  if (reading.on > context.today) {
    return doubtful('tanggal_masa_depan', 'Tanggal lahir sesudah hari ini; dicatat kosong, periksa KK.');
  }
  if (ageOn(reading.on, context.today) > 110 && reading.doubt === undefined) {
    return doubtful('usia_lebih_110', 'Usia lebih dari 110 tahun; periksa tahun lahir.', reading.on);
  }
  return reading;
};
