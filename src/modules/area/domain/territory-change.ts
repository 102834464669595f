import type { LocalDate } from '#kernel/local-date.ts';
import { foldPlace } from './fold.ts';

export type PlaceKind = 'prov' | 'kab' | 'kec' | 'desa' | 'dusun' | 'rw' | 'rt';
export type Jenis = 'kabupaten' | 'kota' | 'kelurahan' | 'desa' | 'desa_adat';

/** A place as it is today: `since` begins its version in force, `endedOn` is set when it is no more. */
export type Place = {
  id: number;
  kind: PlaceKind;
  /** The name; of RT and RW the number. */
  name: string;
  jenis: Jenis | null;
  parentId: number | null;
  desaId: number | null;
  kode: string | null;
  label: string;
  since: LocalDate;
  endedOn: LocalDate | null;
};

/** One place that begins. `kode` is required from desa upwards. */
export type NewPlace = { name: string; jenis?: Jenis | null | undefined; kode?: string | null | undefined };

/** Number and date of the Perda, Keputusan or letter, and the day from which the change holds. */
export type LegalBasis = { decree: string; decreeOn: LocalDate; onDate: LocalDate };

export type TerritoryChange = LegalBasis &
  (
    | {
        kind: 'ganti_nama';
        areaId: number;
        name: string;
        jenis?: Jenis | null | undefined;
        kode?: string | null | undefined;
      }
    | { kind: 'pindah_induk'; areaId: number; parentId: number; kode?: string | null | undefined }
    | { kind: 'mekar'; areaId: number; parts: NewPlace[] }
    | { kind: 'gabung'; areaIds: number[]; into: NewPlace }
    | { kind: 'baru'; parentId: number; level: 'dusun' | 'rw' | 'rt'; name: string }
    | { kind: 'bubar'; areaId: number }
  );

/** What the change is about, as it stands in the register. */
export type Standing = {
  today: LocalDate;
  agencyArea: number;
  /** The places that change, in the order asked. */
  places: Place[];
  /** The parent to be: of a moved place, of a new one, else the parent of the first place. */
  parent: Place | undefined;
  /** Ids above the parent to be, itself included. */
  above: number[];
  /** Living neighbours under the parent to be, without the places that change themselves. */
  neighbours: Place[];
  /** Codes of the request that some other place has or had; a code given up by this very change is not among them. */
  takenCodes: string[];
};

const PARENTS: Record<PlaceKind, readonly PlaceKind[]> = {
  prov: [],
  kab: ['prov'],
  kec: ['kab'],
  desa: ['kec'],
  dusun: ['desa'],
  rw: ['desa', 'dusun'],
  rt: ['rw', 'dusun', 'desa'],
};
export const KIND_WORDS: Record<PlaceKind, string> = {
  prov: 'provinsi',
  kab: 'kabupaten/kota',
  kec: 'kecamatan',
  desa: 'desa/kelurahan',
  dusun: 'dusun',
  rw: 'RW',
  rt: 'RT',
};
const FORM: Partial<Record<PlaceKind, RegExp>> = {
  kab: /^\d\d\.\d\d$/,
  kec: /^\d\d\.\d\d\.\d\d$/,
  desa: /^\d\d\.\d\d\.\d\d\.\d{4}$/,
};
const isLocal = (kind: PlaceKind) => kind === 'dusun' || kind === 'rw' || kind === 'rt';

/** RT and RW are numbered with three digits; other names lose their outer and double spaces. */
export const tidyName = (kind: PlaceKind, name: string): string =>
  (kind === 'rt' || kind === 'rw') && /^\d{1,3}$/.test(name.trim())
    ? name.trim().padStart(3, '0')
    : name.trim().replace(/\s+/g, ' ');

/** The kind of the places a change makes or names. */
export const kindOf = (change: TerritoryChange, standing: Pick<Standing, 'places'>): PlaceKind | undefined =>
  change.kind === 'baru' ? change.level : standing.places[0]?.kind;

/** The places a change brings into the world or names anew. */
export const namesOf = (change: TerritoryChange): NewPlace[] =>
  change.kind === 'mekar'
    ? change.parts
    : change.kind === 'gabung'
      ? [change.into]
      : change.kind === 'ganti_nama' || change.kind === 'baru'
        ? [change]
        : [];

const dateObjection = (change: TerritoryChange, standing: Standing): string | undefined => {
  if (change.decreeOn > standing.today) return 'Tanggal dasar hukum belum tiba. Periksa tanggalnya.';
  if (change.onDate > standing.today)
    return 'Tanggal berlaku belum tiba. Catat perubahan ini pada hari berlakunya atau sesudahnya.';
  const later = standing.places.find((place) => place.since >= change.onDate);
  if (later)
    return `${later.label.split(',')[0]} sudah berubah pada ${later.since}; tanggal berlaku harus sesudahnya. Perubahan lama tidak ditimpa.`;
  return undefined;
};

