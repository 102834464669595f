import { formatDate, formatInstant, type LocalDate } from '#kernel/local-date.ts';
import { useLanguage } from './language.tsx';
import { useSession } from './session.tsx';
import { Unknown } from './Unknown.tsx';

/** A calendar date: `Kamis, 6 Agustus 2026`, without the weekday unless asked for. */
export const DateText = ({ date, weekday = false }: { date: LocalDate | null | undefined; weekday?: boolean }) => {
  const { language } = useLanguage();
  if (date === null || date === undefined) return <Unknown />;
  return (
    <time dateTime={date} className="number">
      {formatDate(date, { weekday, language })}
    </time>
  );
};

/** An instant in the agency's zone: `6 Agustus 2026 14.05 WITA`. Takes the ISO text of a reply. */
export const InstantText = ({ at }: { at: string | null | undefined }) => {
  const { language } = useLanguage();
  const { agency } = useSession();
  if (at === null || at === undefined) return <Unknown />;
  return (
    <time dateTime={at} className="number">
      {formatInstant(new Date(at), agency.zone, language)}
    </time>
  );
};
