import type { LocalDate } from '#kernel/local-date.ts';
import type { Sex } from '#kernel/nik.ts';
import { foldName } from './name-fold.ts';

/** What is compared when somebody is about to be registered. Everything but the name may be missing. */
export type Likeable = {
  name: string;
  sex: Sex | null;
  birthOn: LocalDate | null;
  nik: string | null;
  nomorKk: string | null;
  motherName: string | null;
};
export type Likeness = { score: number; agree: string[]; differ: string[] };

const grams = (text: string): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const word of text.split(' ')) {
    const padded = `  ${word} `;
    for (let at = 0; at + 3 <= padded.length; at += 1) {
      const gram = padded.slice(at, at + 3);
      counts.set(gram, (counts.get(gram) ?? 0) + 1);
    }
  }
  return counts;
};

/** Share of letter groups two folded names have in common, 0 to 1. */
export const nameLikeness = (a: string, b: string): number => {
  const [x, y] = [grams(foldName(a)), grams(foldName(b))];
  let [common, all] = [0, 0];
  for (const gram of new Set([...x.keys(), ...y.keys()])) {
    common += Math.min(x.get(gram) ?? 0, y.get(gram) ?? 0);
    all += Math.max(x.get(gram) ?? 0, y.get(gram) ?? 0);
  }
  return all === 0 ? 0 : common / all;
};

const digitsApart = (a: string, b: string): number =>
  a.length === b.length ? [...a].filter((digit, at) => digit !== b[at]).length : Number.POSITIVE_INFINITY;

/** Day and month exchanged: a common mistake of typing. */
const isSwapped = (a: LocalDate, b: LocalDate): boolean =>
  a !== b && a.slice(0, 4) === b.slice(0, 4) && a.slice(5, 7) === b.slice(8, 10) && a.slice(8, 10) === b.slice(5, 7);

/**
 * How far two records speak of one person, in words for the officer. `score` orders the list and is not shown; below 2 nothing is
 * worth showing. The mother's name counts, but only whether it agrees is ever said.
 */
export const likenessOf = (a: Likeable, b: Likeable): Likeness => {
  const agree: string[] = [];
  const differ: string[] = [];
  let score = 0;
  const say = (words: string[], text: string, points: number) => {
    words.push(text);
    score += points;
  };
  const name = nameLikeness(a.name, b.name);
  if (name >= 0.95) say(agree, 'nama cocok', 2);
  else if (name >= 0.5) say(agree, 'nama mirip', 1);
  else say(differ, 'nama beda', -1);
  if (a.nik && b.nik) {
    const apart = digitsApart(a.nik, b.nik);
    if (apart === 0) say(agree, 'NIK sama', 4);
    // People born on one day and registered in one place differ by little anyway: it means something only under a like name.
    else if (apart === 1 && name >= 0.5) say(differ, 'NIK beda satu angka', 1.5);
    else say(differ, 'NIK beda', -1);
  }
  if (a.birthOn && b.birthOn) {
    if (a.birthOn === b.birthOn) say(agree, 'tanggal lahir cocok', 2);
    else if (isSwapped(a.birthOn, b.birthOn)) say(agree, 'tanggal lahir tertukar hari dan bulannya', 1);
    else if (a.birthOn.slice(0, 4) === b.birthOn.slice(0, 4)) say(agree, 'tahun lahir sama', 0.5);
    else say(differ, 'tanggal lahir beda', -1.5);
  }
  if (a.sex && b.sex && a.sex !== b.sex) say(differ, 'jenis kelamin beda', -2);
  if (a.nomorKk && b.nomorKk && a.nomorKk === b.nomorKk) say(agree, 'Nomor KK sama', 1);
  if (a.motherName && b.motherName) {
    const mother = nameLikeness(a.motherName, b.motherName);
    if (mother >= 0.6) say(agree, 'nama ibu cocok', 1);
    else say(differ, 'nama ibu beda', -0.5);
  }
  return { score, agree, differ };
};

/** The sentence of a likely double: `Mungkin orang yang sama: nama dan … . Bandingkan dulu.` */
export const likenessSentence = ({ score, agree, differ }: Likeness): string => {
  const opening = score >= 4 ? 'Kemungkinan besar orang yang sama' : 'Mungkin orang yang sama';
  return `${opening}: ${[...agree, ...differ].join(', ')}. Bandingkan dulu.`;
};
