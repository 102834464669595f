import { type Cells, type Column, emptyTable, type Schema } from '#engines/aturan/index.ts';
import { assemble, type Snapshot } from '#engines/targeting/index.ts';

/** A seeded stream of whole numbers below `below` (xorshift32): the same register on every machine. */
export const newRandom = (seed: number): ((below: number) => number) => {
  let state = seed >>> 0 || 1;
  return (below) => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return Math.floor((state / 4_294_967_296) * below);
  };
};

/** Columns of the bench register: what local programmes ask about, 4 % of the cells unknown. */
export const BENCH_SCHEMA: Schema = {
  family: {
    desil: { type: 'integer', min: 1, max: 10 },
    lantai: { type: 'enum', values: ['tanah', 'bambu', 'semen', 'keramik'] },
    air: { type: 'enum', values: ['leding', 'sumur', 'sungai', 'hujan'] },
    penghasilan: { type: 'integer', min: 0, max: 100_000_000, unit: 'rupiah' },
    luas: { type: 'integer', min: 0, max: 1000, unit: 'm2' },
    sewa: { type: 'boolean' },
    usaha: { type: 'boolean' },
    bulan_menunggu: { type: 'integer', min: 0, max: 120 },
  },
  member: {
    umur: { type: 'integer', min: 0, max: 120, unit: 'tahun' },
    sekolah: { type: 'enum', values: ['tidak', 'sd', 'smp', 'sma'] },
    pekerjaan: { type: 'enum', values: ['tidak_bekerja', 'buruh', 'tani', 'dagang', 'asn', 'tni_polri'] },
    hamil: { type: 'boolean' },
    disabilitas: { type: 'boolean' },
    meninggal: { type: 'boolean' },
  },
};

const VILLAGES = 1000;
const areaCode = (v: number): string =>
  `99.${String(1 + Math.floor(v / 200)).padStart(2, '0')}.${String(1 + (Math.floor(v / 10) % 20)).padStart(2, '0')}.${2001 + (v % 10)}`;
export const AREA_CODES: readonly string[] = Array.from({ length: VILLAGES }, (_, v) => areaCode(v)).sort();

const cellMaker = (name: string, { spec }: Column, random: (below: number) => number): (() => number) => {
  const seldom = name === 'hamil' || name === 'disabilitas' || name === 'meninggal' ? 30 : 3;
  if (spec.type === 'boolean') return () => (random(seldom) === 0 ? 3 : 0);
  if (spec.type === 'enum')
    return () => 1 + (name === 'pekerjaan' && random(4) > 0 ? random(4) : random(spec.values.length));
  if (name === 'umur') return () => Math.min(random(90), random(90));
  if (name === 'penghasilan') return () => 50_000 * random(120);
  return () => spec.min! + random(spec.max! - spec.min! + 1);
};

const fill = (columns: ReadonlyMap<string, Column>, random: (below: number) => number): void => {
  for (const [name, column] of columns) {
    const { cells }: { cells: Cells } = column;
    const make = cellMaker(name, column, random);
    for (let row = 0; row < cells.length; row++) if (random(25) > 0) cells[row] = make();
  }
};

/** Ids are made when asked for, so that ten million of them need no memory. */
const lazyIds = (count: number): ArrayLike<string> =>
  new Proxy([] as string[], {
    get: (target, key) =>
      key === 'length'
        ? count
        : typeof key === 'string' && /^\d+$/.test(key)
          ? key.padStart(9, '0')
          : Reflect.get(target, key),
  });

/** A register of `count` families and about 3.5 members each in 1,000 desa. */
export const makeRegister = (count: number, seed = 99): Snapshot => {
  const random = newRandom(seed);
  const memberStart = new Int32Array(count + 1);
  for (let f = 0; f < count; f++) memberStart[f + 1] = memberStart[f]! + 1 + random(6);
  const members = memberStart[count]!;
  const memberFamily = new Int32Array(members);
  for (let f = 0; f < count; f++) memberFamily.fill(f, memberStart[f]!, memberStart[f + 1]!);
  const [family, member] = [emptyTable(BENCH_SCHEMA.family, count), emptyTable(BENCH_SCHEMA.member, members)];
  fill(family.columns, random);
  fill(member.columns, random);
  return assemble({
    schema: BENCH_SCHEMA,
    ids: lazyIds(count),
    areas: AREA_CODES,
    area: Int32Array.from({ length: count }, () => random(VILLAGES)),
    score: new Float64Array(count),
    scoreDecimals: 0,
    family,
    member,
    memberFamily,
    memberStart,
  });
};

