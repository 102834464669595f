import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { formatInstant } from '#kernel/local-date.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useLanguage, useText } from '#web/ui/language.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { useAct, useGet } from '#web/ui/queries.ts';
import { ReasonDialog } from '#web/ui/ReasonDialog.tsx';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import { useSession } from '#web/ui/session.tsx';
import { UNREAD } from '#web/ui/unread.ts';
import { AccountForm } from './AccountForm.tsx';

const texts = {
  id: {
    title: 'Akun',
    note: 'Akun RT dan PSM berakhir sendiri pada akhir masa bakti.',
    add: 'Akun baru',
    find: 'Cari nama',
    name: 'Nama',
    username: 'Nama masuk',
    tasks: 'Penugasan',
    ends: 'Berakhir',
    state: 'Keadaan',
    open: 'Aktif',
    closed: 'Ditutup',
    never: 'tidak dibatasi',
    close: 'Tutup akun',
    closeTitle: (name: string) => `Tutup akun ${name}`,
    reasons: {
      pindah: 'Pindah tugas',
      selesai: 'Masa tugas selesai',
      salah: 'Dibuat keliru',
      aman: 'Keamanan (HP hilang, sandi bocor)',
    },
    level: 'tingkat',
    locked: (what: string, until: string) => `Terkunci sampai ${until}: ${what}`,
    tried: { sandi: 'kata sandi salah', kode: 'kode kedua salah' },
    tries: (count: number, what: string, from: string) => `${count} kali ${what}, dari ${from}`,
    release: 'Buka kunci',
    releaseTitle: (name: string) => `Buka kunci ${name}`,
    releaseReasons: {
      lupa: 'Pemilik akun lupa, sudah dipastikan orangnya',
      ganti: 'HP atau aplikasi kode diganti',
      lain: 'Sebab lain',
    },
  },
  en: {
    title: 'Accounts',
    note: 'Accounts of RT and PSM end by themselves with the term.',
    add: 'New account',
    find: 'Find a name',
    name: 'Name',
    username: 'Sign-in name',
    tasks: 'Assignments',
    ends: 'Ends',
    state: 'State',
    open: 'Active',
    closed: 'Closed',
    never: 'no end',
    close: 'Close account',
    closeTitle: (name: string) => `Close the account of ${name}`,
    reasons: {
      pindah: 'Moved to other work',
      selesai: 'Term has ended',
      salah: 'Made by mistake',
      aman: 'Security (phone lost, password known)',
    },
    level: 'level',
    locked: (what: string, until: string) => `Locked until ${until}: ${what}`,
    tried: { sandi: 'wrong password', kode: 'wrong second code' },
    tries: (count: number, what: string, from: string) => `${count} times ${what}, from ${from}`,
    release: 'Unlock',
    releaseTitle: (name: string) => `Unlock ${name}`,
    releaseReasons: {
      lupa: 'The owner forgot; it is surely her',
      ganti: 'New phone or code app',
      lain: 'Another cause',
    },
  },
};
const RELEASE = ['lupa', 'ganti', 'lain'] as const;
const REASONS = ['pindah', 'selesai', 'salah', 'aman'] as const;

/** Accounts with their assignments: make one, close one, open one that wrong tries have closed. */
export const Page = () => {
  const t = useText(texts);
  const { language } = useLanguage();
  const [q, setQ] = useState('');
  const [isAdding, setAdding] = useState(false);
  const [closing, setClosing] = useState<{ id: string; name: string; version: number } | null>(null);
  const [locked, setLocked] = useState<{ id: string; name: string } | null>(null);
  const { agency } = useSession();
  const accounts = useGet('/api/account', { query: { q }, keep: true });
  const close = useAct('POST /api/account/:id/closure', { stale: ['/api/account'], onDone: () => setClosing(null) });
  const release = useAct('POST /api/account/:id/lock-release', {
    stale: ['/api/account'],
    onDone: () => setLocked(null),
  });
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
      <TextInput label={t.find} value={q} onChange={(event) => setQ(event.currentTarget.value)} maw={320} mb="md" />
      <ErrorNotice error={accounts.error} onRetry={() => void accounts.refetch()} />
      <DataTable
        caption={t.title}
        rows={accounts.data?.items ?? UNREAD}
        rowKey={(row) => row.id}
        isLoading={accounts.isPending}
        csv={{ name: 'akun' }}
        columns={[
          { key: 'name', header: t.name, cell: (row) => row.name },
          { key: 'username', header: t.username, cell: (row) => row.username },
          {
            key: 'tasks',
            header: t.tasks,
            cell: (row) =>
              row.assignments
                .map(
                  (task) =>
                    `${task.roleName[language]} · ${task.areaName.split(',')[0]} · ${t.level} ${task.clearance}`,
                )
                .join('; '),
          },
          {
            key: 'ends',
            header: t.ends,
            cell: (row) => (row.expiresOn ? <DateText date={row.expiresOn} /> : t.never),
            text: (row) => row.expiresOn ?? '',
          },
          {
            key: 'state',
            header: t.state,
            cell: (row) =>
              row.closedAt ? (
                <StatusBadge kind="netral">{t.closed}</StatusBadge>
              ) : row.locks.length > 0 ? (
                row.locks.map((lock) => (
                  <div key={lock.kind}>
                    <StatusBadge kind="tindakan">
                      {t.locked(t.tried[lock.kind], formatInstant(new Date(lock.until), agency.zone, language))}
                    </StatusBadge>
                    <div>{t.tries(lock.tries, t.tried[lock.kind], lock.addresses.join(', '))}</div>
                  </div>
                ))
              ) : (
                <StatusBadge kind="selesai">{t.open}</StatusBadge>
              ),
            text: (row) =>
              row.closedAt
                ? t.closed
                : row.locks
                    .map((lock) => t.tries(lock.tries, t.tried[lock.kind], lock.addresses.join(', ')))
                    .join('; ') || t.open,
          },
        ]}
        actions={(row) =>
          row.closedAt ? null : (
            <div className="row">
              {row.locks.length > 0 && (
                <Button size="compact-sm" onClick={() => setLocked(row)}>
                  {t.release}
                </Button>
              )}
              <Button size="compact-sm" onClick={() => setClosing(row)}>
                {t.close}
              </Button>
            </div>
          )
        }
      />
      {isAdding && <AccountForm onClose={() => setAdding(false)} />}
      {locked && (
        <ReasonDialog
          title={t.releaseTitle(locked.name)}
          reasons={RELEASE.map((code) => ({ code, label: t.releaseReasons[code] }))}
          confirm={t.release}
          isPending={release.isPending}
          error={release.error}
          onClose={() => setLocked(null)}
          onConfirm={({ code, text }) =>
            release.act({
              params: { id: locked.id },
              body: { reason: text ? `${t.releaseReasons[code]}: ${text}` : t.releaseReasons[code] },
            })
          }
        />
      )}
      {closing && (
        <ReasonDialog
          title={t.closeTitle(closing.name)}
          reasons={REASONS.map((code) => ({ code, label: t.reasons[code] }))}
          confirm={t.close}
          isPending={close.isPending}
          error={close.error}
          onClose={() => setClosing(null)}
          onConfirm={({ code, text }) =>
            close.act({
              params: { id: closing.id },
              body: { reason: text ? `${t.reasons[code]}: ${text}` : t.reasons[code], version: closing.version },
            })
          }
        />
      )}
    </>
  );
};
