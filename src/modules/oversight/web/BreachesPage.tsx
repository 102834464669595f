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
import { BreachForm, StepForm } from './BreachForms.tsx';
import { CLOCK_KINDS, texts } from './privacy-words.ts';

type Breach = ReplyOf<'GET /api/breach'>['items'][number];
const STEPS = ['contained', 'subjects_told', 'authority_told'] as const;
type Step = (typeof STEPS)[number];

const doneAt = (row: Breach, step: Step): string | null =>
  step === 'contained' ? row.containedAt : step === 'subjects_told' ? row.subjectsToldAt : row.authorityToldAt;
const doneHow = (row: Breach, step: Step): string | null =>
  step === 'contained' ? row.containedHow : step === 'subjects_told' ? row.subjectsToldHow : row.authorityToldHow;

const StepCell = ({ row, step, onRecord }: { row: Breach; step: Step; onRecord: () => void }) => {
  const t = useText(texts);
  const clock = step === 'subjects_told' ? row.subjectsClock : step === 'authority_told' ? row.authorityClock : null;
  const at = doneAt(row, step);
  return (
    <>
      {clock && <StatusBadge kind={CLOCK_KINDS[clock]}>{t.clocks[clock]}</StatusBadge>}
      <div>
        {at ? (
          <InstantText at={at} />
        ) : clock ? (
          <>
            {t.until} <InstantText at={row.dueAt} />
          </>
        ) : (
          t.notYet
        )}
      </div>
      {at ? (
        <div>{doneHow(row, step)}</div>
      ) : (
        <Button size="compact-sm" onClick={onRecord}>
          {t.recordStep[step]}
        </Button>
      )}
    </>
  );
};

/** Incidents of personal data, with the clocks to the people concerned and to the authority. */
export const Page = () => {
  const t = useText(texts);
  const [isAdding, setAdding] = useState(false);
  const [stepping, setStepping] = useState<{ breach: Breach; step: Step } | null>(null);
  const breaches = useGet('/api/breach');
  return (
    <>
      <PageTitle
        note={t.breachesNote}
        actions={
          <Button variant="filled" onClick={() => setAdding(true)}>
            {t.addBreach}
          </Button>
        }
      >
        {t.breaches}
      </PageTitle>
      <ErrorNotice error={breaches.error} onRetry={() => void breaches.refetch()} />
      <DataTable
        caption={t.breaches}
        rows={breaches.data?.items ?? []}
        rowKey={(row) => row.id}
        isLoading={breaches.isPending}
        empty={t.noBreaches}
        csv={{ name: 'insiden-data' }}
        columns={[
          {
            key: 'found',
            header: t.found,
            cell: (row) => <InstantText at={row.foundAt} />,
            text: (row) => row.foundAt,
          },
          { key: 'what', header: t.what, cell: (row) => `${row.what} (${row.fields})`, width: 240 },
          { key: 'people', header: t.peopleShort, isNumber: true, cell: (row) => row.people ?? t.unknown },
          ...STEPS.map((step) => ({
            key: step,
            header: t[step],
            cell: (row: Breach) => (
              <StepCell row={row} step={step} onRecord={() => setStepping({ breach: row, step })} />
            ),
            text: (row: Breach) => `${doneAt(row, step) ?? ''} ${doneHow(row, step) ?? ''}`,
          })),
        ]}
      />
      {isAdding && <BreachForm onClose={() => setAdding(false)} />}
      {stepping && <StepForm breach={stepping.breach} step={stepping.step} onClose={() => setStepping(null)} />}
    </>
  );
};
