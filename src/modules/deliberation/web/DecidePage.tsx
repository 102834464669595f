import { getRouteApi } from '@tanstack/react-router';
import { formatDate } from '#kernel/local-date.ts';
import { AppLink } from '#web/ui/AppLink.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { FactList } from '#web/ui/FactList.tsx';
import { useKeys } from '#web/ui/keys.tsx';
import { useLanguage, useText } from '#web/ui/language.tsx';
import { QueueLayout } from '#web/ui/QueueLayout.tsx';
import { QueueList } from '#web/ui/QueueList.tsx';
import { useGet } from '#web/ui/queries.ts';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import { useMay } from '#web/ui/session.tsx';
import { Waiting } from '#web/ui/Waiting.tsx';
import { vervalAdvice } from '../domain/meeting.ts';
import { VERDICTS, VERVAL_RESULTS } from '../domain/words.ts';
import type { Meeting } from './MeetingPage.tsx';
import { RowForm } from './RowForm.tsx';
import { useSay } from './use-say.ts';

const texts = {
  id: {
    title: 'Putusan musyawarah',
    count: (done: number, all: number) => `${done} dari ${all} sudah diputus`,
    undecided: 'belum diputus',
    hint: 'Pilih satu baris di kiri. J dan K berpindah baris, Enter membuka, S disepakati, T tidak disepakati, U ditunda, N baris berikut yang belum diputus.',
    next: 'Baris berikut yang belum diputus',
    receipt: 'Tanda terima',
    kind: 'Usulan',
    address: 'Alamat',
    why: 'Alasan diusulkan',
    verval: 'Hasil verval',
    unvisited: 'belum dikunjungi',
    advice: 'Verval mengarah ke',
    empty: 'Agenda masih kosong',
    back: 'Kembali ke musyawarah, lalu ubah agendanya.',
    against: 'berbeda dari verval',
    toMeeting: 'Kembali ke musyawarah',
    allDone: 'Semua baris sudah diputus.',
  },
  en: {
    title: 'Decisions of the meeting',
    count: (done: number, all: number) => `${done} of ${all} decided`,
    undecided: 'undecided',
    hint: 'Choose a row at the left. J and K move, Enter opens, S agreed, T not agreed, U postponed, N the next undecided row.',
    next: 'Next undecided row',
    receipt: 'Receipt',
    kind: 'Proposal',
    address: 'Address',
    why: 'Why proposed',
    verval: 'Field check',
    unvisited: 'not visited yet',
    advice: 'The field check points to',
    empty: 'The agenda is empty',
    back: 'Go back to the meeting and change its agenda.',
    against: 'against the field check',
    toMeeting: 'Back to the meeting',
    allDone: 'Every row is decided.',
  },
};

const route = getRouteApi('/musyawarah/$id/putusan');
type Row = Meeting['rows'][number];

/** The first undecided row after `from`, else the first undecided at all. */
const nextUndecided = (rows: readonly Row[], from: string | undefined): string | undefined => {
  const at = rows.findIndex((row) => row.usulanId === from);
  const isFree = (row: Row) => row.verdict === null && row.usulanId !== from;
  return (rows.slice(at + 1).find(isFree) ?? rows.find(isFree))?.usulanId;
};

const RowFacts = ({ row }: { row: Row }) => {
  const t = useText(texts);
  const say = useSay();
  const { language } = useLanguage();
  const advice = vervalAdvice(row.verval?.result ?? null);
  return (
    <>
      <h2>{`${row.no}. ${row.name}`}</h2>
      <FactList
        facts={[
          { label: t.kind, value: row.kindName },
          { label: 'NIK', value: row.nik === '' ? null : <span className="number">{row.nik}</span> },
          { label: t.address, value: [row.address, row.rtLabel.split(',')[0]].filter(Boolean).join(', ') || null },
          { label: t.receipt, value: <span className="number">{row.receiptNumber}</span> },
          { label: t.why, value: row.reason },
          {
            label: t.verval,
            value: row.verval ? say(VERVAL_RESULTS[row.verval.result]) : t.unvisited,
            source: row.verval
              ? [formatDate(row.verval.on, { language }), row.verval.notes].filter(Boolean).join(', ')
              : undefined,
          },
          ...(advice ? [{ label: t.advice, value: say(VERDICTS[advice]).toLowerCase() }] : []),
        ]}
      />
    </>
  );
};

/** Row by row through the agenda of a meeting, by keyboard. */
export const Page = () => {
  const t = useText(texts);
  const say = useSay();
  const { id } = route.useParams();
  const { baris } = route.useSearch();
  const navigate = route.useNavigate();
  const mayRun = useMay('musyawarah.run');
  const reply = useGet('/api/musyawarah/:id', { params: { id } });
  const meeting = reply.data;
  const rows = meeting?.rows ?? [];
  const row = rows.find((one) => one.usulanId === baris);
  const goTo = (next: string | undefined) =>
    void navigate({ to: '/musyawarah/$id/putusan', params: { id }, search: { baris: next }, replace: true });
  useKeys([{ key: 'n', label: t.next, run: () => goTo(nextUndecided(rows, baris) ?? baris) }]);
  const isOpen = mayRun && meeting?.state === 'disiapkan';
  return (
    <QueueLayout
      title={t.title}
      note={meeting && t.count(rows.filter((one) => one.verdict !== null).length, rows.length)}
      filters={
        <div className="row">
          <ErrorNotice error={reply.error} onRetry={() => void reply.refetch()} />
          <AppLink href={`/musyawarah/${id}`}>{t.toMeeting}</AppLink>
          <span aria-live="polite">
            {rows.length > 0 && rows.every((one) => one.verdict !== null) ? t.allDone : ''}
          </span>
        </div>
      }
      list={
        reply.isPending ? (
          <Waiting />
        ) : reply.data === undefined ? undefined : (
          <QueueList
            label={t.title}
            currentKey={baris}
            empty={<EmptyState title={t.empty}>{t.back}</EmptyState>}
            rows={rows.map((one) => ({
              key: one.usulanId,
              title: `${one.no}. ${one.name}`,
              note: `${one.kindName} · ${one.verval ? say(VERVAL_RESULTS[one.verval.result]) : t.unvisited}`,
              badge: (
                <StatusBadge kind={one.verdict ? 'info' : 'menunggu'}>
                  {one.verdict ? say(VERDICTS[one.verdict]) : t.undecided}
                </StatusBadge>
              ),
              side: one.againstVerval ? t.against : undefined,
              href: `/musyawarah/${id}/putusan?baris=${one.usulanId}`,
            }))}
          />
        )
      }
      detail={row && <RowFacts row={row} />}
      evidence={
        row && meeting && isOpen ? (
          <RowForm
            meeting={meeting}
            row={row}
            key={`${row.usulanId}-${row.version}`}
            onSaved={() => goTo(nextUndecided(rows, row.usulanId) ?? row.usulanId)}
          />
        ) : undefined
      }
      onBack={() => goTo(undefined)}
      hint={t.hint}
    />
  );
};
