import { useLanguage } from '#web/ui/language.tsx';
import type { Words } from '../domain/kinds.ts';

/** Reads a pair of words in the reader's language: `const say = useWords()`, then `say(KINDS.baru)`. */
export const useWords = (): ((words: Words) => string) => {
  const { language } = useLanguage();
  return ([id, en]) => (language === 'en' ? en : id);
};
