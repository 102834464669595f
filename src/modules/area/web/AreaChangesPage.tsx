import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ReplyOf } from '#web/ui/contracts.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useText } from '#web/ui/language.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { useGet } from '#web/ui/queries.ts';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import { ChangeForm } from './ChangeForm.tsx';
import { PlacementDialog } from './PlacementDialog.tsx';
import { texts } from './words.ts';

type Event = ReplyOf<'GET /api/area-event'>['items'][number];

const namesIn = (event: Event, side: 'fromName' | 'toName'): string =>
  [...new Set(event.parts.filter((part) => part.note === '').flatMap((part) => part[side] ?? []))].join(', ');
/** "Karang Asri → Karang Asri, Karang Asri Timur". */
const arrow = (event: Event): string =>
  [namesIn(event, 'fromName'), namesIn(event, 'toName')].filter(Boolean).join(' → ');

/** Changes of the territory with their legal basis; record one, and place what an ended area leaves behind. */
export const Page = () => {
  const t = useText(texts);
  const [isAdding, setAdding] = useState(false);
  const [placing, setPlacing] = useState<string | null>(null);
  const events = useGet('/api/area-event');
  const isWaiting = (event: Event) => event.unplaced.places + event.unplaced.families > 0;
  return (
    <>
      <PageTitle
        note={t.note}
        actions={
          <Button variant="filled" onClick={() => setAdding(true)}>
            {t.add}
          </Button>
        }
      >
        {t.title}
      </PageTitle>
      <ErrorNotice error={events.error} onRetry={() => void events.refetch()} />
      <DataTable
        caption={t.title}
        rows={events.data?.items ?? []}
        rowKey={(row) => row.id}
        isLoading={events.isPending}
        empty={t.none}
        csv={{ name: 'perubahan-wilayah' }}
        columns={[
          { key: 'when', header: t.when, cell: (row) => <DateText date={row.onDate} />, text: (row) => row.onDate },
          {
            key: 'what',
            header: t.what,
            cell: (row) => `${t.kinds[row.kind]}: ${arrow(row)}`,
          },
          {
            key: 'basis',
            header: t.basis,
            cell: (row) => (
              <>
                {row.decree}
                {row.decreeOn && (
                  <>
                    {' '}
                    {t.dated} <DateText date={row.decreeOn} />
                  </>
                )}
              </>
            ),
            text: (row) => `${row.decree} ${row.decreeOn ?? ''}`,
          },
          { key: 'by', header: t.by, cell: (row) => row.by ?? '' },
          {
            key: 'waiting',
            header: t.waiting,
            cell: (row) =>
              isWaiting(row) ? (
                <StatusBadge kind="tindakan">{t.waits(row.unplaced.places, row.unplaced.families)}</StatusBadge>
              ) : (
                t.allPlaced
              ),
            text: (row) => (isWaiting(row) ? t.waits(row.unplaced.places, row.unplaced.families) : t.allPlaced),
          },
        ]}
        actions={(row) =>
          isWaiting(row) ? (
            <Button size="compact-sm" onClick={() => setPlacing(row.id)}>
              {t.place}
            </Button>
          ) : null
        }
      />
      {isAdding && <ChangeForm onClose={() => setAdding(false)} />}
      {placing && <PlacementDialog eventId={placing} onClose={() => setPlacing(null)} />}
    </>
  );
};
