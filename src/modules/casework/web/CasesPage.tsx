import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { BIDANG } from '#web/ui/bidang.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import { InstantText } from '#web/ui/DateText.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useLanguage, useText } from '#web/ui/language.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { useAct, useGet } from '#web/ui/queries.ts';
import { useMay } from '#web/ui/session.tsx';
import { UNREAD } from '#web/ui/unread.ts';

const texts = {
  id: {
    title: 'Kasus tim saya',
    note: 'Hanya kasus yang timnya memuat Anda. Nama samaran dipakai di mana-mana.',
    alias: 'Nama samaran',
    level: 'Tingkat',
    bidang: 'Bidang',
    opened: 'Dibuka',
    open: 'Buka kasus',
    glass: 'Akses darurat',
    reason: 'Alasan membuka kasus',
    empty: 'Anda belum masuk dalam tim kasus mana pun.',
    save: 'Buka kasus',
    wait: 'Menyimpan…',
    glassNote:
      'Untuk keadaan yang tidak bisa menunggu tim. Nama, alasan, dan waktunya dicatat, dan tim kasus diberi tahu.',
    glassReason: 'Alasan darurat (paling sedikit 20 huruf)',
    hours: 'Lama akses (jam)',
    glassDo: 'Buka dengan catatan',
  },
  en: {
    title: 'Cases of my team',
    note: 'Only cases whose team includes you. The alias is used everywhere.',
    alias: 'Alias',
    level: 'Level',
    bidang: 'Bidang',
    opened: 'Opened',
    open: 'Open a case',
    glass: 'Emergency access',
    reason: 'Reason to open the case',
    empty: 'You are in no case team yet.',
    save: 'Open the case',
    wait: 'Saving…',
    glassNote: 'For what cannot wait for the team. Name, reason and time are logged, and the team is told.',
    glassReason: 'Emergency reason (at least 20 letters)',
    hours: 'Length of access (hours)',
    glassDo: 'Open, and be logged',
  },
};
const CASE_BIDANG = ['rehabilitasi', 'pemberdayaan', 'linjamsos', 'bencana'] as const;

const OpenCase = ({ onClose, onOpened }: { onClose: () => void; onOpened: (id: string) => void }) => {
  const t = useText(texts);
  const { language } = useLanguage();
  const [form, setForm] = useState({ alias: '', level: '2', bidang: 'rehabilitasi', reason: '' });
  const open = useAct('POST /api/case', { stale: ['/api/case'], onDone: (reply) => onOpened(reply.caseId) });
  return (
    <Dialog title={t.open} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          open.act({
            body: {
              alias: form.alias,
              level: Number(form.level),
              bidang: CASE_BIDANG.find((one) => one === form.bidang) ?? 'rehabilitasi',
              reason: form.reason,
            },
          });
        }}
      >
        <ErrorNotice error={open.error} />
        <TextInput
          label={t.alias}
          value={form.alias}
          onChange={(event) => setForm({ ...form, alias: event.currentTarget.value })}
        />
        <NativeSelect
          label={t.level}
          data={['1', '2', '3']}
          value={form.level}
          onChange={(event) => setForm({ ...form, level: event.currentTarget.value })}
        />
        <NativeSelect
          label={t.bidang}
          data={CASE_BIDANG.map((value) => ({ value, label: BIDANG[value]?.[language] ?? value }))}
          value={form.bidang}
          onChange={(event) => setForm({ ...form, bidang: event.currentTarget.value })}
        />
        <Textarea
          label={t.reason}
          autosize
          minRows={2}
          value={form.reason}
          onChange={(event) => setForm({ ...form, reason: event.currentTarget.value })}
        />
        <Button type="submit" variant="filled" disabled={open.isPending}>
          {open.isPending ? t.wait : t.save}
        </Button>
      </form>
    </Dialog>
  );
};

const BreakGlass = ({ onClose, onOpened }: { onClose: () => void; onOpened: (id: string) => void }) => {
  const t = useText(texts);
  const [form, setForm] = useState({ alias: '', reason: '', hours: '4' });
  const open = useAct('POST /api/case/emergency-access', {
    stale: ['/api/case'],
    onDone: (reply) => onOpened(reply.caseId),
  });
  return (
    <Dialog title={t.glass} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          open.act({ body: { alias: form.alias, reason: form.reason, hours: Number(form.hours) } });
        }}
      >
        <p className="muted">{t.glassNote}</p>
        <ErrorNotice error={open.error} />
        <TextInput
          label={t.alias}
          value={form.alias}
          onChange={(event) => setForm({ ...form, alias: event.currentTarget.value })}
        />
        <Textarea
          label={t.glassReason}
          autosize
          minRows={2}
          value={form.reason}
          onChange={(event) => setForm({ ...form, reason: event.currentTarget.value })}
        />
        <NativeSelect
          label={t.hours}
          data={['1', '4', '12', '24']}
          value={form.hours}
          onChange={(event) => setForm({ ...form, hours: event.currentTarget.value })}
        />
        <Button type="submit" variant="filled" disabled={open.isPending}>
          {open.isPending ? t.wait : t.glassDo}
        </Button>
      </form>
    </Dialog>
  );
};

/** The social worker's cases, by alias. */
export const Page = () => {
  const t = useText(texts);
  const { language } = useLanguage();
  const [dialog, setDialog] = useState<'open' | 'glass' | null>(null);
  const mayBreak = useMay('case.break_glass');
  const cases = useGet('/api/case');
  const close = () => setDialog(null);
  return (
    <>
      <PageTitle
        note={t.note}
        actions={
          <>
            {mayBreak && <Button onClick={() => setDialog('glass')}>{t.glass}</Button>}
            <Button variant="filled" onClick={() => setDialog('open')}>
              {t.open}
            </Button>
          </>
        }
      >
        {t.title}
      </PageTitle>
      <ErrorNotice error={cases.error} onRetry={() => void cases.refetch()} />
      <DataTable
        caption={t.title}
        rows={cases.data?.items ?? UNREAD}
        rowKey={(row) => row.id}
        isLoading={cases.isPending}
        href={(row) => `/kasus/${row.id}`}
        empty={t.empty}
        columns={[
          { key: 'alias', header: t.alias, cell: (row) => row.alias },
          { key: 'level', header: t.level, isNumber: true, cell: (row) => row.level },
          { key: 'bidang', header: t.bidang, cell: (row) => BIDANG[row.bidang]?.[language] ?? row.bidang },
          { key: 'opened', header: t.opened, cell: (row) => <InstantText at={row.openedAt} /> },
        ]}
      />
      {dialog === 'open' && <OpenCase onClose={close} onOpened={close} />}
      {dialog === 'glass' && <BreakGlass onClose={close} onOpened={close} />}
    </>
  );
};
