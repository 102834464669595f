import { type LocalDate, parseLocalDate } from '#kernel/local-date.ts';
import { readSixteenDigits } from '#kernel/sixteen-digits.ts';
import type { Kind, Words } from './kinds.ts';

/** One thing a kind asks for beside the person. `nomor_kk` keeps doubtful digits as typed; `tanggal` is a day that has come. */
export type FactField = {
  readonly key: string;
  readonly type: 'teks' | 'tanggal' | 'nomor_kk' | 'pilihan';
  readonly words: Words;
  readonly isNeeded: boolean;
  readonly choices?: Readonly<Record<string, Words>>;
  readonly hint?: Words;
};
/** What was given, by key; a key that is not here was left open and is unknown. */
export type Facts = Readonly<Record<string, string>>;

const field = (key: string, type: FactField['type'], id: string, en: string, isNeeded = false): FactField => ({
  key,
  type,
  words: [id, en],
  isNeeded,
});
const choice = (
  key: string,
  id: string,
  en: string,
  choices: Readonly<Record<string, Words>>,
  isNeeded = true,
): FactField => ({ key, type: 'pilihan', words: [id, en], isNeeded, choices });

const SHDK: Readonly<Record<string, Words>> = {
  '1': ['Kepala keluarga', 'Head'],
  '2': ['Suami', 'Husband'],
  '3': ['Istri', 'Wife'],
  '4': ['Anak', 'Child'],
  '5': ['Menantu', 'Child-in-law'],
  '6': ['Cucu', 'Grandchild'],
  '7': ['Orang tua', 'Parent'],
  '8': ['Mertua', 'Parent-in-law'],
  '9': ['Famili lain', 'Other relative'],
  '11': ['Lainnya', 'Other'],
};
const since = field('sejak', 'tanggal', 'Sejak tanggal', 'Since', true);

export const DEATH_PROOFS = {
  akta_kematian: ['Akta kematian', 'Death certificate'],
  surat_keterangan: ['Surat keterangan', 'Statement by an office'],
  belum_ada: ['Belum ada bukti', 'No proof yet'],
} as const satisfies Record<string, Words>;

/** What each kind asks for. Nothing here is an illness, an income or anybody's rank. */
export const KIND_FACTS: Readonly<Record<Kind, readonly FactField[]>> = {
  baru: [],
  perubahan: [
    field('nama', 'teks', 'Nama yang benar', 'The right name'),
    field('lahir', 'tanggal', 'Tanggal lahir yang benar', 'The right birth date'),
    choice(
      'kelamin',
      'Jenis kelamin yang benar',
      'The right sex',
      { L: ['Laki-laki', 'Male'], P: ['Perempuan', 'Female'] },
      false,
    ),
    field('pekerjaan', 'teks', 'Pekerjaan sekarang', 'Occupation now'),
    field('telepon', 'teks', 'Telepon sekarang', 'Telephone now'),
    field('alamat', 'teks', 'Alamat sekarang', 'Address now'),
  ],
  tambah_anggota: [
    field('nomorKk', 'nomor_kk', 'Nomor KK keluarga yang dimasuki', 'KK number of the family joined', true),
    choice('shdk', 'Hubungan dengan kepala keluarga', 'Relation to the head', SHDK),
    choice('sebab', 'Sebab', 'Cause', {
      lahir: ['Lahir', 'Born'],
      menikah: ['Menikah', 'Married'],
      ikut: ['Ikut tinggal', 'Came to live there'],
    }),
    since,
  ],
  keluar_anggota: [
    choice('sebab', 'Sebab', 'Cause', {
      menikah: ['Menikah', 'Married'],
      bekerja: ['Bekerja di tempat lain', 'Works elsewhere'],
      cerai: ['Cerai', 'Divorced'],
      lain: ['Sebab lain', 'Another cause'],
    }),
    since,
  ],
  pindah_masuk: [
    field('asal', 'teks', 'Kabupaten/kota asal', 'Kabupaten or kota of origin', true),
    field('suratPindah', 'teks', 'Nomor surat pindah', 'Number of the moving letter'),
    field('alamat', 'teks', 'Alamat sekarang', 'Address now', true),
    since,
  ],
  pindah_keluar: [
    field('tujuan', 'teks', 'Pindah ke mana (kabupaten/kota)', 'Where to (kabupaten or kota)'),
    choice('siapa', 'Yang pindah', 'Who moved', {
      sendiri: ['Orang ini saja', 'This person only'],
      seluruh: ['Seluruh keluarga', 'The whole family'],
    }),
    since,
  ],
  meninggal: [
    field('pada', 'tanggal', 'Tanggal meninggal', 'Date of death'),
    choice('bukti', 'Bukti', 'Proof', DEATH_PROOFS),
    field('nomorBukti', 'teks', 'Nomor bukti', 'Number of the proof'),
  ],
  pecah_kk: [
    field('nomorKk', 'nomor_kk', 'Nomor KK baru', 'New KK number', true),
    {
      ...field('ikut', 'teks', 'Nama anggota yang ikut', 'Names of members who go along'),
      hint: ['Pisahkan dengan koma, seperti tertulis di KK lama.', 'Separated by commas, as on the old card.'],
    },
    since,
  ],
  gabung_kk: [
    field('nomorKk', 'nomor_kk', 'Nomor KK yang dimasuki', 'KK number joined', true),
    choice('shdk', 'Hubungan dengan kepala keluarga', 'Relation to the head', SHDK),
    since,
  ],
  mampu: [
    choice('karena', 'Yang berubah', 'What changed', {
      pekerjaan: ['Ada pekerjaan tetap', 'Steady work'],
      usaha: ['Usaha berkembang', 'Trade has grown'],
      keluarga: ['Anggota keluarga bekerja', 'A member works'],
      lain: ['Hal lain', 'Something else'],
    }),
    field('sejak', 'tanggal', 'Sejak tanggal', 'Since'),
  ],
  sanggah: [],
  reaktivasi_pbi: [
    field('faskes', 'teks', 'Fasilitas kesehatan', 'Health facility', true),
    field('nomorSurat', 'teks', 'Nomor surat keterangan faskes', 'Number of its letter', true),
    field('tanggalSurat', 'tanggal', 'Tanggal surat', 'Date of the letter', true),
    choice('mendesak', 'Sedang perlu dirawat', 'Needs care now', {
      ya: ['Ya', 'Yes'],
      tidak: ['Tidak', 'No'],
    }),
  ],
  pengaduan: [
    choice('tentang', 'Tentang', 'About', {
      bantuan: ['Bantuan berhenti atau belum diterima', 'Aid stopped or not received'],
      penyaluran: ['Cara penyaluran', 'How aid is handed over'],
      petugas: ['Sikap petugas', 'Conduct of an officer'],
      data: ['Data yang keliru', 'Wrong data'],
      lain: ['Hal lain', 'Something else'],
    }),
  ],
};

