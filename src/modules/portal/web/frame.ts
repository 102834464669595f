import type { Language } from '#kernel/local-date.ts';

/** What every page needs to know: whose page it is, in which language, and where it stands (for the language switch). */
export type Frame = {
  language: Language;
  /** The path of this page, without a query. */
  here: string;
  css: string;
  agency: {
    slug: string;
    name: string;
    isDemo: boolean;
    address: string | null;
    phone: string | null;
    hours: string | null;
  } | null;
};

/** Chooses the words of the reader's language; both stand together in the page. */
export type Say = (id: string, en: string) => string;
export const sayIn =
  (language: Language): Say =>
  (id, en) =>
    language === 'en' ? en : id;

/** The address of an agency's page. */
export const pathOf = (agency: { slug: string }, ...parts: string[]): string =>
  ['/layanan', agency.slug, ...parts].join('/');
