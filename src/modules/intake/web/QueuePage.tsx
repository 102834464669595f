import { Checkbox } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { FilterChips } from '#web/ui/FilterChips.tsx';
import { useText } from '#web/ui/language.tsx';
import { QueueLayout } from '#web/ui/QueueLayout.tsx';
import { QueueList } from '#web/ui/QueueList.tsx';
import { useGet, useList } from '#web/ui/queries.ts';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import { Waiting } from '#web/ui/Waiting.tsx';
import { KINDS, STATES } from '../domain/kinds.ts';
import { STAGE_SHORT, STAGES, type Stage } from '../domain/stages.ts';
import { DeskActions } from './DeskActions.tsx';
import { EvidencePane } from './EvidencePane.tsx';
import type { QueueSearch } from './queue-search.ts';
import { UsulanDetail } from './UsulanDetail.tsx';
import { useDeskActs } from './use-desk-acts.ts';
import { useWords } from './use-words.ts';

const texts = {
  id: {
    title: 'Usulan',
    desk: 'Meja keputusan',
    piles: 'Tumpukan',
    asked: 'Diminta',
    late: 'Hanya yang lewat tenggat meja',
    count: (total: number, late: number) => `${total} menunggu${late > 0 ? `, ${late} lewat tenggat` : ''}`,
    days: (n: number) => `hari ke-${n + 1}`,
    isLate: 'lewat tenggat',
    unlinked: 'belum ditautkan',
    empty: 'Tidak ada usulan di tumpukan ini',
    emptyNote: 'Yang baru muncul di sini begitu masuk. Lihat tumpukan lain di atas.',
    hint: 'Pilih satu usulan di kiri. J dan K berpindah baris, Enter membuka, A meneruskan atau menyetujui, U minta perbaikan, T menolak.',
  },
  en: {
    title: 'Proposals',
    desk: 'Decision desk',
    piles: 'Piles',
    asked: 'Asked',
    late: 'Only past this desk’s day',
    count: (total: number, late: number) => `${total} waiting${late > 0 ? `, ${late} late` : ''}`,
    days: (n: number) => `day ${n + 1}`,
    isLate: 'late',
    unlinked: 'not linked',
    empty: 'No proposal in this pile',
    emptyNote: 'New ones appear here as they come in. See the other piles above.',
    hint: 'Choose a proposal at the left. J and K move, Enter opens, A accepts or approves, U asks for more, T refuses.',
  },
};

const route = getRouteApi('/usulan');
type PileKey = Stage | 'menunggu_pelengkapan';

const usePiles = (waitingWord: string) => {
  const say = useWords();
  const month = useGet('/api/intake/month');
  const piles = month.data?.piles ?? [];
  const waiting = piles.reduce((sum, pile) => sum + pile.waiting, 0);
  return [
    ...piles.map((pile) => ({ key: pile.stage as PileKey, label: say(STAGE_SHORT[pile.stage]), count: pile.running })),
    { key: 'menunggu_pelengkapan' as const, label: waitingWord, count: waiting },
  ];
};

const hrefOf = (search: QueueSearch, id: string): string => {
  const kept = Object.entries({ ...search, id }).filter(
    (entry): entry is [string, string | true] => entry[1] !== undefined,
  );
  return `/usulan?${new URLSearchParams(kept.map(([key, value]) => [key, String(value)]))}`;
};

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

/** A pile of proposals: list, what changes, evidence, and the steps this desk may take. */
export const Page = () => {
  const t = useText(texts);
  const say = useWords();
  const search = route.useSearch();
  const navigate = useNavigate();
  const { hidden, hide, show } = useHidden();
  const piles = usePiles(t.asked);
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
  const title = stage === 'verifikasi' ? t.desk : stage ? say(STAGES[stage]) : state ? say(STATES[state]) : t.title;
  return (
    <QueueLayout
      title={title}
      note={list.first && t.count(list.first.total - hidden.size, list.first.late)}
      filters={
        <div className="stack">
          <FilterChips
            label={t.piles}
            chips={piles}
            value={stage ?? 'menunggu_pelengkapan'}
            onChange={(key) =>
              void navigate({ to: '/usulan', search: key === 'menunggu_pelengkapan' ? { state: key } : { stage: key } })
            }
          />
          <Checkbox
            label={t.late}
            checked={late === true}
            onChange={(event) =>
              void navigate({ to: '/usulan', search: { ...search, late: event.currentTarget.checked || undefined } })
            }
          />
          <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
        </div>
      }
      list={
        list.isPending ? (
          <Waiting />
        ) : (
          <QueueList
            label={title}
            currentKey={id}
            more={list.more}
            empty={<EmptyState title={t.empty}>{t.emptyNote}</EmptyState>}
            rows={rows.map((row) => ({
              key: row.id,
              title: row.name,
              note: `${row.areaLabel.split(',')[0]}${row.rtLabel ? `, ${row.rtLabel}` : ''} · ${say(KINDS[row.kind])}`,
              badge: (
                <StatusBadge kind={row.isLate || row.isPromiseLate ? 'tindakan' : 'netral'}>
                  {row.isLate ? `${t.isLate}, ${t.days(row.citizenDays)}` : t.days(row.citizenDays)}
                </StatusBadge>
              ),
              side: row.isLinked ? undefined : t.unlinked,
              href: hrefOf(search, row.id),
            }))}
          />
        )
      }
      detail={
        id === undefined ? undefined : (
          <>
            <ErrorNotice error={open.error} onRetry={() => void open.refetch()} />
            {open.isPending && <Waiting />}
            {usulan && <UsulanDetail usulan={usulan} key={usulan.id} />}
          </>
        )
      }
      evidence={usulan && <EvidencePane usulan={usulan} key={usulan.id} />}
      actions={usulan && <DeskActions usulan={usulan} take={take} key={usulan.id} />}
      onBack={() => goTo(undefined)}
      hint={t.hint}
    />
  );
};
