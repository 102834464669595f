/**
 * The fictional province 99 "Nusa Rukun" of demo and tests: Kabupaten Tirta Rukun 99.01 and Kota Larasati 99.71.
 * No Indonesian province has the code 99, so its NIK, KK and area codes belong to nobody. The codes of BPS differ on purpose,
 * as they do in life: kecamatan and desa have three digits there and another order, and the ten digits of a BPS code of
 * Kecamatan Sepakat (`9901011001`) are also the ten digits of a Kemendagri code in another kecamatan (99.01.01.1001).
 */
export type TerritoryZone = 'WIB' | 'WITA';
export type DemoKabupaten = {
  readonly code: string;
  readonly bps: string;
  readonly jenis: 'kabupaten' | 'kota';
  readonly name: string;
  readonly zone: TerritoryZone;
  readonly slug: string;
};
export type DemoKecamatan = {
  readonly code: string;
  readonly bps: string;
  readonly name: string;
  readonly kabupaten: string;
};
export type DemoDesa = {
  /** Kemendagri code with dots, `99.01.01.2003`. */
  readonly code: string;
  /** BPS code, ten digits. */
  readonly bps: string;
  readonly jenis: 'kelurahan' | 'desa';
  readonly name: string;
  readonly kecamatan: string;
  /** Names of its dusun (desa) or lingkungan (kelurahan). */
  readonly dusun: readonly string[];
  /** Number of RT in each RW: `[5, 4, 6]` is RW 001 to 003 with RT 001 to 005, 001 to 004, 001 to 006. */
  readonly rtPerRw: readonly number[];
  /** Share of the people, relative to the other desa of its kabupaten. */
  readonly weight: number;
};
export type Territory = {
  readonly provinsi: { readonly code: string; readonly bps: string; readonly name: string };
  readonly kabupaten: readonly DemoKabupaten[];
  readonly kecamatan: readonly DemoKecamatan[];
  readonly desa: readonly DemoDesa[];
};

export const DEMO_PROVINSI_AREA = { code: '99', bps: '99', name: 'Nusa Rukun' } as const;

export const DEMO_KABUPATEN: readonly DemoKabupaten[] = [
  { code: '99.01', bps: '9901', jenis: 'kabupaten', name: 'Tirta Rukun', zone: 'WITA', slug: 'tirta-rukun' },
  { code: '99.71', bps: '9971', jenis: 'kota', name: 'Larasati', zone: 'WIB', slug: 'larasati' },
];

type KecamatanPlan = readonly [no: string, bps: string, name: string, kelurahan: string, desa: string];

/** Kelurahan are numbered from 1001, desa from 2001, in the order written. */
const TIRTA_RUKUN: readonly KecamatanPlan[] = [
  [
    '01',
    '010',
    'Tirta Makmur',
    'Tirta Kencana, Tanjung Harapan, Gunung Sari, Nipah Raya, Sungai Lestari, Padma Indah, Bukit Damai, Mekar Bahari, ' +
      'Teluk Permai, Lawang Rukun, Puspa Asri, Selaras Baru, Buluh Mekar, Giri Purwa, Kampung Nelayan, Randu Jaya, ' +
      'Sekar Indah, Pantai Teduh, Pantai Cahaya',
    'Bukit Subur, Giri Kencana, Karang Asri, Sidorejo Lama',
  ],
  ['02', '020', 'Lembah Sentosa', 'Lembah Sentosa', 'Selendang Jaya, Aliran Damai, Bangun Mulya'],
  [
    '03',
    '030',
    'Rejo Agung',
    '',
    'Sumber Rejo, Gunung Makmur, Lumbung Baru, Rawa Mulya, Rinjani Asri, Sabuk Hijau, Sri Raharja, Gunung Permata, ' +
      'Muara Baru, Pesisir Laut, Pesisir Darat, Sumber Sari',
  ],
  [
    '04',
    '011',
    'Sepakat',
    'Sepakat Utara, Permata Baru, Mawar Jaya, Melati Asri',
    'Tenggiri Baru, Bumi Sepakat, Suka Raja, Bukit Raya, Arga Mulya, Semai Dua, Wono Sari, Suko Mulyo, Karang Jinawi, ' +
      'Bintang Sakti, Telaga Jaya',
  ],
];

const LARASATI_KECAMATAN =
  'Larasati Kota, Gending Mekar, Gambang Sari, Saron Luhur, Kenong Jaya, Bonang Asri, Kendang Indah, Suling Wangi, ' +
  'Rebab Permai, Siter Rukun, Kempul Damai, Gong Agung, Slentem Jati';
const LARASATI_FIRST =
  'Suka, Mekar, Tanah, Kebon, Pondok, Gerendeng, Panunggangan, Buaran, Poris, Kunci, Sudi, Cipta, Paku';
const LARASATI_SECOND = 'Asih, Sari, Tinggi, Manis, Indah, Wetan, Kulon, Jaya';

const list = (text: string): string[] => (text === '' ? [] : text.split(', '));
const DUSUN = list('Krajan, Sumber Agung, Mulya Jati, Suka Tani, Karang Tengah, Harapan Baru, Tegal Sari, Wono Asih');

/** RT per RW and weight follow from the number of the desa, so that the same desa always has the same RT. */
const shapeOf = (n: number, isKelurahan: boolean): Pick<DemoDesa, 'dusun' | 'rtPerRw' | 'weight'> => {
  const rw = isKelurahan ? 5 + ((n * 7) % 6) : 2 + ((n * 5) % 4);
  const rtPerRw = Array.from({ length: rw }, (_, i) => 3 + ((n * 3 + i * 5) % 5));
  const dusun = isKelurahan
    ? Array.from({ length: 2 + (n % 3) }, (_, i) => `Lingkungan ${['I', 'II', 'III', 'IV'][i]}`)
    : Array.from({ length: 2 + (n % 3) }, (_, i) => DUSUN[(n + i * 3) % DUSUN.length] as string);
  return { dusun: [...new Set(dusun)], rtPerRw, weight: 60 + ((n * 37) % 90) };
};

