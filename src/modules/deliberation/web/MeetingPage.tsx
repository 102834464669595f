import { Button } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { AppLink } from '#web/ui/AppLink.tsx';
import type { ReplyOf } from '#web/ui/contracts.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import { DateText, InstantText } from '#web/ui/DateText.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { FactList } from '#web/ui/FactList.tsx';
import { useText } from '#web/ui/language.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { useGet } from '#web/ui/queries.ts';
import { Section } from '#web/ui/Section.tsx';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import { useMay } from '#web/ui/session.tsx';
import { Waiting } from '#web/ui/Waiting.tsx';
import { MEETING_KINDS, VERDICTS, VERVAL_RESULTS } from '../domain/words.ts';
import { AgendaDialog } from './AgendaDialog.tsx';
import { AttendanceSection } from './AttendanceSection.tsx';
import { FinishDialog } from './FinishDialog.tsx';
import { MeetingDetailsDialog } from './MeetingDetailsDialog.tsx';
import { MeetingPapers } from './MeetingPapers.tsx';
import { useSay } from './use-say.ts';

const texts = {
  id: {
    on: 'Tanggal',
    place: 'Tempat',
    leader: 'Pimpinan',
    number: 'Nomor berita acara',
    finished: 'Diselesaikan',
    hash: 'Sidik berkas (SHA-256)',
    quorum: 'Alasan peserta kurang',
    notes: 'Catatan rapat',
    edit: 'Ubah',
    agenda: 'Agenda dan putusan',
    rows: 'Baris agenda',
    agendaNote: (done: number, all: number) => `${done} dari ${all} baris sudah diputus.`,
    change: 'Ubah agenda',
    decide: 'Putuskan baris demi baris',
    finish: 'Selesaikan musyawarah',
    no: 'No.',
    name: 'Nama',
    kind: 'Usulan',
    verval: 'Verval',
    verdict: 'Putusan',
    reason: 'Alasan dan catatan',
    unvisited: 'belum dikunjungi',
    undecided: 'belum diputus',
    against: 'berbeda dari verval',
    conflict: (n: number) => `${n} kepentingan dinyatakan`,
    moved: 'tidak lagi menunggu musyawarah',
    states: { disiapkan: 'Disiapkan', selesai: 'Selesai' },
    empty: 'Agenda masih kosong.',
  },
  en: {
    on: 'Date',
    place: 'Place',
    leader: 'Chair',
    number: 'Number of the berita acara',
    finished: 'Finished',
    hash: 'Fingerprint (SHA-256)',
    quorum: 'Why roles were missing',
    notes: 'Notes',
    edit: 'Change',
    agenda: 'Agenda and decisions',
    rows: 'Rows of the agenda',
    agendaNote: (done: number, all: number) => `${done} of ${all} rows are decided.`,
    change: 'Change agenda',
    decide: 'Decide row by row',
    finish: 'Finish the meeting',
    no: 'No.',
    name: 'Name',
    kind: 'Proposal',
    verval: 'Field check',
    verdict: 'Decision',
    reason: 'Reason and notes',
    unvisited: 'not visited yet',
    undecided: 'undecided',
    against: 'against the field check',
    conflict: (n: number) => `${n} interest(s) declared`,
    moved: 'no longer waiting for deliberation',
    states: { disiapkan: 'Prepared', selesai: 'Finished' },
    empty: 'The agenda is empty.',
  },
};

export type Meeting = ReplyOf<'GET /api/musyawarah/:id'>;
const route = getRouteApi('/musyawarah/$id');

const noteOf = (
  row: Meeting['rows'][number],
  t: (typeof texts)['id'] | { against: string; conflict: (n: number) => string; moved: string },
) =>
  [
    row.verdictReason,
    row.againstVerval ? `(${t.against})` : '',
    row.conflicts.length > 0 ? `(${t.conflict(row.conflicts.length)})` : '',
    row.isHere ? '' : `(${t.moved})`,
  ]
    .filter(Boolean)
    .join(' ');