/** Kinds for which nobody's consent is asked: they report what has happened, or complain. */
export const NEEDS_NO_CONSENT: ReadonlySet<Kind> = new Set([
  'meninggal',
  'pindah_keluar',
  'keluar_anggota',
  'mampu',
  'pengaduan',
  'sanggah',
]);

/** A fault of one field, as a sentence. */
export type FactFault = { key: string; sentence: string };

const faultOf = (fact: FactField, given: string, today: LocalDate): string | undefined => {
  const [label] = fact.words;
  if (given === '') return fact.isNeeded ? `Isi ${label.toLowerCase()}.` : undefined;
  if (fact.type === 'pilihan' && !Object.hasOwn(fact.choices ?? {}, given))
    return `Pilih ${label.toLowerCase()} dari daftar.`;
  if (fact.type === 'tanggal') {
    if (parseLocalDate(given) === undefined || given < '1900-01-01')
      return `${label}: tanggal ini tidak ada di kalender.`;
    if (given > today) return `${label} belum terjadi. Isi tanggal hari ini atau sebelumnya.`;
  }
  if (fact.type === 'nomor_kk' && !readSixteenDigits(given, 'Nomor KK').ok) return `${label} harus 16 angka.`;
  return undefined;
};

const tidy = (fact: FactField, typed: string | undefined): string => {
  const text = (typed ?? '').trim().replace(/\s+/g, ' ').slice(0, 300);
  return fact.type === 'nomor_kk' ? text.replace(/[\s.-]/g, '') : text;
};

/**
 * Reads what was given for a kind: unknown keys are dropped, empty ones stay unknown. A change must change something; a proof of death
 * comes with its day and number.
 */
export const readFacts = (
  kind: Kind,
  given: Readonly<Record<string, string | undefined>>,
  today: LocalDate,
): { facts: Facts; faults: FactFault[] } => {
  const fields = KIND_FACTS[kind];
  const read = fields.map((fact) => ({ fact, text: tidy(fact, given[fact.key]) }));
  const faults = read.flatMap(({ fact, text }) => {
    const sentence = faultOf(fact, text, today);
    return sentence ? [{ key: fact.key, sentence }] : [];
  });
  const facts = Object.fromEntries(read.filter(({ text }) => text !== '').map(({ fact, text }) => [fact.key, text]));
  if (kind === 'perubahan' && Object.keys(facts).length === 0)
    faults.push({ key: 'nama', sentence: 'Isi paling sedikit satu hal yang berubah.' });
  if (kind === 'meninggal' && facts['bukti'] && facts['bukti'] !== 'belum_ada') {
    if (!facts['pada']) faults.push({ key: 'pada', sentence: 'Isi tanggal meninggal seperti pada buktinya.' });
    if (!facts['nomorBukti']) faults.push({ key: 'nomorBukti', sentence: 'Isi nomor akta atau surat keterangan.' });
  }
  return { facts, faults };
};

/** What an approval cannot do without: the card to join or make, the letter of the health facility. */
const NEEDED_TO_APPROVE: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  tambah_anggota: ['nomorKk', 'shdk'],
  gabung_kk: ['nomorKk', 'shdk'],
  pecah_kk: ['nomorKk'],
  reaktivasi_pbi: ['faskes', 'nomorSurat'],
};

/** Labels of what is still missing before an approval. */
export const missingToApprove = (kind: Kind, facts: Facts): string[] =>
  (NEEDED_TO_APPROVE[kind] ?? [])
    .filter((key) => !facts[key])
    .map((key) => KIND_FACTS[kind].find((fact) => fact.key === key)?.words[0] ?? key);

/** Facts as an officer reads them: words for choices, digits of a KK number masked by `mask`. */
export const showFacts = (
  kind: Kind,
  facts: Facts,
  mask: (digits: string) => string,
): { key: string; label: Words; type: FactField['type']; value: string; words: Words | null }[] =>
  KIND_FACTS[kind].flatMap((fact) => {
    const value = facts[fact.key];
    if (value === undefined) return [];
    return [
      {
        key: fact.key,
        label: fact.words,
        type: fact.type,
        value: fact.type === 'nomor_kk' ? mask(value) : value,
        words: fact.choices?.[value] ?? null,
      },
    ];
  });
