export type NamedArea = { id: number; kode: string; label: string };

const fold = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\b(desa|kelurahan|kel|kecamatan|kec)\b\.?/g, ' ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

const nameOf = (area: NamedArea): string => fold(area.label.split(',')[0] ?? '');

/** An area by its Kemendagri code or by a name only one area bears; `many` when the name alone does not say which. */
export const findArea = <A extends NamedArea>(name: string, areas: readonly A[]): A | 'many' | undefined => {
  const code = name.replace(/\D/g, '');
  const byCode = code.length >= 6 ? areas.find((area) => area.kode.replace(/\D/g, '') === code) : undefined;
  if (byCode) return byCode;
  const wanted = fold(name);
  const same = wanted === '' ? [] : areas.filter((area) => nameOf(area) === wanted);
  return same.length > 1 ? 'many' : same[0];
};
