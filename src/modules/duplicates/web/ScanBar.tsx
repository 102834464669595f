import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { InstantText } from '#web/ui/DateText.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useText } from '#web/ui/language.tsx';
import { ProgressLine } from '#web/ui/ProgressLine.tsx';
import { useAct, useForget, useGet } from '#web/ui/queries.ts';
import { STALE } from './use-decisions.ts';

const texts = {
  id: {
    scan: 'Cari di seluruh register',
    reading: 'Membaca register',
    comparing: (n: string) => `Membandingkan ${n} orang…`,
    waiting: 'Menunggu giliran…',
    people: 'orang',
    never: 'Register belum pernah diperiksa.',
    last: 'Terakhir dicari',
    found: (found: string, fresh: string) => `${found} pasangan, ${fresh} baru.`,
  },
  en: {
    scan: 'Search the whole register',
    reading: 'Reading the register',
    comparing: (n: string) => `Comparing ${n} people…`,
    waiting: 'Waiting its turn…',
    people: 'people',
    never: 'The register has not been looked through yet.',
    last: 'Last searched',
    found: (found: string, fresh: string) => `${found} pairs, ${fresh} new.`,
  },
};
const count = (n: number) => n.toLocaleString('id-ID');
const RUNNING = ['dipesan', 'membaca', 'membandingkan'];

/** When the register was last looked through, the button for it, and how far it is. */
export const ScanBar = () => {
  const t = useText(texts);
  const forget = useForget();
  const wasRunning = useRef(false);
  const order = useAct('POST /api/duplicate-scan', { stale: ['/api/duplicate-scan'] });
  const first = useGet('/api/duplicate-scan');
  const isRunning = RUNNING.includes(first.data?.run?.state ?? '');
  const watched = useGet('/api/duplicate-scan', { every: isRunning ? 1000 : undefined });
  const run = watched.data?.run;
  useEffect(() => {
    if (wasRunning.current && !isRunning) void forget(STALE);
    wasRunning.current = isRunning;
  }, [isRunning, forget]);
  return (
    <div className="stack">
      <ErrorNotice error={order.error ?? first.error} />
      {run?.state === 'membaca' && (
        <ProgressLine label={t.reading} done={run.personsRead} total={run.personsTotal} unit={t.people} />
      )}
      <p className="muted" aria-live="polite">
        {run === null && t.never}
        {run?.state === 'dipesan' && t.waiting}
        {run?.state === 'membandingkan' && t.comparing(count(run.personsTotal))}
        {run?.state === 'gagal' && run.failure}
        {run?.state === 'selesai' && (
          <>
            {t.last} <InstantText at={run.finishedAt} />: {t.found(count(run.pairsFound), count(run.pairsNew))}
          </>
        )}
      </p>
      {!isRunning && (
        <Button disabled={order.isPending} onClick={() => order.act()}>
          {t.scan}
        </Button>
      )}
    </div>
  );
};
