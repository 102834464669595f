import { Button } from '@mantine/core';
import { DataTable } from '#web/ui/DataTable.tsx';
import { InstantText } from '#web/ui/DateText.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useText } from '#web/ui/language.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { useAct, useGet } from '#web/ui/queries.ts';
import { UNREAD } from '#web/ui/unread.ts';

const texts = {
  id: {
    title: 'Di mana saya masuk',
    note: 'Akhiri sesi di komputer yang tidak Anda kenali, lalu ganti kata sandi.',
    began: 'Masuk',
    seen: 'Terakhir',
    from: 'Alamat',
    agent: 'Peramban',
    end: 'Akhiri',
  },
  en: {
    title: 'Where I am signed in',
    note: 'End a session on a computer you do not know, then change your password.',
    began: 'Signed in',
    seen: 'Last seen',
    from: 'Address',
    agent: 'Browser',
    end: 'End',
  },
};

const BROWSERS = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/SamsungBrowser/, 'Samsung Internet'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
] as const;
const SYSTEMS = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS/, 'macOS'],
  [/Linux/, 'Linux'],
] as const;
const wordIn = (list: readonly (readonly [RegExp, string])[], agent: string): string | undefined =>
  list.find(([sign]) => sign.test(agent))?.[1];

/** A browser as people know it, "Chrome, Android"; what cannot be told stands as it was sent. */
const browserOf = (agent: string): string =>
  [wordIn(BROWSERS, agent), wordIn(SYSTEMS, agent)].filter(Boolean).join(', ') || agent;

/** One's own sessions, each with a way to end it. */
export const Page = () => {
  const t = useText(texts);
  const sessions = useGet('/api/session/mine');
  const end = useAct('DELETE /api/session/mine/:id', { stale: ['/api/session/mine'] });
  return (
    <>
      <PageTitle note={t.note}>{t.title}</PageTitle>
      <ErrorNotice error={sessions.error ?? end.error} />
      <DataTable
        caption={t.title}
        rows={sessions.data?.items ?? UNREAD}
        rowKey={(row) => row.id}
        isLoading={sessions.isPending}
        columns={[
          { key: 'began', header: t.began, cell: (row) => <InstantText at={row.began} /> },
          { key: 'seen', header: t.seen, cell: (row) => <InstantText at={row.seen} /> },
          { key: 'from', header: t.from, cell: (row) => row.clientIp },
          {
            key: 'agent',
            header: t.agent,
            cell: (row) => (row.agent === null ? null : browserOf(row.agent)),
            text: (row) => row.agent,
          },
        ]}
        actions={(row) => (
          <Button size="compact-sm" disabled={end.isPending} onClick={() => end.act({ params: { id: row.id } })}>
            {t.end}
          </Button>
        )}
      />
    </>
  );
};
