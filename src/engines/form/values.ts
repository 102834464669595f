import { addDays, daysBetween, parseLocalDate } from '#kernel/local-date.ts';

/** A value of an expression; a list holds the answers of a question over the instances of its repeat. */
export type Value = string | number | boolean | readonly string[];

const EPOCH = '1970-01-01';
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i;

/** Text of a value; what is no number, or without end, is empty. */
export const toText = (value: Value): string => {
  if (typeof value === 'number') return Number.isFinite(value) ? String(Object.is(value, -0) ? 0 : value) : '';
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  return typeof value === 'string' ? value : (value[0] ?? '');
};

/** Number of a value: a date counts as days since 1970, as in ODK; what is empty or no number is NaN. */
export const toNumber = (value: Value): number => {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  const text = toText(value).trim();
  if (NUMBER.test(text)) return Number(text);
  const date = parseLocalDate(text);
  return date === undefined ? Number.NaN : daysBetween(EPOCH, date);
};

/** XPath's truth: a number other than zero, a text that is not empty. */
export const toTruth = (value: Value): boolean => {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return value !== 0 && !Number.isNaN(value);
  return value.length > 0;
};

/** A date from a text or from days since 1970; empty when there is none. */
export const toDate = (value: Value): string => {
  const written = parseLocalDate(toText(value));
  if (written !== undefined) return written;
  const days = Math.floor(toNumber(value));
  return days >= -719_162 && days <= 2_932_896 ? addDays(EPOCH, days) : '';
};

export const wordsOf = (text: string): string[] => text.split(/\s+/).filter(Boolean);
