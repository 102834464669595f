import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ReplyOf } from '#web/ui/contracts.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import { InstantText } from '#web/ui/DateText.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useText } from '#web/ui/language.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { useGet } from '#web/ui/queries.ts';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import { CLOCK_KINDS, texts } from './privacy-words.ts';
import { AnswerForm, RequestForm } from './RequestForms.tsx';

type Request = ReplyOf<'GET /api/subject-request'>['items'][number];

/** What citizens ask about their own data, with the clock of three times twenty-four hours. */
export const Page = () => {
  const t = useText(texts);
  const [isAdding, setAdding] = useState(false);
  const [answering, setAnswering] = useState<Request | null>(null);
  const requests = useGet('/api/subject-request');
  return (
    <>
      <PageTitle
        note={t.requestsNote}
        actions={
          <Button variant="filled" onClick={() => setAdding(true)}>
            {t.addRequest}
          </Button>
        }
      >
        {t.requests}
      </PageTitle>
      <ErrorNotice error={requests.error} onRetry={() => void requests.refetch()} />
      <DataTable
        caption={t.requests}
        rows={requests.data?.items ?? []}
        rowKey={(row) => row.id}
        isLoading={requests.isPending}
        empty={t.noRequests}
        csv={{ name: 'permintaan-warga' }}
        columns={[
          {
            key: 'asked',
            header: t.asked,
            cell: (row) => <InstantText at={row.askedAt} />,
            text: (row) => row.askedAt,
          },
          { key: 'kind', header: t.kind, cell: (row) => t.kinds[row.kind] },
          {
            key: 'asker',
            header: t.asker,
            cell: (row) => `${row.asker} (${t.capacities[row.capacity].toLowerCase()})`,
          },
          { key: 'wish', header: t.wish, cell: (row) => row.wish, width: 280 },
          { key: 'due', header: t.due, cell: (row) => <InstantText at={row.dueAt} />, text: (row) => row.dueAt },
          {
            key: 'state',
            header: t.state,
            cell: (row) => <StatusBadge kind={CLOCK_KINDS[row.clock]}>{t.clocks[row.clock]}</StatusBadge>,
            text: (row) => t.clocks[row.clock],
          },
          {
            key: 'answer',
            header: t.answerLine,
            width: 280,
            cell: (row) =>
              row.answerKind
                ? `${t.answers[row.answerKind]}: ${row.answer} ${row.legalBasis ? `(${row.legalBasis}) ` : ''}· ${row.answeredBy}`
                : t.notYet,
          },
        ]}
        actions={(row) =>
          row.answeredAt ? null : (
            <Button size="compact-sm" onClick={() => setAnswering(row)}>
              {t.answer}
            </Button>
          )
        }
      />
      {isAdding && <RequestForm onClose={() => setAdding(false)} />}
      {answering && <AnswerForm request={answering} onClose={() => setAnswering(null)} />}
    </>
  );
};
