import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { AppLink } from '#web/ui/AppLink.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { FilterChips } from '#web/ui/FilterChips.tsx';
import { useText } from '#web/ui/language.tsx';
import { QueueLayout } from '#web/ui/QueueLayout.tsx';
import { QueueList } from '#web/ui/QueueList.tsx';
import { useGet, useList } from '#web/ui/queries.ts';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import { UNREAD } from '#web/ui/unread.ts';
import { Waiting } from '#web/ui/Waiting.tsx';
import { DeskActs } from './DeskActs.tsx';
import { type DeskSearch, hrefOf, type Pile } from './desk-search.ts';
import { type Pair, PairDetail } from './PairDetail.tsx';
import { ScanBar } from './ScanBar.tsx';
import { useDecisions } from './use-decisions.ts';

const texts = {
  id: {
    title: 'Kemungkinan ganda',
    piles: { terbuka: 'Terbuka', tanya: 'Ditanyakan', menunggu: 'Orang kedua', dipesan: 'Dipesan', selesai: 'Diputus' },
    chips: 'Tumpukan',
    bands: { pasti: 'hampir pasti', mungkin: 'mungkin' },
    states: { sama: 'sama', beda: 'beda' },
    merges: 'Penggabungan terakhir',
    doubleAid: 'Bantuan ganda',
    families: 'Susun keluarga',
    agreement: 'Kesepakatan dan model',
    empty: 'Tidak ada pasangan di tumpukan ini',
    emptyNote: 'Pasangan baru muncul setelah register dicari.',
    hint: 'Pilih satu pasangan di kiri. J dan K berpindah baris, Enter membuka, S orang yang sama, B bukan, T tanyakan ke desa.',
    unseen: 'orang di luar wilayah Anda',
  },
  en: {
    title: 'Likely duplicates',
    piles: { terbuka: 'Open', tanya: 'Asked', menunggu: 'Second person', dipesan: 'Booked', selesai: 'Decided' },
    chips: 'Piles',
    bands: { pasti: 'nearly certain', mungkin: 'possible' },
    states: { sama: 'same', beda: 'different' },
    merges: 'Latest merges',
    doubleAid: 'Double aid',
    families: 'Put families in order',
    agreement: 'Agreement and model',
    empty: 'No pair in this pile',
    emptyNote: 'New pairs appear after the register was searched.',
    hint: 'Choose a pair at the left. J and K move, Enter opens, S same person, B not, T ask the desa.',
    unseen: 'somebody outside your area',
  },
};

const route = getRouteApi('/kemungkinan-ganda');

/** Pairs whose decision still waits to be sent are off the list meanwhile. */
const useHidden = () => {
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const change = (id: string, isHidden: boolean) =>
    setHidden((before) => new Set(isHidden ? [...before, id] : [...before].filter((one) => one !== id)));
  return { hidden, hide: (id: string) => change(id, true), show: (id: string) => change(id, false) };
};

const useDesk = (search: DeskSearch) => {
  const navigate = useNavigate();
  const { hidden, hide, show } = useHidden();
  const list = useList('/api/duplicate', { query: { pile: search.tumpukan ?? 'terbuka', limit: 50 } });
  const isOpen = search.id !== undefined && !hidden.has(search.id);
  const open = useGet('/api/duplicate/:id', { params: { id: search.id ?? '' }, enabled: isOpen });
  const rows = list.rows.filter((row) => !hidden.has(row.id));
  const goTo = (id: string | undefined) => void navigate({ to: '/kemungkinan-ganda', search: { ...search, id } });
  const decide = useDecisions((left) => {
    const at = rows.findIndex((row) => row.id === left);
    hide(left);
    goTo((rows[at + 1] ?? rows[at - 1])?.id);
  }, show);
  const pair = isOpen && open.data?.id === search.id ? open.data : undefined;
  return { list, open, rows, pair, decide, goTo, isOpen };
};