const nameObjection = (change: TerritoryChange, kind: PlaceKind, standing: Standing): string | undefined => {
  const made = namesOf(change).map((place) => ({ ...place, name: tidyName(kind, place.name) }));
  const alike = (
    a: { name: string; jenis?: string | null | undefined },
    b: { name: string; jenis?: string | null | undefined },
  ) => foldPlace(a.name) === foldPlace(b.name) && (kind !== 'kab' || a.jenis === b.jenis);
  for (const [at, place] of made.entries()) {
    if ((kind === 'rt' || kind === 'rw') && !/^\d{3}$/.test(place.name))
      return `Nomor ${KIND_WORDS[kind]} ditulis dengan angka, paling banyak tiga: 001.`;
    const same = standing.neighbours.find((other) => other.kind === kind && alike(other, place));
    if (same || made.slice(0, at).some((other) => alike(other, place)))
      return `Di bawah ${standing.parent?.label.split(',')[0] ?? 'induk ini'} sudah ada ${KIND_WORDS[kind]} bernama ${place.name}. Pilih nama lain.`;
  }
  const moved = change.kind === 'pindah_induk' ? standing.places[0] : undefined;
  if (moved && standing.neighbours.some((other) => other.kind === kind && alike(other, moved)))
    return `Di bawah ${standing.parent?.label.split(',')[0]} sudah ada ${KIND_WORDS[kind]} bernama ${moved.name}. Ganti namanya lebih dulu.`;
  return undefined;
};

const codeObjection = (change: TerritoryChange, kind: PlaceKind, standing: Standing): string | undefined => {
  const asked =
    change.kind === 'pindah_induk' ? [{ kode: change.kode }] : namesOf(change).map(({ kode }) => ({ kode }));
  if (isLocal(kind)) return undefined;
  const begins = change.kind === 'mekar' || change.kind === 'gabung';
  for (const [at, { kode }] of asked.entries()) {
    if (!kode) {
      if (begins) return `Isi kode Kemendagri setiap ${KIND_WORDS[kind]} baru, misalnya 99.01.02.2009.`;
      continue;
    }
    if (!FORM[kind]?.test(kode))
      return `Kode ${kode} bukan bentuk kode ${KIND_WORDS[kind]}. Tulis dengan titik seperti 99.01.02.2009.`;
    if (standing.takenCodes.includes(kode) || asked.slice(0, at).some((other) => other.kode === kode))
      return `Kode ${kode} sudah dipakai wilayah lain. Kode tidak pernah dipakai ulang.`;
  }
  return undefined;
};

const placeObjection = (change: TerritoryChange, kind: PlaceKind, standing: Standing): string | undefined => {
  const [first] = standing.places;
  const own = standing.places.find((place) => place.id === standing.agencyArea);
  if (own) return `${own.label.split(',')[0]} adalah wilayah dinas sendiri. Perubahannya tidak dicatat di halaman ini.`;
  const gone = [...standing.places, ...(standing.parent ? [standing.parent] : [])].find((place) => place.endedOn);
  if (gone) return `${gone.label.split(',')[0]} sudah berakhir pada ${gone.endedOn}.`;
  if (change.kind === 'pindah_induk' && standing.above.includes(change.areaId))
    return `${first?.label.split(',')[0]} tidak dapat dipindah ke bawah dirinya sendiri.`;
  if (
    change.kind === 'gabung' &&
    standing.places.some((place) => place.kind !== kind || place.parentId !== first?.parentId)
  )
    return 'Yang digabung harus setingkat dan di bawah induk yang sama. Pindahkan induknya lebih dulu bila perlu.';
  if (standing.parent && !PARENTS[kind].includes(standing.parent.kind))
    return `Induk ${KIND_WORDS[kind]} adalah ${PARENTS[kind].map((one) => KIND_WORDS[one]).join(' atau ')}, bukan ${KIND_WORDS[standing.parent.kind]}.`;
  if (change.kind === 'pindah_induk' && first?.parentId === change.parentId)
    return `${first.label.split(',')[0]} sudah di bawah ${standing.parent?.label.split(',')[0]}.`;
  return undefined;
};

/** Why a change of territory cannot be recorded, as an Indonesian sentence; undefined when it can. */
export const objectionToChange = (change: TerritoryChange, standing: Standing): string | undefined => {
  const kind = kindOf(change, standing);
  if (!kind) return 'Pilih wilayah yang berubah.';
  return (
    placeObjection(change, kind, standing) ??
    dateObjection(change, standing) ??
    nameObjection(change, kind, standing) ??
    codeObjection(change, kind, standing)
  );
};
