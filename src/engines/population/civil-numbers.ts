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
};

const two = (n: number): string => (n < 10 ? `0${n}` : String(n));

const makeCounter = () => {
  const slots = new Map<string, Uint16Array>();
  return (kecamatan: string, dd: number, mm: number, yy: number): string => {
    let counts = slots.get(kecamatan);
    if (counts === undefined) {
      counts = new Uint16Array(72 * 12 * 100);
      slots.set(kecamatan, counts);
    }
    const at = (dd * 12 + mm - 1) * 100 + yy;
    const serial = (counts[at] as number) + 1;
    if (serial > 9999) throw new RangeError(`no serial left in ${kecamatan} for ${dd}-${mm}-${yy}`);
    counts[at] = serial;
    return `${kecamatan.replaceAll('.', '')}${two(dd)}${two(mm)}${two(yy)}${String(serial).padStart(4, '0')}`;
  };
};

export const makeCivilNumbers = (): CivilNumbers => {
  const nikCounter = makeCounter();
  const kkCounter = makeCounter();
  return {
    nik: (kecamatan, birthOn, sex) => {
      const { year, month, day } = partsOf(birthOn);
      return nikCounter(kecamatan, sex === 'P' ? day + 40 : day, month, year % 100);
    },
    kk: (kecamatan, issuedOn) => {
      const { year, month, day } = partsOf(issuedOn);
      return kkCounter(kecamatan, day, month, year % 100);
    },
  };
};
