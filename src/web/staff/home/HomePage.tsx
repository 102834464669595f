import { dateInZone, formatDate } from '#kernel/local-date.ts';
import { AppLink } from '#web/ui/AppLink.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useLanguage, useText } from '#web/ui/language.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { useGet } from '#web/ui/queries.ts';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import { useSession } from '#web/ui/session.tsx';
import type { StatusKind } from '#web/ui/theme.ts';
import { Waiting } from '#web/ui/Waiting.tsx';
import styles from './HomePage.module.css';

const texts = {
  id: {
    title: 'Pagi ini',
    clear: 'Tidak ada yang menunggu Anda',
    clearNote: 'Pekerjaan baru muncul di sini begitu masuk.',
    none: 'Belum ada penugasan',
    noneNote: 'Minta admin memberi Anda penugasan; tanpa itu tidak ada data yang dapat dibuka.',
    words: {
      selesai: 'beres',
      menunggu: 'menunggu',
      tindakan: 'perlu tindakan',
      info: 'untuk diketahui',
      netral: 'tercatat',
    },
  },
  en: {
    title: 'This morning',
    clear: 'Nothing waits for you',
    clearNote: 'New work appears here as it comes in.',
    none: 'No assignment yet',
    noneNote: 'Ask the admin for an assignment; without one no record can be opened.',
    words: { selesai: 'done', menunggu: 'waiting', tindakan: 'needs action', info: 'to know', netral: 'on record' },
  },
};

/** What waits for the person at work: one line a queue, the number first, each opening its queue. */
export const Page = () => {
  const t = useText(texts);
  const { language } = useLanguage();
  const { agency, assignment } = useSession();
  const home = useGet('/api/home', { every: 60_000 });
  const today = formatDate(dateInZone(new Date(), agency.zone), { weekday: true, language });
  if (!assignment)
    return (
      <>
        <PageTitle note={today}>{t.title}</PageTitle>
        <EmptyState title={t.none}>{t.noneNote}</EmptyState>
      </>
    );
  return (
    <>
      <PageTitle note={today}>{t.title}</PageTitle>
      <ErrorNotice error={home.error} onRetry={() => void home.refetch()} />
      {home.isPending && <Waiting />}
      {home.data?.tiles.length === 0 && <EmptyState title={t.clear}>{t.clearNote}</EmptyState>}
      <ul className={styles.tiles}>
        {home.data?.tiles.map((tile) => (
          <li key={tile.id}>
            <Line {...tile} label={tile.label[language]} word={t.words[tile.status]} />
          </li>
        ))}
      </ul>
    </>
  );
};

type LineProps = { label: string; count: number; href: string; status: StatusKind; word: string };

const Line = ({ label, count, href, status, word }: LineProps) => (
  <AppLink className={`${styles.tile} ring-inside`} href={href}>
    <span className={styles.count}>{count.toLocaleString('id-ID')}</span>
    <span className={styles.label}>{label}</span>
    {count > 0 && <StatusBadge kind={status}>{word}</StatusBadge>}
  </AppLink>
);