const PairList = ({ desk, search }: { desk: ReturnType<typeof useDesk>; search: DeskSearch }) => {
  const t = useText(texts);
  if (desk.list.isPending) return <Waiting />;
  if (desk.list.rows === UNREAD) return null;
  return (
    <QueueList
      label={t.title}
      currentKey={search.id}
      more={desk.list.more}
      empty={<EmptyState title={t.empty}>{t.emptyNote}</EmptyState>}
      rows={desk.rows.map((row) => ({
        key: row.id,
        title: row.a.name ?? t.unseen,
        note: `${row.b.name ?? t.unseen} · ${(row.a.areaLabel ?? '').split(',')[0]}`,
        badge: (
          <StatusBadge kind={row.state === 'menunggu' ? 'menunggu' : row.band === 'pasti' ? 'info' : 'netral'}>
            {row.state === 'sama' || row.state === 'beda' ? t.states[row.state] : t.bands[row.band]}
          </StatusBadge>
        ),
        href: row.state === 'sama' ? '/kemungkinan-ganda/penggabungan' : hrefOf(search, row.id),
      }))}
    />
  );
};

const Filters = ({ desk, search }: { desk: ReturnType<typeof useDesk>; search: DeskSearch }) => {
  const t = useText(texts);
  const navigate = useNavigate();
  const counts = desk.list.first?.counts;
  return (
    <div className="stack">
      <FilterChips
        label={t.chips}
        value={search.tumpukan ?? 'terbuka'}
        chips={(Object.keys(t.piles) as Pile[]).map((key) => ({ key, label: t.piles[key], count: counts?.[key] }))}
        onChange={(tumpukan) => void navigate({ to: '/kemungkinan-ganda', search: { tumpukan } })}
      />
      <ScanBar />
      <div className="row">
        <Link to="/kemungkinan-ganda/penggabungan">{t.merges}</Link>
        <Link to="/kemungkinan-ganda/bantuan-ganda">{t.doubleAid}</Link>
        <AppLink href="/kemungkinan-ganda/keluarga">{t.families}</AppLink>
        <Link to="/kemungkinan-ganda/kesepakatan">{t.agreement}</Link>
      </div>
      <ErrorNotice error={desk.list.error} onRetry={() => void desk.list.refetch()} />
    </div>
  );
};

/** The record that is kept unless the officer says otherwise, and what bars that. */
const useKeep = (pair: Pair | undefined) => {
  const [chosen, setChosen] = useState<{ pair: string; keep: string }>();
  const keep = (chosen && chosen.pair === pair?.id ? chosen.keep : pair?.suggestedKeep) ?? '';
  const bars = pair ? (keep === pair.a.id ? pair.bars.keepA : pair.bars.keepB) : [];
  const isBookable = pair ? (keep === pair.a.id ? pair.bookable.keepA : pair.bookable.keepB) : false;
  const isOpen = pair !== undefined && (pair.state === 'terbuka' || pair.state === 'tanya');
  const onKeep = pair && isOpen ? (id: string) => setChosen({ pair: pair.id, keep: id }) : undefined;
  return { keep, bars, isBookable, onKeep };
};

/** Pairs that may be one person: the queue, two records side by side, and the decision. */
export const Page = () => {
  const t = useText(texts);
  const search = route.useSearch();
  const desk = useDesk(search);
  const { keep, bars, isBookable, onKeep } = useKeep(desk.pair);
  const { pair, open } = desk;
  return (
    <QueueLayout
      title={t.title}
      filters={<Filters desk={desk} search={search} />}
      list={<PairList desk={desk} search={search} />}
      detail={
        desk.isOpen ? (
          <>
            <ErrorNotice error={open.error} onRetry={() => void open.refetch()} />
            {open.isPending && <Waiting />}
            {pair && <PairDetail pair={pair} keep={keep} onKeep={onKeep} bars={bars} key={pair.id} />}
          </>
        ) : undefined
      }
      actions={
        pair &&
        pair.state !== 'beda' &&
        pair.state !== 'sama' && (
          <DeskActs
            pair={pair}
            keep={keep}
            isBarred={bars.length > 0}
            isBookable={isBookable}
            decide={desk.decide}
            key={pair.id}
          />
        )
      }
      onBack={() => desk.goTo(undefined)}
      hint={t.hint}
    />
  );
};
