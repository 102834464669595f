import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { uuid7 } from '#kernel/uuid7.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useText } from '#web/ui/language.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { useGet, useList } from '#web/ui/queries.ts';
import { Section } from '#web/ui/Section.tsx';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import { HandoverCard } from './HandoverCard.tsx';
import { stateKind, useStateWords } from './states.ts';

const texts = {
  id: {
    title: 'Meja serah terima',
    desk: 'Program dan desa/kelurahan',
    all: 'Pilih program dan desa',
    no: 'Meja',
    code: 'Kode pada surat',
    find: 'Cari',
    byName: 'Cari nama',
    counter: (done: number, all: number) => `${done} dari ${all} sudah menerima penuh`,
    held: (n: number) => `${n} ditahan`,
    partial: (n: number) => `${n} sebagian`,
    list: 'Daftar penerima',
    name: 'Nama',
    nik: 'NIK',
    place: 'Tempat tinggal',
    due: 'Hak',
    state: 'Keadaan',
    open: 'Buka',
    bast: 'Cetak BAST',
    only: 'Hanya yang belum menerima',
    stopped: 'Moratorium',
    none: 'Belum ada daftar yang berlaku. Hak muncul di sini sesudah SK berlaku.',
  },
  en: {
    title: 'Handover desk',
    desk: 'Programme and village',
    all: 'Choose programme and village',
    no: 'Desk',
    code: 'Code on the letter',
    find: 'Find',
    byName: 'Find a name',
    counter: (done: number, all: number) => `${done} of ${all} have received in full`,
    held: (n: number) => `${n} held`,
    partial: (n: number) => `${n} in part`,
    list: 'Recipients',
    name: 'Name',
    nik: 'NIK',
    place: 'Place',
    due: 'Due',
    state: 'State',
    open: 'Open',
    bast: 'Print BAST',
    only: 'Only those who have not received',
    stopped: 'Moratorium',
    none: 'No list is in force yet. What people are due appears here once the decree is in force.',
  },
};

/** One device name a browser, so that a handover says where it was recorded. */
const deviceName = (): string => {
  const known = localStorage.getItem('rukun.device');
  if (known) return known;
  const made = `peramban-${uuid7().slice(-8)}`;
  localStorage.setItem('rukun.device', made);
  return made;
};

/** The distribution officer's one screen: code, card, one action, counter, list. */
export const Page = () => {
  const t = useText(texts);
  const words = useStateWords();
  const [chosen, setChosen] = useState('');
  const [deskNo, setDeskNo] = useState('1');
  const [typed, setTyped] = useState('');
  const [code, setCode] = useState('');
  const [q, setQ] = useState('');
  const [onlyWaiting, setOnlyWaiting] = useState(true);
  const field = useRef<HTMLInputElement>(null);
  const desks = useGet('/api/handover-desk');
  const desk =
    desks.data?.items.find((row) => `${row.programmeId}/${row.desaId}` === chosen) ??
    (desks.data?.items.length === 1 ? desks.data.items[0] : undefined);
  const place = desk ? { programmeId: desk.programmeId, desaId: desk.desaId } : {};
  const tally = useGet('/api/entitlement/tally', { query: place, every: 15_000, keep: true });
  const people = useList('/api/entitlement', {
    query: { ...place, q, ...(onlyWaiting ? { state: 'menunggu' as const } : {}) },
  });
  const next = () => {
    setCode('');
    setTyped('');
    field.current?.focus();
  };
  return (
    <div className="stack" style={{ gap: 16 }}>
      <PageTitle
        note={
          tally.data
            ? [t.counter(tally.data.done, tally.data.all), t.partial(tally.data.partial), t.held(tally.data.held)].join(
                ' · ',
              )
            : undefined
        }
        actions={
          desk && (
            <Button
              component="a"
              href={`/api/bast?programmeId=${desk.programmeId}&desaId=${desk.desaId}`}
              target="_blank"
            >
              {t.bast}
            </Button>
          )
        }
      >
        {t.title}
      </PageTitle>
      <ErrorNotice error={desks.error ?? tally.error} />
      {desk?.stopped && (
        <p role="status">
          <StatusBadge kind="tindakan">{t.stopped}</StatusBadge> {desk.stopped}
        </p>
      )}
      {desks.data?.items.length === 0 && <p className="muted">{t.none}</p>}
      <div className="row">
        <NativeSelect
          label={t.desk}
          value={desk ? `${desk.programmeId}/${desk.desaId}` : ''}
          onChange={(event) => setChosen(event.currentTarget.value)}
          data={[
            { value: '', label: t.all },
            ...(desks.data?.items ?? []).map((row) => ({
              value: `${row.programmeId}/${row.desaId}`,
              label: `${row.programme} · ${row.desa.split(',')[0]} (${row.done}/${row.all})`,
            })),
          ]}
        />
        <TextInput label={t.no} value={deskNo} onChange={(event) => setDeskNo(event.currentTarget.value)} w={80} />
      </div>
      <form
        className="row"
        onSubmit={(event) => {
          event.preventDefault();
          setCode(typed.replace(/[^0-9A-Za-z]/g, '').toUpperCase());
        }}
      >
        <TextInput
          ref={field}
          label={t.code}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          size="lg"
          autoComplete="off"
          autoCapitalize="characters"
          autoFocus
        />
        <Button
          type="submit"
          variant={code ? 'default' : 'filled'}
          size="lg"
          disabled={typed.trim() === ''}
          style={{ alignSelf: 'flex-end' }}
        >
          {t.find}
        </Button>
      </form>
      {code && <HandoverCard key={code} code={code} desk={deskNo} device={deviceName()} onNext={next} />}
      <Section title={t.list}>
        <div className="row">
          <TextInput label={t.byName} value={q} onChange={(event) => setQ(event.currentTarget.value)} />
          <Checkbox
            label={t.only}
            checked={onlyWaiting}
            onChange={(event) => setOnlyWaiting(event.currentTarget.checked)}
            style={{ alignSelf: 'flex-end' }}
          />
        </div>
        <ErrorNotice error={people.error} onRetry={() => void people.refetch()} />
        <DataTable
          caption={t.list}
          rows={people.rows}
          rowKey={(row) => row.id}
          isLoading={people.isPending}
          more={people.more}
          onOpen={(row) => {
            setTyped(row.code);
            setCode(row.code);
            window.scrollTo({ top: 0 });
          }}
          columns={[
            { key: 'name', header: t.name, cell: (row) => row.payeeName },
            { key: 'nik', header: t.nik, cell: (row) => row.nik },
            { key: 'place', header: t.place, cell: (row) => row.areaLabel.split(',')[0] },
            { key: 'due', header: t.due, money: (row) => row.due },
            {
              key: 'state',
              header: t.state,
              cell: (row) => <StatusBadge kind={stateKind(row.state)}>{words[row.state]}</StatusBadge>,
              text: (row) => words[row.state],
            },
          ]}
        />
      </Section>
    </div>
  );
};
