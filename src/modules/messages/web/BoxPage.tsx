import { Button } from '@mantine/core';
import { AppLink } from '#web/ui/AppLink.tsx';
import { DataTable } from '#web/ui/DataTable.tsx';
import { InstantText } from '#web/ui/DateText.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useText } from '#web/ui/language.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { useAct, useList } from '#web/ui/queries.ts';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';

const texts = {
  id: {
    title: 'Kotak pesan',
    note: 'Tenggat dan hal lain yang perlu Anda ketahui. Isinya tidak berubah bila orang lain sudah mengurusnya.',
    about: 'Perihal',
    told: 'Isi',
    at: 'Waktu',
    state: 'Keadaan',
    isNew: 'baru',
    read: 'dibaca',
    readOne: 'Tandai dibaca',
    readAll: 'Tandai semua dibaca',
    empty: 'Belum ada pesan untuk Anda.',
  },
  en: {
    title: 'Messages',
    note: 'Deadlines and other things you need to know. They do not change when somebody else has seen to them.',
    about: 'About',
    told: 'Message',
    at: 'Time',
    state: 'State',
    isNew: 'new',
    read: 'read',
    readOne: 'Mark as read',
    readAll: 'Mark all as read',
    empty: 'No message for you yet.',
  },
};

/** One's own box, the newest first. */
export const Page = () => {
  const t = useText(texts);
  const box = useList('/api/box');
  const read = useAct('POST /api/box/reading', { stale: ['/api/box'] });
  const hasNew = box.rows.some((row) => row.readAt === null);
  return (
    <div className="stack" style={{ gap: 16 }}>
      <PageTitle
        note={t.note}
        actions={
          hasNew && (
            <Button disabled={read.isPending} onClick={() => read.act({ body: {} })}>
              {t.readAll}
            </Button>
          )
        }
      >
        {t.title}
      </PageTitle>
      <ErrorNotice error={box.error ?? read.error} onRetry={() => void box.refetch()} />
      <DataTable
        caption={t.title}
        rows={box.rows}
        rowKey={(row) => row.id}
        isLoading={box.isPending}
        more={box.more}
        empty={t.empty}
        columns={[
          {
            key: 'about',
            header: t.about,
            width: 220,
            cell: (row) => (row.href ? <AppLink href={row.href}>{row.subject}</AppLink> : row.subject),
          },
          { key: 'told', header: t.told, cell: (row) => row.body },
          { key: 'at', header: t.at, cell: (row) => <InstantText at={row.at} /> },
          {
            key: 'state',
            header: t.state,
            cell: (row) => (
              <StatusBadge kind={row.readAt === null ? 'menunggu' : 'netral'}>
                {row.readAt === null ? t.isNew : t.read}
              </StatusBadge>
            ),
          },
        ]}
        actions={(row) =>
          row.readAt === null && (
            <Button size="compact-sm" onClick={() => read.act({ body: { ids: [row.id] } })}>
              {t.readOne}
            </Button>
          )
        }
      />
    </div>
  );
};
