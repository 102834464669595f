import { faker } from '@faker-js/faker/locale/id_ID';
import { pickWeighted, pickZipf, type Random } from './random.ts';
import type { DemoDesa } from './territory.ts';

const CITIES = (faker.rawDefinitions.location?.city_name ?? []) as readonly string[];
const STREETS = (
  'Melati,Mawar,Anggrek,Kenanga,Merpati,Rajawali,Mangga,Rambutan,Durian,Diponegoro,Sudirman,Kartini,Pahlawan,Merdeka,Pemuda,' +
  'Pesantren,Masjid Raya,Balai Desa,Pasar Lama,Sawah Indah,Nelayan,Pantai Teduh,Bukit Indah,Veteran,Cempaka,Flamboyan,Teratai,' +
  'Seroja,Dahlia,Poros Tengah,Kampung Baru,Lapangan,Sekolah,Kebun Kelapa,Irigasi,Jembatan Dua'
).split(',');

/** A house by its RT: what a registration row says about where people live. */
export type Home = {
  readonly desa: DemoDesa;
  readonly dusun: string;
  readonly rw: number;
  readonly rt: number;
  readonly address: string;
};

const streetOf = (random: Random): string => {
  const name = pickZipf(random, STREETS).toUpperCase();
  return `${pickWeighted(random, [
    ['JL.', 6],
    ['GG.', 2],
    ['JLN', 1],
  ] as const)} ${name}`;
};

/** A house somewhere in a desa; desa people write the dusun, kelurahan people a street and a number. */
export const makeHome = (random: Random, desa: DemoDesa): Home => {
  const rw = random.below(desa.rtPerRw.length) + 1;
  const rt = random.below(desa.rtPerRw[rw - 1] as number) + 1;
  const dusun = desa.dusun[rw % desa.dusun.length] as string;
  const street = desa.jenis === 'kelurahan' || random.chance(0.35);
  const number = random.chance(0.75) ? ` NO. ${random.between(1, 180)}` : '';
  return { desa, dusun, rw, rt, address: street ? `${streetOf(random)}${number}` : `DUSUN ${dusun.toUpperCase()}` };
};

/** The same house written by another clerk. */
export const rewriteAddress = (random: Random, { address, rt, rw, desa, dusun }: Home): string => {
  const changes: readonly (() => string)[] = [
    () =>
      address
        .replace(/^JL\. /, 'JALAN ')
        .replace(/^GG\. /, 'GANG ')
        .replace(/^DUSUN /, 'DSN '),
    () => address.replace(' NO. ', ' '),
    () => address.replace(/ NO\. .*/, ''),
    () => `${address} RT ${rt} RW ${rw}`,
    () => `RT ${String(rt).padStart(3, '0')}/RW ${String(rw).padStart(3, '0')} ${desa.name.toUpperCase()}`,
    () => `${dusun.toUpperCase()}`,
  ];
  return random.pick(changes)();
};

/** A desa by the number of its people. */
export const pickDesa = (random: Random, desa: readonly DemoDesa[], totalWeight: number): DemoDesa => {
  let at = random.next() * totalWeight;
  for (const one of desa) {
    at -= one.weight;
    if (at < 0) return one;
  }
  return desa.at(-1) as DemoDesa;
};

/** Where somebody was born: mostly the own kabupaten, else one of the towns of the archipelago. */
export const makeBirthPlace = (random: Random, homeKabupaten: string, bornHere: boolean): string =>
  (bornHere ? homeKabupaten : pickZipf(random, CITIES)).toUpperCase();

/**
 * A mobile number of the range 0890 to 0894, which no Indonesian operator uses, so that a demo never rings at anybody's.
 */
export const makePhone = (random: Random): string =>
  `089${random.below(5)}${String(random.below(100_000_000)).padStart(8, '0')}`;