const Agenda = ({ meeting, mayRun }: { meeting: Meeting; mayRun: boolean }) => {
  const t = useText(texts);
  const say = useSay();
  const [isChanging, setChanging] = useState(false);
  const isOpen = meeting.state === 'disiapkan' && mayRun;
  const decided = meeting.rows.filter((row) => row.verdict !== null).length;
  return (
    <Section
      title={t.agenda}
      note={t.agendaNote(decided, meeting.rows.length)}
      actions={isOpen ? <Button onClick={() => setChanging(true)}>{t.change}</Button> : undefined}
    >
      <DataTable
        caption={t.rows}
        rows={meeting.rows}
        rowKey={(row) => row.usulanId}
        empty={t.empty}
        {...(isOpen
          ? { href: (row: Meeting['rows'][number]) => `/musyawarah/${meeting.id}/putusan?baris=${row.usulanId}` }
          : {})}
        columns={[
          { key: 'name', header: t.name, cell: (row) => `${row.no}. ${row.name}` },
          { key: 'kind', header: t.kind, cell: (row) => row.kindName },
          {
            key: 'verval',
            header: t.verval,
            cell: (row) => (row.verval ? say(VERVAL_RESULTS[row.verval.result]) : t.unvisited),
          },
          {
            key: 'verdict',
            header: t.verdict,
            cell: (row) =>
              row.verdict ? (
                <StatusBadge kind="info">{say(VERDICTS[row.verdict])}</StatusBadge>
              ) : (
                <StatusBadge kind="menunggu">{t.undecided}</StatusBadge>
              ),
          },
          { key: 'reason', header: t.reason, cell: (row) => noteOf(row, t) },
        ]}
      />
      {isChanging && <AgendaDialog meeting={meeting} onClose={() => setChanging(false)} />}
    </Section>
  );
};

const Facts = ({ meeting }: { meeting: Meeting }) => {
  const t = useText(texts);
  const isDone = meeting.state === 'selesai';
  return (
    <FactList
      facts={[
        { label: t.on, value: <DateText date={meeting.onDate} weekday /> },
        { label: t.place, value: meeting.place },
        { label: t.leader, value: meeting.leader },
        ...(isDone
          ? [
              { label: t.number, value: meeting.number },
              {
                label: t.finished,
                value: <InstantText at={meeting.finishedAt} />,
                source: meeting.finishedByName ?? undefined,
              },
              { label: t.hash, value: <span style={{ overflowWrap: 'anywhere' }}>{meeting.baHash}</span> },
            ]
          : []),
        ...(meeting.quorumNote ? [{ label: t.quorum, value: meeting.quorumNote }] : []),
        ...(meeting.notes ? [{ label: t.notes, value: meeting.notes }] : []),
      ]}
    />
  );
};

/** One meeting: what, who was there, what was decided, its papers. */
export const Page = () => {
  const t = useText(texts);
  const say = useSay();
  const { id } = route.useParams();
  const mayRun = useMay('musyawarah.run');
  const [dialog, setDialog] = useState<'rincian' | 'selesai'>();
  const reply = useGet('/api/musyawarah/:id', { params: { id } });
  const meeting = reply.data;
  if (!meeting)
    return (
      <>
        <ErrorNotice error={reply.error} onRetry={() => void reply.refetch()} />
        {reply.isPending && <Waiting />}
      </>
    );
  const isOpen = meeting.state === 'disiapkan' && mayRun;
  return (
    <div className="stack" style={{ gap: 16 }}>
      <PageTitle
        note={
          <StatusBadge kind={meeting.state === 'selesai' ? 'selesai' : 'menunggu'}>
            {t.states[meeting.state]}
          </StatusBadge>
        }
        actions={isOpen ? <Button onClick={() => setDialog('rincian')}>{t.edit}</Button> : undefined}
      >
        {`${say(MEETING_KINDS[meeting.kind])} ${meeting.areaLabel.split(',')[0] ?? ''}`}
      </PageTitle>
      <Facts meeting={meeting} />
      {meeting.kind !== 'sptjm' && (
        <AttendanceSection meeting={meeting} isOpen={isOpen} key={`hadir-${meeting.version}`} />
      )}
      <Agenda meeting={meeting} mayRun={mayRun} />
      <MeetingPapers meeting={meeting} />
      {isOpen && (
        <div className="row screen-only" style={{ justifyContent: 'flex-end' }}>
          <AppLink href={`/musyawarah/${meeting.id}/putusan`}>{t.decide}</AppLink>
          <Button variant="filled" onClick={() => setDialog('selesai')}>
            {t.finish}
          </Button>
        </div>
      )}
      {dialog === 'rincian' && <MeetingDetailsDialog meeting={meeting} onClose={() => setDialog(undefined)} />}
      {dialog === 'selesai' && <FinishDialog meeting={meeting} onClose={() => setDialog(undefined)} />}
    </div>
  );
};
