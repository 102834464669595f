import { useLanguage } from '#web/ui/language.tsx';
import type { Words } from '../domain/words.ts';

/** Reads a pair of words in the reader's language: `const say = useSay()`, then `say(VERDICTS.ditunda)`. */
export const useSay = (): ((words: Words) => string) => {
  const { language } = useLanguage();
  return ([id, en]) => (language === 'en' ? en : id);
};