/** Desa of one kecamatan; BPS numbers them in the order of the alphabet. */
const desaOf = (kab: string, [no, bps, , kelurahan, desa]: KecamatanPlan, salt: number): DemoDesa[] => {
  const named = [
    ...list(kelurahan).map((name, i) => ({ name, jenis: 'kelurahan' as const, no: 1001 + i })),
    ...list(desa).map((name, i) => ({ name, jenis: 'desa' as const, no: 2001 + i })),
  ];
  const alphabet = named.map(({ name }) => name).sort();
  return named.map(({ name, jenis, no: number }, i) => ({
    code: `99.${kab}.${no}.${number}`,
    bps: `99${kab}${bps}${String(alphabet.indexOf(name) + 1).padStart(3, '0')}`,
    jenis,
    name,
    kecamatan: `99.${kab}.${no}`,
    ...shapeOf(salt + i, jenis === 'kelurahan'),
  }));
};

const LARASATI: readonly KecamatanPlan[] = list(LARASATI_KECAMATAN).map((name, k) => {
  const first = list(LARASATI_FIRST)[k] as string;
  const kelurahan = list(LARASATI_SECOND).map((second, i) => (i === 0 ? name : `${first} ${second}`));
  return [String(k + 1).padStart(2, '0'), `${String(k + 1).padStart(2, '0')}0`, name, kelurahan.join(', '), ''];
});

const kecamatanOf = (kab: string, plans: readonly KecamatanPlan[]): DemoKecamatan[] =>
  plans.map(([no, bps, name]) => ({ code: `99.${kab}.${no}`, bps: `99${kab}${bps}`, name, kabupaten: `99.${kab}` }));

/** 4 kecamatan of Tirta Rukun and 13 of Larasati. */
export const DEMO_KECAMATAN: readonly DemoKecamatan[] = [
  ...kecamatanOf('01', TIRTA_RUKUN),
  ...kecamatanOf('71', LARASATI),
];

/** 24 kelurahan and 30 desa of Tirta Rukun, 104 kelurahan of Larasati. */
export const DEMO_DESA: readonly DemoDesa[] = [
  ...TIRTA_RUKUN.flatMap((plan, k) => desaOf('01', plan, k * 31)),
  ...LARASATI.flatMap((plan, k) => desaOf('71', plan, 200 + k * 17)),
];

/** The territory of one kabupaten or kota, `99.01` or `99.71`; of the whole province without argument. */
export const demoTerritory = (kabupaten?: string): Territory => {
  const inside = (code: string): boolean => kabupaten === undefined || code.startsWith(kabupaten);
  return {
    provinsi: DEMO_PROVINSI_AREA,
    kabupaten: DEMO_KABUPATEN.filter(({ code }) => inside(code)),
    kecamatan: DEMO_KECAMATAN.filter(({ code }) => inside(code)),
    desa: DEMO_DESA.filter(({ code }) => inside(code)),
  };
};

const WIDE_FIRST = list(
  'Suka, Karang, Sumber, Tanjung, Mekar, Bukit, Wono, Sido, Banjar, Muara, Tegal, Rawa, Giri, Jati, Kedung, Lubuk, Padang, Pulau',
);
const WIDE_SECOND = list(
  'Maju, Sari, Mulyo, Agung, Jaya, Indah, Makmur, Raya, Luhur, Asih, Dadi, Harjo, Damai, Tirto, Wangi, Lestari, Bakti, Kencana',
);

/**
 * A territory of `desaCount` desa for populations larger than the two demo agencies: kabupaten from 99.02 with up to 12 kecamatan
 * of up to 10 desa each. Nothing of it belongs to a demo agency.
 */
export const wideTerritory = (desaCount: number): Territory => {
  const kabupaten = new Map<string, DemoKabupaten>();
  const kecamatan = new Map<string, DemoKecamatan>();
  const desa = Array.from({ length: desaCount }, (_, n): DemoDesa => {
    const kec = Math.floor(n / 10);
    const kab = String(2 + Math.floor(kec / 12)).padStart(2, '0');
    if (Number(kab) > 69) throw new RangeError(`the wide territory holds at most ${68 * 120} desa`);
    const no = String((kec % 12) + 1).padStart(2, '0');
    const place = (k: number): string => `${WIDE_FIRST[k % 18]} ${WIDE_SECOND[Math.floor(k / 18) % 18]}`;
    const code = `99.${kab}`;
    kabupaten.set(code, {
      code,
      bps: `99${kab}`,
      jenis: 'kabupaten',
      name: place(Number(kab) * 7),
      zone: 'WIB',
      slug: `kab-${kab}`,
    });
    kecamatan.set(`${code}.${no}`, {
      code: `${code}.${no}`,
      bps: `99${kab}${no}0`,
      name: place(kec * 5 + 3),
      kabupaten: code,
    });
    const number = (n % 10) + 1;
    return {
      code: `${code}.${no}.${2000 + number}`,
      bps: `99${kab}${no}0${String(number).padStart(3, '0')}`,
      jenis: 'desa',
      name: place(n * 11 + 1),
      kecamatan: `${code}.${no}`,
      ...shapeOf(n, false),
    };
  });
  return { provinsi: DEMO_PROVINSI_AREA, kabupaten: [...kabupaten.values()], kecamatan: [...kecamatan.values()], desa };
};
