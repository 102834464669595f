const JENIS_LABEL: Record<string, string> = {
  kabupaten: 'Kabupaten',
  kota: 'Kota',
  kelurahan: 'Kelurahan',
  desa: 'Desa',
  desa_adat: 'Desa',
};

/** What a place is called without what it belongs to: "Kelurahan Karang Asri", "Kecamatan Muara", "Kota Larasati". */
export const ownLabel = (place: { kind: string; jenis: string | null; name: string }): string =>
  place.kind === 'prov'
    ? `Provinsi ${place.name}`
    : place.kind === 'kec'
      ? `Kecamatan ${place.name}`
      : `${JENIS_LABEL[place.jenis ?? 'desa']} ${place.name}`;

/** How a place is named in the label of a place below it. "Tangerang" alone is a kota and a kabupaten. */
export const nameBelow = (place: { kind: string; jenis: string | null; name: string }): string =>
  place.kind === 'kab' ? ownLabel(place) : place.name;

const LOCAL = { rt: 'RT', rw: 'RW', dusun: 'Dusun' } as const;
/** "RT 002", "RW 001", "Dusun Krajan". */
export const localName = (kind: 'rt' | 'rw' | 'dusun', number: string): string => `${LOCAL[kind]} ${number}`;
