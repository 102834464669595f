import { NativeSelect, Tabs, TextInput } from '@mantine/core';
import { useState } from 'react';
import { DataTable } from '#web/ui/DataTable.tsx';
import { InstantText } from '#web/ui/DateText.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { FactList } from '#web/ui/FactList.tsx';
import { useLanguage, useText } from '#web/ui/language.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { useGet, useList } from '#web/ui/queries.ts';
import { Section } from '#web/ui/Section.tsx';
import { EVENT_GROUPS, wordOfEvent } from '../domain/event-words.ts';

const texts = {
  id: {
    title: 'Jejak audit',
    note: 'Hanya bisa ditambah. Disegel tiap sepuluh detik; akarnya dicetak pada laporan harian.',
    acts: 'Perbuatan',
    readings: 'Pembacaan',
    seal: 'Segel terakhir',
    block: 'Blok',
    root: 'Akar',
    at: 'Waktu',
    waiting: 'Belum disegel',
    who: 'Oleh',
    position: 'Jabatan',
    event: 'Perbuatan',
    subject: 'Terhadap',
    area: 'Wilayah',
    changed: 'Isi',
    purpose: 'Tujuan',
    user: 'Nama masuk',
    about: 'Tentang',
    anything: 'semua',
    subjectId: 'Nomor rujukan',
    notSealed: 'belum',
  },
  en: {
    title: 'Audit trail',
    note: 'It can only grow. Sealed every ten seconds; its root is printed on the daily report.',
    acts: 'Acts',
    readings: 'Readings',
    seal: 'Last seal',
    block: 'Block',
    root: 'Root',
    at: 'Time',
    waiting: 'Not sealed yet',
    who: 'By',
    position: 'Position',
    event: 'Act',
    subject: 'On',
    area: 'Area',
    changed: 'Content',
    purpose: 'Purpose',
    user: 'Sign-in name',
    about: 'About',
    anything: 'everything',
    subjectId: 'Reference',
    notSealed: 'not yet',
  },
};

/** What an act left behind, one `name: value` after the other; the CSV has it as it was written. */
const contentOf = (after: unknown): string =>
  after === null || typeof after !== 'object'
    ? ''
    : Object.entries(after)
        .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
        .join('; ');

const Acts = () => {
  const t = useText(texts);
  const { language } = useLanguage();
  const [filter, setFilter] = useState({ event: '', username: '', subject: '' });
  const rows = useList('/api/audit', { query: filter });
  const field = (name: keyof typeof filter, label: string) => (
    <TextInput
      label={label}
      value={filter[name]}
      onChange={(event) => setFilter({ ...filter, [name]: event.currentTarget.value })}
    />
  );
  return (
    <div className="stack">
      <div className="row">
        <NativeSelect
          label={t.about}
          value={filter.event}
          data={[
            { value: '', label: t.anything },
            ...Object.entries(EVENT_GROUPS).map(([group, [id, en]]) => ({
              value: group,
              label: language === 'id' ? id : en,
            })),
          ]}
          onChange={(event) => setFilter({ ...filter, event: event.currentTarget.value })}
        />
        {field('username', t.user)}
        {field('subject', t.subjectId)}
      </div>
      <ErrorNotice error={rows.error} onRetry={() => void rows.refetch()} />
      <DataTable
        caption={t.acts}
        rows={rows.rows}
        rowKey={(row) => row.seq}
        isLoading={rows.isPending}
        more={rows.more}
        isCompact
        csv={{ name: 'jejak-audit' }}
        columns={[
          { key: 'at', header: t.at, cell: (row) => <InstantText at={row.at} />, text: (row) => row.at },
          { key: 'who', header: t.who, cell: (row) => row.username },
          { key: 'position', header: t.position, cell: (row) => row.position ?? row.role ?? '' },
          { key: 'event', header: t.event, cell: (row) => wordOfEvent(row.event, language), text: (row) => row.event },
          {
            key: 'subject',
            header: t.subject,
            cell: (row) => `${row.subjectKind} ${row.subjectId.slice(-8)}`,
            text: (row) => `${row.subjectKind} ${row.subjectId}`,
          },
          {
            key: 'area',
            header: t.area,
            cell: (row) => row.areaName?.split(',')[0] ?? '',
            text: (row) => row.areaName ?? '',
          },
          {
            key: 'changed',
            header: t.changed,
            width: 320,
            cell: (row) => <span style={{ overflowWrap: 'anywhere' }}>{contentOf(row.after)}</span>,
            text: (row) => (row.after ? JSON.stringify(row.after) : ''),
          },
          { key: 'block', header: t.block, isNumber: true, cell: (row) => row.block ?? t.notSealed },
        ]}
      />
    </div>
  );
};

const Readings = () => {
  const t = useText(texts);
  const rows = useList('/api/access-log', { query: {} });
  return (
    <div className="stack">
      <ErrorNotice error={rows.error} onRetry={() => void rows.refetch()} />
      <DataTable
        caption={t.readings}
        rows={rows.rows}
        rowKey={(row) => row.id}
        isLoading={rows.isPending}
        more={rows.more}
        isCompact
        csv={{ name: 'pembacaan' }}
        columns={[
          { key: 'at', header: t.at, cell: (row) => <InstantText at={row.at} />, text: (row) => row.at },
          { key: 'who', header: t.who, cell: (row) => row.name },
          {
            key: 'subject',
            header: t.subject,
            cell: (row) => `${row.subjectKind} ${row.subjectId.slice(-8)}`,
            text: (row) => `${row.subjectKind} ${row.subjectId}`,
          },
          {
            key: 'purpose',
            header: t.purpose,
            cell: (row) => (row.text ? `${row.purpose}: ${row.text}` : row.purpose),
          },
        ]}
      />
    </div>
  );
};

/** The audit trail, the log of readings, and the last seal. */
export const Page = () => {
  const t = useText(texts);
  const seal = useGet('/api/audit/seal', { every: 15_000 });
  return (
    <>
      <PageTitle note={t.note}>{t.title}</PageTitle>
      <Section title={t.seal}>
        <FactList
          facts={[
            { label: t.block, value: seal.data?.block },
            { label: t.root, value: seal.data?.root },
            { label: t.at, value: seal.data ? <InstantText at={seal.data.sealedAt} /> : undefined },
            { label: t.waiting, value: seal.data?.waiting },
          ]}
        />
      </Section>
      <Tabs defaultValue="acts">
        <Tabs.List>
          <Tabs.Tab value="acts">{t.acts}</Tabs.Tab>
          <Tabs.Tab value="readings">{t.readings}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="acts" pt={12}>
          <Acts />
        </Tabs.Panel>
        <Tabs.Panel value="readings" pt={12}>
          <Readings />
        </Tabs.Panel>
      </Tabs>
    </>
  );
};
