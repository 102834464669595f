import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useText } from '#web/ui/language.tsx';
import { QueueLayout } from '#web/ui/QueueLayout.tsx';
import { useGet, useList } from '#web/ui/queries.ts';
import { UNREAD } from '#web/ui/unread.ts';
import { Waiting } from '#web/ui/Waiting.tsx';
import { STATES } from '../domain/kinds.ts';
import { STAGES } from '../domain/stages.ts';
import { DeskActions } from './DeskActions.tsx';
import { EvidencePane } from './EvidencePane.tsx';
import { PileFilters } from './PileFilters.tsx';
import { PileList } from './PileList.tsx';
import type { QueueSearch } from './queue-search.ts';
import { UsulanDetail } from './UsulanDetail.tsx';
import { useDeskActs } from './use-desk-acts.ts';
import { useWords } from './use-words.ts';

const texts = {
  id: {
    title: 'Usulan',
    desk: 'Meja keputusan',
    count: (total: number, late: number) => `${total} menunggu${late > 0 ? `, ${late} lewat tenggat` : ''}`,
    ended: (total: number) => `${total} usulan`,
    hint: 'Pilih satu usulan di kiri. J dan K berpindah baris, Enter membuka, A meneruskan atau menyetujui, U minta perbaikan, T menolak.',
  },
  en: {
    title: 'Proposals',
    desk: 'Decision desk',
    count: (total: number, late: number) => `${total} waiting${late > 0 ? `, ${late} late` : ''}`,
    ended: (total: number) => `${total} proposals`,
    hint: 'Choose a proposal at the left. J and K move, Enter opens, A accepts or approves, U asks for more, T refuses.',
  },
};

const route = getRouteApi('/usulan');

/** Rows that a step still waits for (ten seconds) are off the list meanwhile. */
const useHidden = () => {
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const change = (id: string, isHidden: boolean) =>
    setHidden((before) => {
      const next = new Set(before);
      if (isHidden) next.add(id);
      else next.delete(id);
      return next;
    });
  return { hidden, hide: (id: string) => change(id, true), show: (id: string) => change(id, false) };
};

/** The pile that the address names, the row that is open, and the steps from it, each leading to the next row. */
const useQueue = (search: QueueSearch) => {
  const navigate = useNavigate();
  const { hidden, hide, show } = useHidden();
  const { stage, state, kind, late, id } = search;
  const list = useList('/api/usulan', { query: { stage, state, kind, late: late ? 'true' : 'false', limit: 50 } });
  const open = useGet('/api/usulan/:id', { params: { id: id ?? '' }, enabled: id !== undefined && !hidden.has(id) });
  const rows = list.rows.filter((row) => !hidden.has(row.id));
  const goTo = (next: string | undefined) => void navigate({ to: '/usulan', search: { ...search, id: next } });
  const take = useDeskActs((left) => {
    const at = rows.findIndex((row) => row.id === left);
    hide(left);
    goTo((rows[at + 1] ?? rows[at - 1])?.id);
  }, show);
  const usulan = id !== undefined && open.data?.id === id ? open.data : undefined;
  return { list, open, rows, usulan, take, goTo, waiting: (list.first?.total ?? 0) - hidden.size };
};

const useTitle = ({ stage, state }: QueueSearch): string => {
  const t = useText(texts);
  const say = useWords();
  if (stage === 'verifikasi') return t.desk;
  return stage ? say(STAGES[stage]) : state ? say(STATES[state]) : t.title;
};

/** A pile of proposals: list, what changes, evidence, and the steps this desk may take. */
export const Page = () => {
  const t = useText(texts);
  const search = route.useSearch();
  const title = useTitle(search);
  const { list, open, rows, usulan, take, goTo, waiting } = useQueue(search);
  const isOver = search.state !== undefined && !['berjalan', 'menunggu_pelengkapan'].includes(search.state);
  const note = list.first && (isOver ? t.ended(list.first.total) : t.count(waiting, list.first.late));
  const detail = (
    <>
      <ErrorNotice error={open.error} onRetry={() => void open.refetch()} />
      {open.isPending && <Waiting />}
      {usulan && <UsulanDetail usulan={usulan} key={usulan.id} />}
    </>
  );
  return (
    <QueueLayout
      title={title}
      note={note}
      filters={
        <div className="stack">
          <PileFilters search={search} />
          <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
        </div>
      }
      list={
        list.isPending ? (
          <Waiting />
        ) : list.rows === UNREAD ? undefined : (
          <PileList label={title} rows={rows} search={search} more={list.more} />
        )
      }
      detail={search.id === undefined ? undefined : detail}
      evidence={usulan && <EvidencePane usulan={usulan} key={usulan.id} />}
      actions={usulan && <DeskActions usulan={usulan} take={take} key={usulan.id} />}
      onBack={() => goTo(undefined)}
      hint={t.hint}
    />
  );
};
