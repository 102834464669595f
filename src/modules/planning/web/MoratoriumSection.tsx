import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { AreaPicker, type PickedArea } from '#web/ui/AreaPicker.tsx';
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx';
import type { ReplyOf } from '#web/ui/contracts.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import { DateField } from '#web/ui/DateField.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useText } from '#web/ui/language.tsx';
import { useAct, useGet } from '#web/ui/queries.ts';
import { Section } from '#web/ui/Section.tsx';
import { UNREAD } from '#web/ui/unread.ts';
import { FUND_KINDS, type FundKind } from '../domain/words.ts';

const texts = {
  id: {
    title: 'Moratorium penyaluran',
    note: 'Menghentikan serah terima satu jenis dana di suatu wilayah, misalnya menjelang pemungutan suara. Verifikasi tetap berjalan.',
    kind: 'Jenis dana',
    area: 'Wilayah',
    from: 'Mulai',
    to: 'Sampai',
    document: 'Dokumen',
    exceptions: 'Pengecualian',
    excepted: 'Tempat yang dikecualikan',
    except: 'Kecualikan tempat',
    end: 'Akhiri lebih awal',
    exceptNote: 'Misalnya daerah bencana. Serah terima di sana berjalan lagi mulai sekarang.',
    endNote: 'Serah terima berjalan lagi sesudah hari terakhir ini.',
    last: 'Hari terakhir berlaku',
    ended: (document: string) => `diakhiri lebih awal: ${document}`,
    add: 'Catat moratorium',
    save: 'Catat',
    cancel: 'Jangan dulu',
  },
  en: {
    title: 'Moratorium on handovers',
    note: 'Stops handovers of one kind of funds in an area, for example before an election. Verification goes on.',
    kind: 'Kind of funds',
    area: 'Area',
    from: 'From',
    to: 'To',
    document: 'Document',
    exceptions: 'Exceptions',
    excepted: 'Places left out',
    except: 'Leave a place out',
    end: 'End it early',
    exceptNote: 'For example a disaster area. Handovers go on there from now.',
    endNote: 'Handovers go on after this last day.',
    last: 'Last day it holds',
    ended: (document: string) => `ended early: ${document}`,
    add: 'Record a moratorium',
    save: 'Record',
    cancel: 'Not now',
  },
};

