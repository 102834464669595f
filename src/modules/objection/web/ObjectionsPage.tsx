import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatReceiptCode } from '#kernel/receipt-code.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { FilterChips } from '#web/ui/FilterChips.tsx';
import { useText } from '#web/ui/language.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { useGet } from '#web/ui/queries.ts';
import { Section } from '#web/ui/Section.tsx';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import { useMay } from '#web/ui/session.tsx';
import { UNREAD } from '#web/ui/unread.ts';
import { FINDINGS, groundWords } from '../domain/grounds.ts';
import { RecordDialog } from './RecordDialog.tsx';
import { type Line, useSay } from './words.ts';

const texts = {
  id: {
    title: 'Sanggahan',
    note: 'Waktu yang lewat tidak memutus apa pun. Nama penyanggah tidak tampil di sini.',
    record: 'Catat sanggahan',
    which: 'Yang ditampilkan',
    open: 'Berjalan',
    over: 'Selesai',
    list: 'Daftar sanggahan',
    about: 'Tentang',
    place: 'Wilayah',
    ground: 'Dasar',
    day: 'Hari ke-',
    by: 'Putus sebelum',
    standing: 'Keadaan',
    own: 'hasil sendiri',
    number: 'Nomor',
    empty: 'Tidak ada sanggahan.',
    standings: {
      new: 'keluarga belum ditanya',
      asked: 'menunggu jawaban keluarga',
      look: 'menunggu kunjungan ulang',
      decide: 'menunggu putusan',
      withdrawn: 'ditarik',
    },
  },
  en: {
    title: 'Objections',
    note: 'Time that passes decides nothing. The objector’s name is not shown here.',
    record: 'Record an objection',
    which: 'Shown',
    open: 'Under way',
    over: 'Settled',
    list: 'Objections',
    about: 'About',
    place: 'Area',
    ground: 'Ground',
    day: 'Day',
    by: 'Settle by',
    standing: 'Standing',
    own: 'own result',
    number: 'Number',
    empty: 'No objections.',
    standings: {
      new: 'family not asked yet',
      asked: 'waiting for the family’s answer',
      look: 'waiting for a look on the spot',
      decide: 'waiting for a decision',
      withdrawn: 'withdrawn',
    },
  },
};

const Standing = ({ line }: { line: Line }) => {
  const t = useText(texts);
  const say = useSay();
  if (line.finding) return <StatusBadge kind="selesai">{say(FINDINGS[line.finding])}</StatusBadge>;
  if (line.stage === null) return <StatusBadge kind="netral">{t.standings.withdrawn}</StatusBadge>;
  const standing =
    line.about === 'daftar' && !line.askedOn
      ? 'new'
      : line.visits === 0
        ? line.about === 'daftar' && !line.answeredOn
          ? 'asked'
          : 'look'
        : 'decide';
  return <StatusBadge kind={line.alarms.length > 0 ? 'tindakan' : 'menunggu'}>{t.standings[standing]}</StatusBadge>;
};

/** Objections in sight, the oldest first, with the day by which each should be settled. */
export const Page = () => {
  const t = useText(texts);
  const say = useSay();
  const [over, setOver] = useState(false);
  const [isRecording, setRecording] = useState(false);
  const mayRecord = useMay('usulan.propose');
  const list = useGet('/api/objection', { query: { over: over ? 'true' : 'false' } });
  return (
    <div className="stack">
      <PageTitle note={t.note}>{t.title}</PageTitle>
      <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
      <div className="row">
        <FilterChips
          label={t.which}
          chips={[
            { key: 'open', label: t.open },
            { key: 'over', label: t.over },
          ]}
          value={over ? 'over' : 'open'}
          onChange={(key) => setOver(key === 'over')}
        />
        {mayRecord && <Button onClick={() => setRecording(true)}>{t.record}</Button>}
      </div>
      <Section title={t.list}>
        <DataTable
          caption={t.list}
          rows={list.data?.items ?? UNREAD}
          rowKey={(line) => line.id}
          isLoading={list.isPending}
          href={(line) => `/sanggahan/${line.id}`}
          empty={t.empty}
          columns={[
            {
              key: 'about',
              header: t.about,
              cell: (line) => (line.about === 'daftar' ? line.name : `${line.name} (${t.own})`),
            },
            { key: 'standing', header: t.standing, cell: (line) => <Standing line={line} /> },
            { key: 'day', header: t.day, isNumber: true, cell: (line) => line.days },
            { key: 'by', header: t.by, cell: (line) => <DateText date={line.settleBy} /> },
            { key: 'ground', header: t.ground, cell: (line) => say(groundWords(line.ground)) },
            { key: 'place', header: t.place, cell: (line) => line.areaLabel },
            {
              key: 'number',
              header: t.number,
              cell: (line) => <span className="number">{formatReceiptCode(line.receiptNumber)}</span>,
            },
          ]}
        />
      </Section>
      {isRecording && <RecordDialog onClose={() => setRecording(false)} />}
    </div>
  );
};
