import { type LocalDate, partsOf } from '#kernel/local-date.ts';
import type { PopulationSex } from './names.ts';

/**
 * Issues NIK and KK numbers as the civil registry does: the serial counts within the same first twelve digits, so children born on
 * one day in one kecamatan have neighbouring numbers. One counter of 2 bytes per day and kecamatan, made when first needed.
 */
export type CivilNumbers = {
  /** `kecamatan` with dots, `99.01.02`. */
  readonly nik: (kecamatan: string, birthOn: LocalDate, sex: PopulationSex) => string;
  readonly kk: (kecamatan: string, issuedOn: LocalDate) => string;
  /** Takes a NIK or KK number written by hand out of circulation: its serial and those before are not issued any more. */
  readonly reserve: (kind: 'nik' | 'kk', number: string) => void;
};

const two = (n: number): string => (n < 10 ? `0${n}` : String(n));

const makeCounter = (start: number) => {
  const slots = new Map<string, Uint16Array>();
  const countsOf = (kecamatan: string): Uint16Array => {
    let counts = slots.get(kecamatan);
    if (counts === undefined) {
      counts = new Uint16Array(72 * 12 * 100).fill(start);
      slots.set(kecamatan, counts);
    }
    return counts;
  };
  const slot = (dd: number, mm: number, yy: number): number => (dd * 12 + mm - 1) * 100 + yy;
  const next = (kecamatan: string, dd: number, mm: number, yy: number): string => {
    const counts = countsOf(kecamatan);
    const serial = (counts[slot(dd, mm, yy)] as number) + 1;
    if (serial > 9999) throw new RangeError(`no serial left in ${kecamatan} for ${dd}-${mm}-${yy}`);
    counts[slot(dd, mm, yy)] = serial;
    return `${kecamatan.replaceAll('.', '')}${two(dd)}${two(mm)}${two(yy)}${String(serial).padStart(4, '0')}`;
  };
  const reserve = (number: string): void => {
    const [prov, kab, kec, dd, mm, yy] = (number.match(/../g) ?? []).map(Number) as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    const counts = countsOf(`${two(prov)}.${two(kab)}.${two(kec)}`);
    const at = slot(dd, mm, yy);
    counts[at] = Math.max(counts[at] as number, Number(number.slice(12)));
  };
  return { next, reserve };
};

/** Serials begin after `start`; two issuers with distant starts never give the same number. */
export const makeCivilNumbers = (start = 0): CivilNumbers => {
  const nikCounter = makeCounter(start);
  const kkCounter = makeCounter(start);
  return {
    nik: (kecamatan, birthOn, sex) => {
      const { year, month, day } = partsOf(birthOn);
      return nikCounter.next(kecamatan, sex === 'P' ? day + 40 : day, month, year % 100);
    },
    kk: (kecamatan, issuedOn) => {
      const { year, month, day } = partsOf(issuedOn);
      return kkCounter.next(kecamatan, day, month, year % 100);
    },
    reserve: (kind, number) => (kind === 'nik' ? nikCounter : kkCounter).reserve(number),
  };
};