const Form = ({ onClose }: { onClose: () => void }) => {
  const t = useText(texts);
  const [fields, setFields] = useState({
    fundKind: 'apbd' as FundKind,
    from: '',
    to: '',
    document: '',
    exceptions: '',
  });
  const [area, setArea] = useState<PickedArea | null>(null);
  const set = (part: Partial<typeof fields>) => setFields((old) => ({ ...old, ...part }));
  const record = useAct('POST /api/budget/moratorium', { stale: ['/api/budget', '/api/programme'], onDone: onClose });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    record.act({ body: { ...fields, areaId: area?.id ?? 0 } });
  };
  return (
    <Dialog title={t.add} onClose={onClose}>
      <form className="stack" onSubmit={submit} noValidate>
        <ErrorNotice error={record.error} />
        <NativeSelect
          label={t.kind}
          data={Object.entries(FUND_KINDS).map(([value, label]) => ({ value, label }))}
          value={fields.fundKind}
          onChange={(event) => set({ fundKind: event.currentTarget.value as FundKind })}
        />
        <AreaPicker label={t.area} value={area} onChange={setArea} />
        <DateField label={t.from} value={fields.from} onChange={(from) => set({ from })} />
        <DateField label={t.to} value={fields.to} onChange={(to) => set({ to })} />
        <TextInput
          label={t.document}
          value={fields.document}
          onChange={(event) => set({ document: event.currentTarget.value })}
        />
        <Textarea
          label={t.exceptions}
          rows={2}
          value={fields.exceptions}
          onChange={(event) => set({ exceptions: event.currentTarget.value })}
        />
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button type="submit" variant="filled" disabled={record.isPending || area === null}>
            {t.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
};

type Row = ReplyOf<'GET /api/budget/moratorium'>['items'][number];
const STALE = ['/api/budget', '/api/programme', '/api/handover-desk'] as const;

/** Leaves a place out of a moratorium. */
const ExceptDialog = ({ row, onClose }: { row: Row; onClose: () => void }) => {
  const t = useText(texts);
  const [area, setArea] = useState<PickedArea | null>(null);
  const [document, setDocument] = useState('');
  const except = useAct('POST /api/budget/moratorium/:id/exception', { stale: STALE, onDone: onClose });
  return (
    <ConfirmDialog
      title={t.except}
      confirm={t.except}
      onConfirm={() => except.act({ params: { id: row.id }, body: { areaId: area?.id ?? 0, document } })}
      onClose={onClose}
      isPending={except.isPending || area === null}
      error={except.error}
    >
      <div className="stack">
        <p>{t.exceptNote}</p>
        <AreaPicker label={t.area} value={area} onChange={setArea} />
        <TextInput label={t.document} value={document} onChange={(event) => setDocument(event.currentTarget.value)} />
      </div>
    </ConfirmDialog>
  );
};

/** Ends a moratorium before its day. */
const EndDialog = ({ row, onClose }: { row: Row; onClose: () => void }) => {
  const t = useText(texts);
  const [on, setOn] = useState('');
  const [document, setDocument] = useState('');
  const end = useAct('POST /api/budget/moratorium/:id/end', { stale: STALE, onDone: onClose });
  return (
    <ConfirmDialog
      title={t.end}
      confirm={t.end}
      onConfirm={() => end.act({ params: { id: row.id }, body: { on, document } })}
      onClose={onClose}
      isPending={end.isPending}
      error={end.error}
    >
      <div className="stack">
        <p>{t.endNote}</p>
        <DateField label={t.last} value={on} onChange={setOn} />
        <TextInput label={t.document} value={document} onChange={(event) => setDocument(event.currentTarget.value)} />
      </div>
    </ConfirmDialog>
  );
};

/** Moratoria, the newest first, and the form that records one. */
export const MoratoriumSection = ({ mayRecord }: { mayRecord: boolean }) => {
  const t = useText(texts);
  const [isAdding, setAdding] = useState(false);
  const [open, setOpen] = useState<{ row: Row; act: 'except' | 'end' }>();
  const moratoria = useGet('/api/budget/moratorium');
  return (
    <Section
      title={t.title}
      note={t.note}
      actions={mayRecord ? <Button onClick={() => setAdding(true)}>{t.add}</Button> : undefined}
    >
      <DataTable
        caption={`${t.title}: ${t.area}, ${t.from}, ${t.to}`}
        rows={moratoria.data?.items ?? UNREAD}
        rowKey={(row) => row.id}
        isLoading={moratoria.isPending}
        columns={[
          { key: 'kind', header: t.kind, cell: (row) => FUND_KINDS[row.fundKind] },
          { key: 'area', header: t.area, cell: (row) => row.areaLabel },
          { key: 'from', header: t.from, cell: (row) => <DateText date={row.from} />, text: (row) => row.from },
          { key: 'to', header: t.to, cell: (row) => <DateText date={row.to} />, text: (row) => row.to },
          {
            key: 'document',
            header: t.document,
            cell: (row) =>
              row.endedDocument === null ? row.document : `${row.document} (${t.ended(row.endedDocument)})`,
          },
          { key: 'exceptions', header: t.exceptions, cell: (row) => row.exceptions },
          {
            key: 'excepted',
            header: t.excepted,
            cell: (row) => row.excepted.map(({ label, document }) => `${label} (${document})`).join('; '),
          },
        ]}
        {...(mayRecord
          ? {
              actions: (row: Row) => (
                <div className="row">
                  <Button size="compact-sm" onClick={() => setOpen({ row, act: 'except' })}>
                    {t.except}
                  </Button>
                  {row.endedDocument === null && (
                    <Button size="compact-sm" onClick={() => setOpen({ row, act: 'end' })}>
                      {t.end}
                    </Button>
                  )}
                </div>
              ),
            }
          : {})}
      />
      {open?.act === 'except' && <ExceptDialog row={open.row} onClose={() => setOpen(undefined)} />}
      {open?.act === 'end' && <EndDialog row={open.row} onClose={() => setOpen(undefined)} />}
      {isAdding && <Form onClose={() => setAdding(false)} />}
    </Section>
  );
};
