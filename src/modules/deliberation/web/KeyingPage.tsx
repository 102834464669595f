import { getRouteApi } from '@tanstack/react-router';
import { formatMonth } from '#kernel/local-date.ts';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { FilterChips } from '#web/ui/FilterChips.tsx';
import { useLanguage, useText } from '#web/ui/language.tsx';
import { QueueLayout } from '#web/ui/QueueLayout.tsx';
import { QueueList } from '#web/ui/QueueList.tsx';
import { useList } from '#web/ui/queries.ts';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import { UNREAD } from '#web/ui/unread.ts';
import { Waiting } from '#web/ui/Waiting.tsx';
import { CENTRE_RESULTS } from '../domain/words.ts';
import { CentreAnswerForm } from './CentreAnswerForm.tsx';
import { KeyingSheet } from './KeyingSheet.tsx';
import type { KeyingSearch } from './keying-search.ts';
import { TicketForm } from './TicketForm.tsx';
import { useSay } from './use-say.ts';

const texts = {
  id: {
    title: 'Ketik ke SIKS-NG',
    piles: 'Tumpukan',
    names: { ketik: 'Perlu diketik', menunggu: 'Menunggu pusat', hasil: 'Dijawab pusat' },
    note: (n: number) => (n === 0 ? 'Semua yang disahkan sudah diketik.' : `${n} keluarga perlu diketik`),
    toKey: 'belum diketik',
    hint: 'Pilih satu keluarga di kiri. Data tampil menurut urutan layar SIKS-NG; setiap kolom dapat disalin. NIK tampil lengkap, dan pembukaannya dicatat.',
    empty: 'Tidak ada yang perlu diketik',
    emptyNote: 'Yang baru disahkan muncul di sini.',
    emptyPile: 'belum ada data',
  },
  en: {
    title: 'Key into SIKS-NG',
    piles: 'Piles',
    names: { ketik: 'To key', menunggu: 'Waiting for the centre', hasil: 'Answered' },
    note: (n: number) => (n === 0 ? 'Everything ratified has been keyed.' : `${n} families to key`),
    toKey: 'not keyed',
    hint: 'Choose a family at the left. Fields stand in the order of SIKS-NG’s screens; each can be copied. NIK are shown in full, and opening is logged.',
    empty: 'Nothing to key',
    emptyNote: 'What is ratified appears here.',
    emptyPile: 'no data yet',
  },
};

const route = getRouteApi('/pengetikan');

/** The centre's cycle of a desa: to key, waiting for the centre, answered. */
export const Page = () => {
  const t = useText(texts);
  const say = useSay();
  const { language } = useLanguage();
  const { tumpukan, id }: KeyingSearch = route.useSearch();
  const navigate = route.useNavigate();
  const pile = tumpukan ?? 'ketik';
  const list = useList('/api/pengetikan', { query: { pile, limit: 100 } });
  const row = list.rows.find((one) => one.usulanId === id);
  const counts = list.first?.counts;
  const goTo = (next: string | undefined) => void navigate({ to: '/pengetikan', search: { tumpukan, id: next } });
  return (
    <QueueLayout
      title={t.title}
      note={counts && t.note(counts.ketik)}
      filters={
        <div className="stack">
          <FilterChips
            label={t.piles}
            value={pile}
            chips={(['ketik', 'menunggu', 'hasil'] as const).map((key) => ({
              key,
              label: t.names[key],
              count: counts?.[key],
            }))}
            onChange={(key) => void navigate({ to: '/pengetikan', search: key === 'ketik' ? {} : { tumpukan: key } })}
          />
          <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
        </div>
      }
      list={
        list.isPending ? (
          <Waiting />
        ) : list.rows === UNREAD ? undefined : (
          <QueueList
            label={t.names[pile]}
            currentKey={id}
            more={list.more}
            empty={pile === 'ketik' ? <EmptyState title={t.empty}>{t.emptyNote}</EmptyState> : t.emptyPile}
            rows={list.rows.map((one) => ({
              key: one.usulanId,
              title: one.name,
              note: `${one.areaLabel.split(',')[0]}${one.rtLabel ? `, ${one.rtLabel}` : ''} · ${formatMonth(one.period, language)}`,
              badge: one.result ? (
                <StatusBadge kind="info">{say(CENTRE_RESULTS[one.result])}</StatusBadge>
              ) : one.ticket ? (
                <StatusBadge kind="menunggu">{one.ticket}</StatusBadge>
              ) : (
                <StatusBadge kind="menunggu">{t.toKey}</StatusBadge>
              ),
              href: `/pengetikan?${pile === 'ketik' ? '' : `tumpukan=${pile}&`}id=${one.usulanId}`,
            }))}
          />
        )
      }
      detail={row && <KeyingSheet usulanId={row.usulanId} key={row.usulanId} />}
      evidence={
        row && (
          <>
            <TicketForm row={row} key={`${row.usulanId}-${row.version}`} onNext={goTo} />
            {row.keyedAt && <CentreAnswerForm row={row} key={`jawab-${row.usulanId}-${row.version}`} />}
          </>
        )
      }
      onBack={() => goTo(undefined)}
      hint={t.hint}
    />
  );
};
