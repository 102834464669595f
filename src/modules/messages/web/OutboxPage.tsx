import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { ReplyOf } from '#web/ui/contracts.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import { InstantText } from '#web/ui/DateText.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useLanguage, useText } from '#web/ui/language.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { useAct, useList } from '#web/ui/queries.ts';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import type { StatusKind } from '#web/ui/theme.ts';
import { CHANNELS } from '../domain/addresses.ts';
import { SettingSection } from './SettingSection.tsx';

type Out = ReplyOf<'GET /api/message'>;
type State = Out['items'][number]['state'];

const texts = {
  id: {
    title: 'Pesan keluar',
    off: 'Surel belum diaktifkan di server ini (RUKUN_SMTP_URL); lihat petunjuk pemasangan. Pesan surel menunggu di antrean.',
    on: (from: string) => `Surel dikirim dari ${from}.`,
    show: 'Tampilkan',
    all: 'semua',
    states: {
      antre: 'menunggu dikirim',
      terkirim: 'terkirim',
      serah: 'menunggu HP kantor',
      gagal: 'tidak terkirim',
      batal: 'dibatalkan',
    } satisfies Record<State, string>,
    about: 'Perihal',
    way: 'Jalan',
    to: 'Kepada',
    at: 'Dibuat',
    state: 'Keadaan',
    tries: 'Percobaan',
    fault: 'Jawaban server',
    next: 'dicoba lagi',
    resend: 'Kirim ulang',
    giveUp: 'Batalkan',
    empty: 'Belum ada pesan keluar.',
  },
  en: {
    title: 'Outgoing messages',
    off: 'Mail is not switched on at this server (RUKUN_SMTP_URL); see the installation guide. Mail waits in the queue.',
    on: (from: string) => `Mail is sent from ${from}.`,
    show: 'Show',
    all: 'all',
    states: {
      antre: 'waiting',
      terkirim: 'sent',
      serah: 'waiting for the phone',
      gagal: 'not sent',
      batal: 'given up',
    } satisfies Record<State, string>,
    about: 'About',
    way: 'Way',
    to: 'To',
    at: 'Made',
    state: 'State',
    tries: 'Tries',
    fault: 'Answer of the server',
    next: 'tried again',
    resend: 'Send again',
    giveUp: 'Give up',
    empty: 'No outgoing message yet.',
  },
};
const KINDS: Readonly<Record<State, StatusKind>> = {
  antre: 'menunggu',
  terkirim: 'selesai',
  serah: 'menunggu',
  gagal: 'tindakan',
  batal: 'netral',
};

const Acts = ({ message }: { message: Out['items'][number] }) => {
  const t = useText(texts);
  const resend = useAct('POST /api/message/:id/resending', { stale: ['/api/message'] });
  const giveUp = useAct('POST /api/message/:id/giving-up', { stale: ['/api/message'] });
  const given = { params: { id: message.id }, body: { version: message.version } };
  return (
    <>
      <ErrorNotice error={resend.error ?? giveUp.error} />
      {message.state === 'gagal' && (
        <Button size="compact-sm" disabled={resend.isPending} onClick={() => resend.act(given)}>
          {t.resend}
        </Button>
      )}
      {message.state !== 'terkirim' && message.state !== 'batal' && (
        <Button size="compact-sm" disabled={giveUp.isPending} onClick={() => giveUp.act(given)}>
          {t.giveUp}
        </Button>
      )}
    </>
  );
};

/** What left and what did not, and the ways that are on. */
export const Page = () => {
  const t = useText(texts);
  const { language } = useLanguage();
  const [state, setState] = useState<State | ''>('');
  const out = useList('/api/message', { query: state ? { state } : {} });
  const counts = out.first?.counts ?? {};
  const mail = out.first?.mail;
  return (
    <div className="stack" style={{ gap: 16 }}>
      <PageTitle note={mail && (mail.on ? t.on(mail.from) : t.off)}>{t.title}</PageTitle>
      <ErrorNotice error={out.error} onRetry={() => void out.refetch()} />
      <NativeSelect
        label={t.show}
        value={state}
        onChange={(event) => setState(event.currentTarget.value as State | '')}
        data={[
          { value: '', label: t.all },
          ...(Object.keys(t.states) as State[]).map((value) => ({
            value,
            label: `${t.states[value]} (${counts[value] ?? 0})`,
          })),
        ]}
        style={{ maxWidth: 320 }}
      />
      <DataTable
        caption={t.title}
        rows={out.rows}
        rowKey={(row) => row.id}
        isLoading={out.isPending}
        more={out.more}
        empty={t.empty}
        columns={[
          { key: 'about', header: t.about, cell: (row) => row.subject },
          { key: 'way', header: t.way, cell: (row) => CHANNELS[row.channel][language === 'en' ? 1 : 0] },
          { key: 'to', header: t.to, cell: (row) => row.recipient },
          { key: 'at', header: t.at, cell: (row) => <InstantText at={row.at} /> },
          {
            key: 'state',
            header: t.state,
            cell: (row) => <StatusBadge kind={KINDS[row.state]}>{t.states[row.state]}</StatusBadge>,
          },
          { key: 'tries', header: t.tries, isNumber: true, cell: (row) => row.attempts },
          {
            key: 'fault',
            header: t.fault,
            cell: (row) => (
              <>
                {row.fault ?? ''}
                {row.nextTryAt !== null && row.attempts > 0 && (
                  <>
                    {' '}
                    ({t.next} <InstantText at={row.nextTryAt} />)
                  </>
                )}
              </>
            ),
          },
        ]}
        actions={(row) => <Acts message={row} />}
      />
      <SettingSection />
    </div>
  );
};
