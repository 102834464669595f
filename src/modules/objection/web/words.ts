import type { ReplyOf } from '#web/ui/contracts.ts';
import { useLanguage } from '#web/ui/language.tsx';

export type Line = ReplyOf<'GET /api/objection'>['items'][number];
export type Objection = ReplyOf<'GET /api/objection/:id'>;

/** Picks the language of a pair of words. */
export const useSay = () => {
  const { language } = useLanguage();
  return ([id, en]: readonly [string, string]): string => (language === 'en' ? en : id);
};

/** URL prefixes that an act on an objection makes stale. */
export const STALE = ['/api/objection', '/api/usulan', '/api/home', '/api/intake'] as const;
