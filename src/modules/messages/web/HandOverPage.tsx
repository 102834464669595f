import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ReplyOf } from '#web/ui/contracts.ts';
import { InstantText } from '#web/ui/DateText.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useLanguage, useText } from '#web/ui/language.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { useAct, useList } from '#web/ui/queries.ts';
import { Section } from '#web/ui/Section.tsx';
import { Waiting } from '#web/ui/Waiting.tsx';
import { CHANNELS } from '../domain/addresses.ts';

const texts = {
  id: {
    title: 'Pesan lewat HP kantor',
    note: 'Salin teksnya, kirim dari HP kantor ke nomor itu, lalu tandai. Jangan menambah isi: pesan dapat terbaca orang lain.',
    empty: 'Tidak ada yang menunggu dikirim',
    emptyNote:
      'Pesan muncul di sini bila warga meminta pemberitahuan lewat WhatsApp atau SMS dan jalannya dinyalakan admin.',
    since: 'menunggu sejak',
    copy: 'Salin teks',
    copied: 'Tersalin.',
    done: 'Sudah saya kirim',
    more: 'Muat lagi',
  },
  en: {
    title: 'Messages by the office’s phone',
    note: 'Copy the text, send it from the office’s phone to that number, then mark it. Add nothing: others may read it.',
    empty: 'Nothing waits to be sent',
    emptyNote:
      'Messages appear here when a citizen asks for notices by WhatsApp or SMS and the administrator switched it on.',
    since: 'waiting since',
    copy: 'Copy the text',
    copied: 'Copied.',
    done: 'I have sent it',
    more: 'Load more',
  },
};
type Lying = ReplyOf<'GET /api/message/hand-over'>['items'][number];

const One = ({ message }: { message: Lying }) => {
  const t = useText(texts);
  const { language } = useLanguage();
  const [isCopied, setCopied] = useState(false);
  const mark = useAct('POST /api/message/:id/handing-over', { stale: ['/api/message'] });
  const copy = () => void navigator.clipboard.writeText(message.body).then(() => setCopied(true));
  return (
    <Section
      title={`${CHANNELS[message.channel][language === 'en' ? 1 : 0]}: ${message.recipient}`}
      note={
        <>
          {t.since} <InstantText at={message.at} />
        </>
      }
    >
      <ErrorNotice error={mark.error} />
      <p style={{ whiteSpace: 'pre-wrap' }} lang="id">
        {message.body}
      </p>
      <div className="row">
        <Button onClick={copy}>{t.copy}</Button>
        <span role="status">{isCopied ? t.copied : ''}</span>
        <Button
          variant="filled"
          disabled={mark.isPending}
          onClick={() => mark.act({ params: { id: message.id }, body: { version: message.version } })}
        >
          {t.done}
        </Button>
      </div>
    </Section>
  );
};

/** Texts that an officer sends from the office's phone. */
export const Page = () => {
  const t = useText(texts);
  const waiting = useList('/api/message/hand-over');
  return (
    <div className="stack" style={{ gap: 16 }}>
      <PageTitle note={t.note}>{t.title}</PageTitle>
      <ErrorNotice error={waiting.error} onRetry={() => void waiting.refetch()} />
      {waiting.isPending && <Waiting />}
      {!waiting.isPending && waiting.rows.length === 0 && <EmptyState title={t.empty}>{t.emptyNote}</EmptyState>}
      {waiting.rows.map((message) => (
        <One key={message.id} message={message} />
      ))}
      {waiting.more.has && <Button onClick={waiting.more.load}>{t.more}</Button>}
    </div>
  );
};
