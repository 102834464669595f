/** Reads untrusted JSON step by step and collects Indonesian sentences instead of stopping at the first problem. */
export type Complaints = { add: (where: string, sentence: string) => void; list: string[] };
export type Json = Record<string, unknown>;

export const newComplaints = (): Complaints => {
  const list: string[] = [];
  return { list, add: (where, sentence) => list.push(where ? `${where}: ${sentence}` : sentence) };
};

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const readObject = (value: unknown, where: string, to: Complaints): Json => {
  if (isObject(value)) return value;
  if (value !== undefined) to.add(where, 'harus berupa objek JSON { … }.');
  return {};
};

export const readList = (value: unknown, where: string, to: Complaints): unknown[] => {
  if (Array.isArray(value)) return value;
  if (value !== undefined) to.add(where, 'harus berupa daftar JSON [ … ].');
  return [];
};

export const readText = (value: unknown, where: string, to: Complaints, fallback?: string): string => {
  if (typeof value === 'string' && value.trim() !== '') return value;
  if (value === undefined && fallback !== undefined) return fallback;
  to.add(where, value === undefined ? 'belum diisi.' : 'harus berupa teks yang tidak kosong.');
  return fallback ?? '';
};

export const readCount = (value: unknown, where: string, to: Complaints): number | undefined => {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
  to.add(where, `harus bilangan bulat nol atau lebih, tertulis ${JSON.stringify(value)}.`);
  return undefined;
};

/** Rupiah as a text of digits; a JSON number is refused because large ones lose their last digits. */
export const readRupiah = (value: unknown, where: string, to: Complaints): bigint | undefined => {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string' && /^\d{1,18}$/.test(value)) return BigInt(value);
  to.add(where, `harus rupiah penuh berupa teks angka, misalnya "2400000", tertulis ${JSON.stringify(value)}.`);
  return undefined;
};

export const readChoice = <T extends string>(
  value: unknown,
  choices: readonly T[],
  where: string,
  to: Complaints,
): T => {
  if (choices.includes(value as T)) return value as T;
  if (value !== undefined)
    to.add(where, `harus salah satu dari: ${choices.join(', ')}; tertulis ${JSON.stringify(value)}.`);
  return choices[0]!;
};

export const readDate = (value: unknown, where: string, to: Complaints): string | undefined => {
  if (value === undefined) return undefined;
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(`${value}T00:00:00Z`)))
    return value;
  to.add(where, `harus tanggal TTTT-BB-HH, misalnya 2026-07-17, tertulis ${JSON.stringify(value)}.`);
  return undefined;
};

/** Names a key that is not known, so that a misspelt limit is never silently no limit. */
export const refuseOtherKeys = (object: Json, known: readonly string[], where: string, to: Complaints): void => {
  for (const key of Object.keys(object))
    if (!known.includes(key)) to.add(where, `kunci "${key}" tidak dikenal. Yang dikenal: ${known.join(', ')}.`);
};
