import { allocate } from '#kernel/rupiah.ts';
import { type CivilNumbers, makeCivilNumbers } from './civil-numbers.ts';
import { type Family, makeFamily } from './family.ts';
import { type Home, makeHome } from './places.ts';
import { randomFrom } from './random.ts';
import { type AreaNames, type SiksCell, siksCells } from './siks-cells.ts';
import { SIKS_HEADINGS, SIKS_HEADINGS_TRAPPED, type SiksClean } from './siks-clean.ts';
import { SIKS_DIRT, SIKS_MONTHLY, type SiksDirtCode, type SiksDirtKind } from './siks-dirt.ts';
import { cleanOf, drawDirt, idDtksOf, type Listed, type ListingContext, listFamily } from './siks-listing.ts';
import { STORY_FAMILIES, type StoryFamily } from './stories.ts';
import { type DemoDesa, demoTerritory, type Territory } from './territory.ts';

export type SiksAgency = 'tirta-rukun' | 'larasati';
export type SiksFileOptions = {
  readonly agency: SiksAgency;
  /** Rows of the first month's file. */
  readonly rows: number;
  readonly seed: number;
  /** 1 is the first file; each later one is the file of the month after with what changed. */
  readonly month?: number;
};

export type SiksTruth = {
  /** The true person; 0 is nobody. */
  readonly entity: number;
  readonly clean: SiksClean;
  readonly dirt: readonly SiksDirtCode[];
  /** True when person or place cannot be understood from the cells. */
  readonly returned: boolean;
  readonly status: 'baru' | 'berubah' | 'tetap' | 'tidak_tercantum';
  readonly story: string;
};
/** `cells` is absent for a person of the month before who is no longer listed. */
export type SiksRow = { readonly cells?: readonly SiksCell[]; readonly truth: SiksTruth };
export type SiksFile = {
  /** Lines above the heading row. */
  readonly titles: readonly string[];
  readonly headings: readonly string[];
  readonly rows: Generator<SiksRow>;
};

const AGENCIES = {
  'tirta-rukun': { kabupaten: '99.01', written: 'KAB. TIRTA RUKUN', titles: [], headings: SIKS_HEADINGS_TRAPPED },
  larasati: {
    kabupaten: '99.71',
    written: 'KOTA LARASATI',
    titles: ['DATA TERPADU KESEJAHTERAAN SOSIAL (DATA CONTOH)', 'Kota Larasati, Provinsi Nusa Rukun'],
    headings: SIKS_HEADINGS,
  },
} as const;

/** Streams of random numbers by purpose; one for every family, person and month. */
const STREAM = { family: 21, again: 22, form: 23, newFamily: 24 } as const;
const ON_YEAR = 2026;
const NEW_ENTITY_FROM = 100_000_000;

type Run = {
  readonly options: Required<SiksFileOptions>;
  readonly territory: Territory;
  readonly numbers: CivilNumbers;
  readonly names: (desa: DemoDesa) => AreaNames;
};

const areaNames = (territory: Territory, kabupatenWritten: string) => {
  const kecamatan = new Map(territory.kecamatan.map((one) => [one.code, one]));
  const kabupaten = territory.kabupaten[0] as Territory['kabupaten'][number];
  const provinsi = { ...territory.provinsi, name: territory.provinsi.name.toUpperCase() };
  return (desa: DemoDesa): AreaNames => ({
    provinsi,
    kabupaten,
    kabupatenWritten,
    kecamatan: kecamatan.get(desa.kecamatan) as Territory['kecamatan'][number],
  });
};

const rowOf = (run: Run, listed: Listed): SiksRow => {
  const { entity, clean, dirt, status, story, headNik, salt } = listed;
  const truth: SiksTruth = {
    entity,
    clean,
    dirt: [...dirt],
    returned: [...dirt].some((code) => (SIKS_DIRT[code] as SiksDirtKind).returned === true),
    status,
    story,
  };
  if (status === 'tidak_tercantum') return { truth };
  const { seed, month } = run.options;
  const setting = {
    mistake: randomFrom(seed, STREAM.form, 0, salt),
    form: randomFrom(seed, STREAM.form, month, salt),
    names: run.names(clean.desa),
    otherNik: headNik,
  };
  return { cells: siksCells(clean, dirt, setting), truth };
};

/** The rows of a demo story: as written, without dirt, the same every month. */
function* storyRows(run: Run, story: StoryFamily, desa: DemoDesa): Generator<SiksRow> {
  const home: Home = {
    desa,
    dusun: desa.dusun[story.rw % desa.dusun.length] as string,
    rw: story.rw,
    rt: story.rt,
    address: story.address,
  };
  for (const row of story.rows) {
    // Story people are numbered by their NIK, far above every generated entity.
    const numberOf = (nik: string): number => Number(nik.slice(-14)) + 1e14;
    const entity = numberOf(row.sameAs ?? row.nik);
    const salt = numberOf(row.nik);
    const clean: SiksClean = {
      ...cleanOf(run.options.seed, { ...row, entity }, { home, kk: story.nomorKk }),
      idDtks: idDtksOf(run.options.seed, desa, salt),
    };
    const status = run.options.month === 1 ? 'baru' : 'tetap';
    yield rowOf(run, { entity, clean, dirt: new Set(), status, story: story.story, headNik: '', salt });
  }
}

