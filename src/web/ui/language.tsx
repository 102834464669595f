import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import type { Language } from '#kernel/local-date.ts';
import { recall, remember } from './memory.ts';

type LanguageState = { language: Language; setLanguage: (language: Language) => void };
const LanguageContext = createContext<LanguageState>({ language: 'id', setLanguage: () => {} });

/** Holds the reader's language: what was chosen on this machine, else what the account says, else Indonesian. */
export const LanguageProvider = ({ account, children }: { account?: Language | undefined; children: ReactNode }) => {
  const [chosen, setChosen] = useState(() => recall('language'));
  const language: Language = chosen === 'en' || chosen === 'id' ? chosen : (account ?? 'id');
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const state = useMemo(
    () => ({
      language,
      setLanguage: (next: Language) => {
        remember('language', next);
        setChosen(next);
      },
    }),
    [language],
  );
  return <LanguageContext value={state}>{children}</LanguageContext>;
};

export const useLanguage = (): LanguageState => useContext(LanguageContext);

/** A text in both languages. */
export type Both = { readonly id: string; readonly en: string };

/** Loosens literal types, so that the English texts may differ from the Indonesian ones. */
type Texts<T> = {
  [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...args: infer A) => string
      ? (...args: A) => string
      : Texts<T[K]>;
};

/**
 * The texts of a page in the reader's language; they live beside the page, Indonesian first:
 * `const t = useText({ id: { title: 'Usulan' }, en: { title: 'Proposals' } })`. A text may be a function of its numbers.
 */
export const useText = <T extends object>(texts: { id: T; en: Texts<NoInfer<T>> }): Texts<T> => {
  const { language } = useLanguage();
  return (language === 'en' ? texts.en : texts.id) as Texts<T>;
};
