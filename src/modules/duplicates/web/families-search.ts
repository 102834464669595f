/** What stands after `?` on the page of families: which two are being put in order, or one to split. */
export type FamiliesSearch = { a?: string | undefined; b?: string | undefined };

const textOf = (raw: unknown): string | undefined => (typeof raw === 'string' && raw !== '' ? raw : undefined);

export const readFamiliesSearch = (raw: Record<string, unknown>): FamiliesSearch => ({
  a: textOf(raw['a']),
  b: textOf(raw['b']),
});