/** A person who is on the list twice: her second row waits for another desa. */
type Waiting = { readonly family: Family; readonly at: number };

/** The rows of the month's new families of a desa, and of those that came in the months between. */
function* newFamilies(
  run: Run,
  desa: DemoDesa,
  desaIndex: number,
  quota: number,
  issuers: readonly CivilNumbers[],
): Generator<SiksRow> {
  const { seed, month } = run.options;
  for (let since = 2; since <= month; since += 1) {
    const numbers = issuers[since] as CivilNumbers;
    const wanted = quota * SIKS_MONTHLY.newFamily;
    let entity = NEW_ENTITY_FROM * since + desaIndex * 100_000;
    for (let made = 0, n = 0; made < wanted; n += 1) {
      const setting = { territory: run.territory, numbers, onYear: ON_YEAR, nextEntity: () => ++entity };
      const family = makeFamily(randomFrom(seed, STREAM.newFamily, since, desaIndex, n), entity, setting, desa);
      made += family.members.length;
      for (const listed of listFamily(
        { seed, month, since, desa: run.territory.desa },
        family,
        family.members.length,
      )) {
        yield rowOf(run, listed);
      }
    }
  }
}

/** The second rows of people listed twice, now in this desa, on their old card or a new one. */
function* againRows(
  run: Run,
  context: ListingContext,
  desa: DemoDesa,
  waiting: readonly Waiting[],
  cards: CivilNumbers,
): Generator<SiksRow> {
  for (const { family, at } of waiting) {
    const random = randomFrom(run.options.seed, STREAM.again, family.index, at);
    const home = makeHome(random, desa);
    const nomorKk = random.chance(0.5) ? family.nomorKk : cards.kk(desa.kecamatan, '2019-05-15');
    for (const listed of listFamily(context, { ...family, home, nomorKk }, family.members.length, at))
      yield rowOf(run, listed);
  }
}

/** The stories of a desa as far as its quota reaches. */
const storiesOf = (run: Run, desa: DemoDesa, quota: number): StoryFamily[] => {
  if (run.options.agency !== 'tirta-rukun') return [];
  let left = quota;
  return STORY_FAMILIES.filter((story) => {
    if (story.desa !== desa.code || story.rows.length > left) return false;
    left -= story.rows.length;
    return true;
  });
};

function* fileRows(run: Run): Generator<SiksRow> {
  const { rows, seed, month } = run.options;
  const { desa: allDesa } = run.territory;
  const weights = allDesa.map(({ weight }) => BigInt(weight));
  const quotas = allocate(BigInt(rows), weights).map(Number);
  // New cards and new families of a later month take serials nobody else has: 5,000 and up, 200 for every month.
  const issuers = Array.from({ length: month + 1 }, (_, k) => makeCivilNumbers(5000 + k * 200));
  const context = { seed, month, since: 1, desa: allDesa };
  let entity = 0;
  const setting = { territory: run.territory, numbers: run.numbers, onYear: ON_YEAR, nextEntity: () => ++entity };
  let waiting: Waiting[] = [];
  for (const [desaIndex, desa] of allDesa.entries()) {
    const quota = quotas[desaIndex] as number;
    const stories = storiesOf(run, desa, quota);
    for (const story of stories) yield* storyRows(run, story, desa);
    let left = quota - stories.reduce((sum, story) => sum + story.rows.length, 0);
    const here = waiting.slice(0, left);
    left -= here.length;
    yield* againRows(run, context, desa, here, issuers[0] as CivilNumbers);
    waiting = [];
    while (left > 0) {
      const index = entity;
      const family = makeFamily(randomFrom(seed, STREAM.family, index), index, setting, desa);
      const count = Math.min(left, family.members.length);
      left -= count;
      for (const listed of listFamily(context, family, count)) yield rowOf(run, listed);
      for (let at = 0; at < count; at += 1)
        if (drawDirt(seed, family, at).has('orang_ganda')) waiting.push({ family, at });
    }
    yield* newFamilies(run, desa, desaIndex, quota, issuers);
  }
}

/**
 * The 23-column SIKS-NG/DTKS file of a demo agency for one month, sorted by desa, a row at a time and deterministic: month 2 holds the
 * families of month 1 with what SIKS_MONTHLY says changed. Tirta Rukun's headings have the usual misspellings, Larasati's file has
 * two title lines. Every mistake stands in SIKS_DIRT and in the row's truth.
 */
export const generateSiksFile = ({ agency, rows, seed, month = 1 }: SiksFileOptions): SiksFile => {
  const { kabupaten, written, titles, headings } = AGENCIES[agency];
  const territory = demoTerritory(kabupaten);
  const numbers = makeCivilNumbers();
  for (const { nomorKk, rows: storyRowsOf } of STORY_FAMILIES) {
    numbers.reserve('kk', nomorKk);
    for (const { nik } of storyRowsOf) if (!nik.startsWith('0')) numbers.reserve('nik', nik);
  }
  const run: Run = { options: { agency, rows, seed, month }, territory, numbers, names: areaNames(territory, written) };
  return { titles, headings, rows: fileRows(run) };
};
