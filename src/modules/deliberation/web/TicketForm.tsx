import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { fieldErrors } from '#web/ui/api-error.ts';
import type { ReplyOf } from '#web/ui/contracts.ts';
import { InstantText } from '#web/ui/DateText.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useText } from '#web/ui/language.tsx';
import { useAct } from '#web/ui/queries.ts';

const texts = {
  id: {
    ticket: 'Nomor tiket SIKS-NG',
    save: 'Sudah diinput, lanjut',
    wait: 'Menyimpan…',
    keyed: 'Diketik',
    by: 'oleh',
    wrong: 'Perbaiki nomor tiket',
    mend: 'Simpan tiket yang benar',
  },
  en: {
    ticket: 'SIKS-NG ticket',
    save: 'Keyed, go on',
    wait: 'Saving…',
    keyed: 'Keyed',
    by: 'by',
    wrong: 'Correct the ticket',
    mend: 'Save the right ticket',
  },
};

export type Submission = ReplyOf<'GET /api/pengetikan'>['items'][number];

/** The ticket of SIKS-NG: ticks the family as keyed and goes on to the next, or corrects a mistyped ticket. */
export const TicketForm = ({ row, onNext }: { row: Submission; onNext: (usulanId: string | undefined) => void }) => {
  const t = useText(texts);
  const isKeyed = row.keyedAt !== null;
  const [ticket, setTicket] = useState(row.ticket ?? '');
  const [isMending, setMending] = useState(false);
  const save = useAct('POST /api/pengetikan/:usulanId/ticket', {
    stale: ['/api/pengetikan', '/api/home', '/api/intake'],
    onDone: ({ nextUsulanId }) => (isKeyed ? setMending(false) : onNext(nextUsulanId ?? undefined)),
  });
  const facts = isKeyed && (
    <div>
      <div className="muted">{t.ticket}</div>
      <strong className="number">{row.ticket}</strong>
      <div className="muted">{t.keyed}</div>
      <div>
        <InstantText at={row.keyedAt} />
        {row.keyedByName && ` ${t.by} ${row.keyedByName}`}
      </div>
    </div>
  );
  if (isKeyed && (!isMending || row.result))
    return (
      <div className="stack">
        {facts}
        {!row.result && <Button onClick={() => setMending(true)}>{t.wrong}</Button>}
      </div>
    );
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.act({ params: { usulanId: row.usulanId }, body: { version: row.version, ticket, correct: isKeyed } });
      }}
    >
      <ErrorNotice error={save.error} />
      <TextInput
        label={t.ticket}
        value={ticket}
        maxLength={60}
        autoComplete="off"
        onChange={(event) => setTicket(event.currentTarget.value)}
        error={fieldErrors(save.error)['ticket']}
      />
      <Button type="submit" variant="filled" disabled={save.isPending}>
        {save.isPending ? t.wait : isKeyed ? t.mend : t.save}
      </Button>
    </form>
  );
};
