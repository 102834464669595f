import { Button } from '@mantine/core';
import { AppLink } from '#web/ui/AppLink.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { KeyHint } from '#web/ui/KeyHint.tsx';
import { useKeys } from '#web/ui/keys.tsx';
import { useText } from '#web/ui/language.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { useAct, useGet } from '#web/ui/queries.ts';
import { Section } from '#web/ui/Section.tsx';
import { Waiting } from '#web/ui/Waiting.tsx';
import { ComparisonTable } from './ComparisonTable.tsx';
import { Families } from './PairDetail.tsx';

const texts = {
  id: {
    title: 'Bacaan kedua',
    note: 'Satu dari dua puluh keputusan dibaca lagi oleh petugas lain, tanpa melihat jawaban yang pertama. Tidak ada catatan yang berubah karenanya.',
    back: 'Kembali ke antrean',
    waiting: (n: number) => `${n} pasangan menunggu dibaca`,
    none: 'Tidak ada yang menunggu bacaan Anda',
    noneNote: 'Pasangan baru muncul setelah petugas lain memutus.',
    same: 'Orang yang sama',
    different: 'Bukan orang yang sama',
    families: 'Keluarga masing-masing',
  },
  en: {
    title: 'Second reading',
    note: 'One decision in twenty is read again by another officer, without seeing the first answer. No record changes by it.',
    back: 'Back to the queue',
    waiting: (n: number) => `${n} pairs wait to be read`,
    none: 'Nothing waits for your reading',
    noneNote: 'New pairs appear after another officer has decided.',
    same: 'Same person',
    different: 'Not the same person',
    families: 'Their families',
  },
};

/** Pairs to read again: the records as they stood when they were decided, and two answers. */
export const Page = () => {
  const t = useText(texts);
  const reading = useGet('/api/blind-reading');
  const answer = useAct('POST /api/blind-reading/:id/answer', {
    stale: ['/api/blind-reading', '/api/duplicate-agreement'],
  });
  const next = reading.data?.next;
  const say = (said: 'sama' | 'beda') => next && answer.act({ params: { id: next.id }, body: { answer: said } });
  const isOff = !next || answer.isPending;
  useKeys([
    { key: 's', label: t.same, run: () => say('sama'), isOff },
    { key: 'b', label: t.different, run: () => say('beda'), isOff },
  ]);
  return (
    <>
      <PageTitle note={t.note} actions={<AppLink href="/kemungkinan-ganda">{t.back}</AppLink>}>
        {t.title}
      </PageTitle>
      <ErrorNotice error={reading.error ?? answer.error} onRetry={() => void reading.refetch()} />
      {reading.isPending && <Waiting />}
      {reading.data && !next && <EmptyState title={t.none}>{t.noneNote}</EmptyState>}
      {next && (
        <>
          <p className="muted" aria-live="polite">
            {t.waiting(reading.data?.waiting ?? 0)}
          </p>
          <ComparisonTable pair={next.shown} keep="" onKeep={undefined} key={next.id} />
          <div className="row">
            <Button onClick={() => say('beda')} disabled={isOff} rightSection={<KeyHint>b</KeyHint>}>
              {t.different}
            </Button>
            <Button onClick={() => say('sama')} disabled={isOff} rightSection={<KeyHint>s</KeyHint>}>
              {t.same}
            </Button>
          </div>
          <Section title={t.families}>
            <Families sides={next.shown.sides} />
          </Section>
        </>
      )}
    </>
  );
};
