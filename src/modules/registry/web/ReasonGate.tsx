import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useText } from '#web/ui/language.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { useAct } from '#web/ui/queries.ts';

const texts = {
  id: {
    title: 'Lembar yang dilindungi',
    why: 'Orang ini dilindungi. Tulis mengapa Anda perlu membuka lembarnya. Nama Anda, waktu, dan alasan ini dicatat dan dapat diperiksa.',
    reason: 'Alasan membuka',
    short: 'Tulis alasan sedikitnya sepuluh huruf.',
    open: 'Buka lembar (dicatat)',
  },
  en: {
    title: 'A protected sheet',
    why: 'This person is protected. Write why you need to open the sheet. Your name, the time and this reason are recorded and may be examined.',
    reason: 'Reason for opening',
    short: 'Write a reason of at least ten letters.',
    open: 'Open the sheet (logged)',
  },
};

/** Asks for the reason before a protected sheet opens. */
export const ReasonGate = ({ personId, onGiven }: { personId: string; onGiven: () => void }) => {
  const t = useText(texts);
  const [text, setText] = useState('');
  const [isTried, setTried] = useState(false);
  const ask = useAct('POST /api/person/:id/reading', { onDone: onGiven });
  const isShort = text.trim().length < 10;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isShort) ask.act({ params: { id: personId }, body: { text: text.trim() } });
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <PageTitle>{t.title}</PageTitle>
      <p>{t.why}</p>
      <ErrorNotice error={ask.error} />
      <Textarea
        label={t.reason}
        rows={3}
        maxLength={500}
        maw={640}
        value={text}
        error={isTried && isShort ? t.short : undefined}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit" variant="filled" disabled={ask.isPending}>
        {t.open}
      </Button>
    </form>
  );
};
