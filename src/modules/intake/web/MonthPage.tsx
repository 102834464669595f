import { Link } from '@tanstack/react-router';
import { formatDate, formatMonth } from '#kernel/local-date.ts';
import { AppLink } from '#web/ui/AppLink.tsx';
import type { ReplyOf } from '#web/ui/contracts.ts';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useLanguage, useText } from '#web/ui/language.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { useGet } from '#web/ui/queries.ts';
import { Section } from '#web/ui/Section.tsx';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import { useMay } from '#web/ui/session.tsx';
import { Waiting } from '#web/ui/Waiting.tsx';
import { STAGES } from '../domain/stages.ts';
import styles from './MonthPage.module.css';
import { useWords } from './use-words.ts';

const texts = {
  id: {
    title: 'Bulan ini',
    calendar: 'Kalender bulan ini',
    today: 'hari ini',
    left: (n: number) => (n === 0 ? 'hari ini' : n < 0 ? `lewat ${-n} hari` : `${n} hari lagi`),
    piles: 'Tumpukan',
    propose: 'Usulkan warga',
    late: (n: number) => `${n} lewat tenggat`,
    waiting: (n: number) => `${n} menunggu kelengkapan`,
    none: 'kosong',
    keying: 'Ketik ke SIKS-NG',
    keyingNote: 'disetujui Dinas Sosial, menunggu diketik',
    back: 'Kembali dari pusat',
    decided: 'Selesai bulan ini',
    approved: 'disetujui',
    refused: 'belum disetujui',
    withdrawn: 'ditarik',
    elsewhere: 'di meja lain',
  },
  en: {
    title: 'This month',
    calendar: 'Calendar of the month',
    today: 'today',
    left: (n: number) => (n === 0 ? 'today' : n < 0 ? `${-n} days past` : `in ${n} days`),
    piles: 'Piles',
    propose: 'Propose a resident',
    late: (n: number) => `${n} late`,
    waiting: (n: number) => `${n} waiting for completion`,
    none: 'empty',
    keying: 'Key into SIKS-NG',
    keyingNote: 'approved by the agency, waiting to be keyed',
    back: 'Back from the centre',
    decided: 'Ended this month',
    approved: 'approved',
    refused: 'not approved',
    withdrawn: 'withdrawn',
    elsewhere: 'at another desk',
  },
};
type Month = ReplyOf<'GET /api/intake/month'>;

const dayOf = (date: string): number => Number(date.slice(8));

const CalendarStrip = ({ month }: { month: Month }) => {
  const t = useText(texts);
  const { language } = useLanguage();
  const marks = [
    ...month.marks.map((mark) => ({ date: mark.date, label: mark.label[language], kind: 'mark' as const })),
    ...month.holidays.map((holiday) => ({ date: holiday.date, label: holiday.name, kind: 'holiday' as const })),
  ].sort((a, b) => a.date.localeCompare(b.date));
  return (
    <ol className={styles.strip} aria-label={t.calendar}>
      {marks.map((mark) => (
        <li
          key={`${mark.date}${mark.label}`}
          className={mark.date < month.today ? styles.past : undefined}
          aria-current={mark.date === month.today ? 'date' : undefined}
        >
          <strong className="number">{formatDate(mark.date, { language })}</strong>
          <span>{mark.label}</span>
          {mark.kind === 'mark' && <span className="muted">{t.left(dayOf(mark.date) - dayOf(month.today))}</span>}
        </li>
      ))}
    </ol>
  );
};

const Piles = ({ month }: { month: Month }) => {
  const t = useText(texts);
  const say = useWords();
  const home = useGet('/api/home');
  const mayKey = useMay('centre.key');
  const keying = home.data?.tiles.find((tile) => tile.id === 'siks.ketik');
  return (
    <ul className={styles.piles}>
      {month.piles.map((pile) => (
        <li key={pile.stage}>
          <Link className={styles.pile} to="/usulan" search={{ stage: pile.stage }}>
            <span className={styles.count}>{pile.running}</span>
            <span className={styles.words}>
              <strong>{say(STAGES[pile.stage])}</strong>
              <span className="muted">
                {[
                  pile.running === 0 ? t.none : undefined,
                  pile.waiting > 0 ? t.waiting(pile.waiting) : undefined,
                  pile.mine ? undefined : t.elsewhere,
                ]
                  .filter(Boolean)
                  .join(', ')}
              </span>
            </span>
            {pile.late > 0 && <StatusBadge kind="tindakan">{t.late(pile.late)}</StatusBadge>}
          </Link>
        </li>
      ))}
      {mayKey && keying && (
        <li>
          <AppLink className={styles.pile} href={keying.href}>
            <span className={styles.count}>{keying.count}</span>
            <span className={styles.words}>
              <strong>{t.keying}</strong>
              <span className="muted">{t.keyingNote}</span>
            </span>
          </AppLink>
        </li>
      )}
    </ul>
  );
};

/** The operator's month: the calendar with its cut-offs, and the piles in the order of the agency's stages. */
export const Page = () => {
  const t = useText(texts);
  const { language } = useLanguage();
  const month = useGet('/api/intake/month', { every: 60_000 });
  const mayPropose = useMay('usulan.propose');
  return (
    <>
      <PageTitle
        note={
          month.data &&
          `${formatMonth(month.data.today, language)}, ${t.today} ${formatDate(month.data.today, { weekday: true, language })}`
        }
        actions={mayPropose && <Link to="/usulkan">{t.propose}</Link>}
      >
        {t.title}
      </PageTitle>
      <ErrorNotice error={month.error} onRetry={() => void month.refetch()} />
      {month.isPending && <Waiting />}
      {month.data && (
        <>
          <Section title={t.calendar}>
            <CalendarStrip month={month.data} />
          </Section>
          <Section title={t.piles}>
            <Piles month={month.data} />
          </Section>
          <Section title={t.decided}>
            <p>
              <strong className="number">{month.data.decided.disetujui}</strong> {t.approved},{' '}
              <strong className="number">{month.data.decided.ditolak}</strong> {t.refused},{' '}
              <strong className="number">{month.data.decided.ditarik}</strong> {t.withdrawn}
            </p>
          </Section>
        </>
      )}
    </>
  );
};
