import type { LinkPerson } from '#engines/linkage/index.ts';
import type { LocalDate } from '#kernel/local-date.ts';
import type { Sex } from '#kernel/nik.ts';

/** What an officer has typed so far of somebody she is about to register. Everything but the name may be missing. */
export type Sketch = {
  name: string;
  sex: Sex | null;
  birthOn: LocalDate | null;
  nik: string | null;
  nomorKk: string | null;
  motherName: string | null;
  birthPlace: string | null;
  address: string | null;
  phone: string | null;
};
export type SketchPlace = { areaCode: string | null; rtRw: string | null };

/** An id that nobody of the register has: the person asked about is not in it yet. */
const NOBODY = '00000000-0000-7000-8000-000000000000';
const SEXES = { L: 'male', P: 'female' } as const;

const digits = (text: string | null): string | undefined => {
  const found = (text ?? '').replace(/\D/g, '');
  return found.length === 16 ? found : undefined;
};

/** The sketch as the engine compares it; a number that is not whole yet counts for nothing. */
export const linkPersonOf = (sketch: Sketch, place: SketchPlace | undefined): LinkPerson => ({
  id: NOBODY,
  name: sketch.name,
  motherName: sketch.motherName ?? undefined,
  birthOn: sketch.birthOn ?? undefined,
  birthPlace: sketch.birthPlace ?? undefined,
  sex: sketch.sex ? SEXES[sketch.sex] : undefined,
  nik: digits(sketch.nik),
  nomorKk: digits(sketch.nomorKk),
  areaCode: place?.areaCode ?? undefined,
  rtRw: place?.rtRw ?? undefined,
  address: sketch.address ?? undefined,
  phone: sketch.phone ?? undefined,
});
