import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import { dateInZone } from '#kernel/local-date.ts';
import { fieldErrors } from '#web/ui/api-error.ts';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useText } from '#web/ui/language.tsx';
import { useAct } from '#web/ui/queries.ts';
import { Section } from '#web/ui/Section.tsx';
import { useSession } from '#web/ui/session.tsx';
import { resultSentence } from '../domain/centre.ts';
import { CENTRE_RESULTS, type CentreResult, keysOf } from '../domain/words.ts';
import type { Submission } from './TicketForm.tsx';
import { useSay } from './use-say.ts';

const texts = {
  id: {
    title: 'Jawaban pusat',
    result: 'Hasil',
    reason: 'Alasan dari pusat',
    reads: 'Warga akan membaca',
    save: 'Catat, beri tahu warga',
    wait: 'Mencatat…',
  },
  en: {
    title: 'Answer of the centre',
    result: 'Result',
    reason: 'Reason given by the centre',
    reads: 'The citizen will read',
    save: 'Record, tell the citizen',
    wait: 'Recording…',
  },
};

/** What the centre answered to a ticket, keyed in by hand, with the sentence the citizen will read. */
export const CentreAnswerForm = ({ row }: { row: Submission }) => {
  const t = useText(texts);
  const say = useSay();
  const { agency } = useSession();
  const [result, setResult] = useState<CentreResult>(row.result ?? 'padan');
  const [reason, setReason] = useState(row.resultReason ?? '');
  const record = useAct('POST /api/pengetikan/results', { stale: ['/api/pengetikan', '/api/home', '/api/usulan'] });
  const today = dateInZone(new Date(), agency.zone);
  return (
    <Section title={t.title}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          record.act({ body: { ticket: row.ticket ?? '', result, reason } });
        }}
      >
        <ErrorNotice error={record.error} />
        <NativeSelect
          label={t.result}
          value={result}
          onChange={(event) => setResult(event.currentTarget.value as CentreResult)}
          data={keysOf(CENTRE_RESULTS).map((value) => ({ value, label: say(CENTRE_RESULTS[value]) }))}
        />
        <Textarea
          label={t.reason}
          rows={2}
          maxLength={400}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={fieldErrors(record.error)['reason']}
        />
        <div>
          <strong>{t.reads}</strong>
          <p aria-live="polite">{resultSentence(result, reason.trim() || null, today)}</p>
        </div>
        <Button type="submit" disabled={record.isPending}>
          {record.isPending ? t.wait : t.save}
        </Button>
      </form>
    </Section>
  );
};
