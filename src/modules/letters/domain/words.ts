import { formatDate, type LocalDate } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';

/** A field that the front office fills in, and a paper it asks to see. */
export type LetterField = { name: string; label: string; required: boolean };
export type LetterPaper = { code: string; label: string; required: boolean };
/** Whether the family stands in desil 1-5. The number itself never leaves the register this way. */
export type DtsenAnswer = 'ya' | 'tidak' | 'belum_ada_data';

export const ANSWER_WORDS: Readonly<Record<DtsenAnswer, string>> = {
  ya: 'ya',
  tidak: 'tidak',
  belum_ada_data: 'belum ada data',
};

/** The answer to the question asked, from the centre's rank of the newest period; none is "belum ada data", never "tidak". */
export const answerOf = (rank: { desil: number } | undefined): DtsenAnswer =>
  rank === undefined ? 'belum_ada_data' : rank.desil <= 5 ? 'ya' : 'tidak';

/** What every letter may say besides its own fields. */
const OWN_PLACES = ['identitas', 'nama', 'periode', 'jawaban'] as const;

/** Refuses words with a placeholder that nothing fills, naming it and what there is. */
export const requireWords = (body: string, fields: readonly LetterField[], answers: boolean): void => {
  const known = [
    ...OWN_PLACES.filter((place) => answers || (place !== 'periode' && place !== 'jawaban')),
    ...fields.map(({ name }) => name),
  ];
  const wrong = [...body.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name ?? '').find((name) => !known.includes(name));
  const fault = (sentence: string): never => refuse('surat.templat', 422, sentence, { fields: { body: sentence } });
  if (wrong !== undefined)
    fault(
      `Tanda {${wrong}} tidak dikenal di surat ini. Yang dapat dipakai: ${known.map((name) => `{${name}}`).join(', ')}.`,
    );
  if (/[{}]/.test(body.replaceAll(/\{\w+\}/g, ''))) fault('Ada kurung kurawal yang tidak berpasangan di isi surat.');
  if (!body.includes('{identitas}') && !body.includes('{nama}'))
    fault('Isi surat harus memuat {identitas} atau {nama}; tanpa itu surat tidak menyebut siapa-siapa.');
};

/** The papers and fields still lacking, as one sentence to the front office; refuses with the fields at fault. */
export const requireComplete = (
  kind: { fields: readonly LetterField[]; papers: readonly LetterPaper[] },
  given: { fields: Readonly<Record<string, string>>; papers: readonly string[] },
): void => {
  const faults: Record<string, string> = {};
  for (const { name, label, required } of kind.fields) {
    const text = given.fields[name]?.trim() ?? '';
    if (required && text === '') faults[`fields.${name}`] = `Isi ${label.toLowerCase()}.`;
    if (text.length > 200) faults[`fields.${name}`] = `${label} paling panjang 200 huruf.`;
  }
  for (const { code, label, required } of kind.papers)
    if (required && !given.papers.includes(code)) faults[`papers.${code}`] = `${label} belum dilihat aslinya.`;
  const [first] = Object.values(faults);
  if (first) refuse('surat.belum_lengkap', 422, first, { fields: faults });
};

export type Holder = {
  name: string;
  birthPlace: string | null;
  birthOn: LocalDate | null;
  sex: 'L' | 'P' | null;
  nik: string | null;
  address: string;
};

const born = ({ birthPlace, birthOn }: Holder): string =>
  [birthPlace, birthOn && formatDate(birthOn)].filter(Boolean).join(', ') || 'belum diketahui';

/** The parts of a letter: paragraphs, with the holder's facts in the place of {identitas}. */
export const letterParts = (
  body: string,
  holder: Holder,
  values: Readonly<Record<string, string>>,
  showsNik: boolean,
): ({ text: string } | { facts: [string, string][] })[] => {
  const facts: [string, string][] = [
    ['Nama', holder.name],
    ['Tempat, tanggal lahir', born(holder)],
    ...(showsNik && holder.nik ? ([['NIK', holder.nik]] as [string, string][]) : []),
    ['Alamat', holder.address || 'belum diketahui'],
  ];
  const all = { ...values, nama: holder.name };
  return body
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) =>
      line === '{identitas}'
        ? { facts }
        : {
            text: line
              .replaceAll('{identitas}', holder.name)
              .replaceAll(/\{(\w+)\}/g, (_place, name: string) => all[name as keyof typeof all] ?? ''),
          },
    );
};

/** A name that its owner knows again and a stranger does not learn: `S•••••• R•••••••`. */
export const maskName = (name: string): string =>
  name
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => `${[...word][0]}${'•'.repeat(Math.min(8, Math.max(2, [...word].length - 1)))}`)
    .join(' ');
