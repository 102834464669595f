import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { formatDate } from '#kernel/local-date.ts';
import type { ReplyOf } from '#web/ui/contracts.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useLanguage, useText } from '#web/ui/language.tsx';
import { useAct } from '#web/ui/queries.ts';
import { Section } from '#web/ui/Section.tsx';
import { DOCUMENT_KINDS, type DocumentKind, FUND_KINDS, type FundKind } from '../domain/words.ts';
import { Gates } from './Gates.tsx';
import { PaperForm } from './PaperForm.tsx';

const texts = {
  id: {
    title: 'Sumber dana dan dokumen pembukanya',
    note: 'Tiap sumber dibuka dokumennya sendiri. Keadaan darurat tidak menunggu DPA; APBD tidak jalan tanpa DPA.',
    source: 'Sumber dana',
    kind: 'Jenis',
    documents: 'Dokumen tercatat',
    none: 'belum ada',
    opens: 'Yang dibuka',
    add: 'Sumber dana baru',
    record: 'Catat dokumen',
    recordFor: (name: string) => `Catat dokumen: ${name}`,
    document: 'Jenis dokumen',
    name: 'Nama sumber dana',
    save: 'Simpan',
    cancel: 'Jangan dulu',
  },
  en: {
    title: 'Sources of funds and the documents that open them',
    note: 'Each source is opened by its own document. An emergency does not wait for a DPA; APBD does not move without one.',
    source: 'Source of funds',
    kind: 'Kind',
    documents: 'Documents recorded',
    none: 'none yet',
    opens: 'What it opens',
    add: 'New source of funds',
    record: 'Record a document',
    recordFor: (name: string) => `Record a document: ${name}`,
    document: 'Kind of document',
    name: 'Name of the source',
    save: 'Save',
    cancel: 'Not now',
  },
};
type Source = ReplyOf<'GET /api/budget/source'>['items'][number];

const NewSource = ({ onClose }: { onClose: () => void }) => {
  const t = useText(texts);
  const [name, setName] = useState('');
  const [kind, setKind] = useState<FundKind>('apbd');
  const add = useAct('POST /api/budget/source', { stale: ['/api/budget'], onDone: onClose });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.act({ body: { name, kind } });
  };
  return (
    <Dialog title={t.add} onClose={onClose}>
      <form className="stack" onSubmit={submit} noValidate>
        <ErrorNotice error={add.error} />
        <TextInput
          label={t.name}
          value={name}
          maxLength={120}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <NativeSelect
          label={t.kind}
          data={Object.entries(FUND_KINDS).map(([value, label]) => ({ value, label }))}
          value={kind}
          onChange={(event) => setKind(event.currentTarget.value as FundKind)}
        />
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button type="submit" variant="filled" disabled={add.isPending}>
            {t.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
};

const RecordDocument = ({ source, year, onClose }: { source: Source; year: number; onClose: () => void }) => {
  const t = useText(texts);
  const record = useAct('POST /api/budget/source/:id/document', {
    stale: ['/api/budget', '/api/programme'],
    onDone: onClose,
  });
  return (
    <PaperForm
      title={t.recordFor(source.name)}
      choice={{
        label: t.document,
        options: source.wanted.map((kind) => ({ value: kind, label: DOCUMENT_KINDS[kind] })),
      }}
      withAmount={false}
      confirm={t.save}
      isPending={record.isPending}
      error={record.error}
      onClose={onClose}
      onSave={({ choice, number, onDate }) =>
        record.act({ params: { id: source.id }, body: { kind: choice as DocumentKind, number, onDate, year } })
      }
    />
  );
};

/** Sources of funds of a year: documents recorded, acts opened, what is missing. */
export const SourceSection = ({
  year,
  sources,
  mayRecord,
}: {
  year: number;
  sources: readonly Source[];
  mayRecord: boolean;
}) => {
  const t = useText(texts);
  const { language } = useLanguage();
  const [isAdding, setAdding] = useState(false);
  const [recording, setRecording] = useState<Source | null>(null);
  return (
    <Section
      title={t.title}
      note={t.note}
      actions={mayRecord ? <Button onClick={() => setAdding(true)}>{t.add}</Button> : undefined}
    >
      <DataTable
        caption={`${t.title} ${year}`}
        rows={sources}
        rowKey={(source) => source.id}
        columns={[
          { key: 'name', header: t.source, cell: (source) => source.name, width: 140 },
          { key: 'kind', header: t.kind, cell: (source) => FUND_KINDS[source.kind] },
          {
            key: 'documents',
            header: t.documents,
            cell: (source) =>
              source.documents.length === 0
                ? t.none
                : source.documents
                    .map((d) => `${DOCUMENT_KINDS[d.kind]} ${d.number}, ${formatDate(d.onDate, { language })}`)
                    .join('; '),
            width: 180,
          },
          { key: 'gates', header: t.opens, cell: (source) => <Gates gates={source.gates} />, width: 320 },
        ]}
        {...(mayRecord
          ? {
              actions: (source: Source) =>
                source.wanted.length === 0 ? null : <Button onClick={() => setRecording(source)}>{t.record}</Button>,
            }
          : {})}
      />
      {isAdding && <NewSource onClose={() => setAdding(false)} />}
      {recording && <RecordDocument source={recording} year={year} onClose={() => setRecording(null)} />}
    </Section>
  );
};