const row = (kind: string, expr: string, more = {}) => ({ kind, expr, reason: 'bench', basis: 'bench', ...more });
const ASN = row('pengecualian', 'ada anggota dengan (pekerjaan termasuk ["asn", "tni_polri"] dan tidak meninggal)');
const REASON = { poorerReason: { code: 'usaha_produktif', article: 'ps. 7' } };

/** Twelve programmes with 1,000 area quotas, ceilings, floors, tiers and an exclusive pair; `families` scales the money. */
export const benchProgrammes = (families: number, change: { expr?: string; ceiling?: bigint } = {}): unknown => {
  const money = (share: number, benefit: number): string =>
    String(BigInt(Math.floor(families * share)) * BigInt(benefit));
  const quota = Object.fromEntries(AREA_CODES.map((code) => [code, Math.ceil((families / VILLAGES) * 0.25)]));
  const programmes = [
    {
      id: 'pkh',
      benefit: '3000000',
      ceiling: money(0.15, 3_000_000),
      rules: [
        row('syarat', 'desil <= 4'),
        row(
          'syarat',
          'ada anggota dengan (hamil) atau jumlah anggota dengan (sekolah termasuk ["sd", "smp", "sma"]) >= 1',
        ),
        ASN,
      ],
    },
    {
      id: 'sembako',
      benefit: '2400000',
      quota,
      exclusiveGroup: 'pangan',
      ceiling: change.ceiling === undefined ? money(0.2, 2_400_000) : String(change.ceiling),
      rules: [row('syarat', 'desil <= 5'), ASN],
    },
    {
      id: 'beras',
      benefit: '1200000',
      exclusiveGroup: 'pangan',
      ceiling: money(0.1, 1_200_000),
      rules: [row('syarat', 'desil <= 6')],
    },
    {
      id: 'lansia',
      benefit: '1500000',
      ceiling: money(0.05, 1_500_000),
      tier: ['jumlah anggota = 1'],
      rules: [row('syarat', 'ada anggota dengan (umur >= 60 dan tidak meninggal)')],
    },
    {
      id: 'disabilitas',
      benefit: '2000000',
      ceiling: money(0.02, 2_000_000),
      rules: [row('syarat', 'ada anggota dengan (disabilitas dan tidak meninggal)')],
    },
    {
      id: 'balita',
      benefit: '1000000',
      ceiling: money(0.05, 1_000_000),
      rules: [row('syarat', change.expr ?? 'ada anggota dengan (umur <= 5)'), row('syarat', 'penghasilan <= 3000000')],
    },
    {
      id: 'rtlh',
      benefit: '20000000',
      ceiling: money(0.01, 20_000_000),
      rules: [
        row('syarat', 'lantai termasuk ["tanah", "bambu"] dan tidak sewa'),
        row('syarat', 'luas <= 8 * jumlah anggota'),
      ],
    },
    {
      id: 'air',
      benefit: '5000000',
      maxCount: Math.floor(families * 0.02),
      rules: [row('syarat', 'air termasuk ["sungai", "hujan"]')],
    },
    {
      id: 'uep',
      benefit: '5000000',
      ceiling: money(0.01, 5_000_000),
      rules: [row('syarat', 'desil antara 3 dan 6', REASON), row('syarat', 'usaha')],
    },
    {
      id: 'sekolah',
      benefit: '900000',
      ceiling: money(0.08, 900_000),
      rules: [row('syarat', 'ada anggota dengan (umur antara 7 dan 18 dan sekolah = "tidak")')],
    },
    {
      id: 'sewa',
      benefit: '3600000',
      ceiling: money(0.02, 3_600_000),
      rules: [row('syarat', 'sewa'), row('syarat', 'penghasilan <= 700000 * jumlah anggota')],
    },
    {
      id: 'darurat',
      benefit: '600000',
      ceiling: money(0.3, 600_000),
      hold: { until: '2026-12-31' },
      rules: [row('syarat', 'desil <= 3 atau penghasilan <= 1000000')],
    },
  ];
  return { arah: 'rendah', schema: BENCH_SCHEMA, programmes };
};

/** A card of 32 indicators over 32 columns of four answers. */
export const benchCard = (): unknown => ({
  id: 'bench',
  arah: 'rendah',
  indicators: Array.from({ length: 32 }, (_, i) => ({ column: `i${i}`, answers: { a: 0, b: 1 + i, c: 7, d: 40 - i } })),
});
export const benchAnswers = (count: number, seed = 7): Map<string, Column> => {
  const random = newRandom(seed);
  const spec = { type: 'enum', values: ['a', 'b', 'c', 'd'] } as const;
  return new Map(
    Array.from({ length: 32 }, (_, i) => {
      const cells = new Uint8Array(count);
      for (let f = 0; f < count; f++) cells[f] = 1 + random(4);
      return [`i${i}`, { spec, cells }];
    }),
  );
};
