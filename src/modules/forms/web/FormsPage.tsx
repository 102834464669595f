import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx';
import type { ReplyOf } from '#web/ui/contracts.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import { InstantText } from '#web/ui/DateText.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { FileDrop } from '#web/ui/FileDrop.tsx';
import { useText } from '#web/ui/language.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { useAct, useGet } from '#web/ui/queries.ts';
import { Section } from '#web/ui/Section.tsx';
import { Waiting } from '#web/ui/Waiting.tsx';

const texts = {
  id: {
    title: 'Formulir verval',
    note: 'Formulir dibuat di Excel sebagai XLSForm (lembar survey, choices, settings), diimpor, dicoba, lalu diterbitkan. Versi yang sudah terbit tidak berubah lagi; kunjungan lama tetap memakai versinya.',
    drafts: 'Rancangan',
    noDrafts: 'Tidak ada rancangan. Impor formulir, atau mulai dari formulir bawaan.',
    file: 'Berkas',
    changed: 'Diubah',
    state: 'Keadaan',
    ready: 'siap diterbitkan',
    faults: (n: number) => `${n} kesalahan`,
    by: 'oleh',
    drop: 'Impor formulir (XLSForm)',
    dropHint: 'Buku kerja Excel (xlsx), paling besar 3 MB.',
    start: 'Mulai dari formulir bawaan',
    versions: 'Versi terbit',
    form: 'Formulir',
    no: 'Versi',
    published: 'Terbit',
    visits: 'Kunjungan',
    inUse: 'dipakai sekarang',
    use: 'Pakai',
    download: 'Unduh xlsx',
    confirm: (title: string, no: number) => `Pakai ${title} versi ${no}`,
    confirmText:
      'Kunjungan verval mulai sekarang memakai formulir ini. Kunjungan yang sudah tercatat dan isian yang belum dikirim tetap pada versinya.',
  },
  en: {
    title: 'Field-check forms',
    note: 'A form is made in Excel as an XLSForm (sheets survey, choices, settings), imported, tried, then published. A published version never changes; earlier visits keep theirs.',
    drafts: 'Drafts',
    noDrafts: 'No drafts. Import a form, or begin from one that comes with Rukun.',
    file: 'File',
    changed: 'Changed',
    state: 'State',
    ready: 'ready to publish',
    faults: (n: number) => `${n} mistakes`,
    by: 'by',
    drop: 'Import a form (XLSForm)',
    dropHint: 'Excel workbook (xlsx), at most 3 MB.',
    start: 'Begin from a form of Rukun',
    versions: 'Published versions',
    form: 'Form',
    no: 'Version',
    published: 'Published',
    visits: 'Visits',
    inUse: 'in use now',
    use: 'Use',
    download: 'Download xlsx',
    confirm: (title: string, no: number) => `Use ${title} version ${no}`,
    confirmText: 'Field checks are asked with this form from now on. Visits and unsent answers keep their version.',
  },
};
type Forms = ReplyOf<'GET /api/form'>;
type Version = Forms['versions'][number];

const useOpenDraft = () => {
  const navigate = useNavigate();
  return (id: string) => void navigate({ to: '/formulir/$id', params: { id } });
};

const Begin = ({ forms }: { forms: Forms }) => {
  const t = useText(texts);
  const open = useOpenDraft();
  const start = useAct('POST /api/form/draft', { stale: ['/api/form'], onDone: ({ id }) => open(id) });
  return (
    <>
      <FileDrop
        label={t.drop}
        hint={t.dropHint}
        accept={['.xlsx']}
        mostBytes={3_000_000}
        urlOf={(file) => `/api/form/draft?name=${encodeURIComponent(file.name)}`}
        onDone={(reply) => open((reply as { id: string }).id)}
      />
      <ErrorNotice error={start.error} />
      <div className="row">
        <span className="muted">{t.start}:</span>
        {forms.templates.map((template) => (
          <Button
            key={template.id}
            disabled={start.isPending}
            onClick={() => start.act({ body: { template: template.id } })}
          >
            {template.title}
          </Button>
        ))}
      </div>
    </>
  );
};

const Drafts = ({ forms }: { forms: Forms }) => {
  const t = useText(texts);
  return (
    <DataTable
      caption={t.drafts}
      rows={forms.drafts}
      rowKey={(draft) => draft.id}
      href={(draft) => `/formulir/${draft.id}`}
      empty={t.noDrafts}
      columns={[
        { key: 'title', header: t.form, cell: (draft) => draft.title },
        { key: 'state', header: t.state, cell: (draft) => (draft.problems === 0 ? t.ready : t.faults(draft.problems)) },
        { key: 'file', header: t.file, cell: (draft) => draft.fileName },
        {
          key: 'changed',
          header: t.changed,
          cell: (draft) => (
            <>
              <InstantText at={draft.changedAt} /> {t.by} {draft.changedBy}
            </>
          ),
        },
      ]}
    />
  );
};

const Versions = ({ forms }: { forms: Forms }) => {
  const t = useText(texts);
  const [chosen, setChosen] = useState<Version>();
  const use = useAct('POST /api/form/use', { stale: ['/api/form'], onDone: () => setChosen(undefined) });
  return (
    <>
      <DataTable
        caption={t.versions}
        rows={forms.versions}
        rowKey={(line) => `${line.formId}/${line.no}`}
        columns={[
          { key: 'title', header: t.form, cell: (line) => line.title },
          { key: 'no', header: t.no, isNumber: true, cell: (line) => line.no },
          { key: 'state', header: t.state, cell: (line) => (line.isInUse ? <strong>{t.inUse}</strong> : '') },
          { key: 'published', header: t.published, cell: (line) => <InstantText at={line.publishedAt} /> },
          { key: 'visits', header: t.visits, isNumber: true, cell: (line) => line.visits },
        ]}
        actions={(line) => (
          <span className="row">
            {!line.isInUse && (
              <Button size="compact-sm" aria-label={t.confirm(line.title, line.no)} onClick={() => setChosen(line)}>
                {t.use}
              </Button>
            )}
            <a href={`/api/form/${line.formId}/${line.no}/xlsx`}>{t.download}</a>
          </span>
        )}
      />
      {chosen && (
        <ConfirmDialog
          title={t.confirm(chosen.title, chosen.no)}
          confirm={t.use}
          error={use.error}
          isPending={use.isPending}
          onClose={() => setChosen(undefined)}
          onConfirm={() => use.act({ body: { formId: chosen.formId, no: chosen.no } })}
        >
          {t.confirmText}
        </ConfirmDialog>
      )}
    </>
  );
};

/** Forms of field checks: import, drafts, published versions and the one in use. */
export const Page = () => {
  const t = useText(texts);
  const forms = useGet('/api/form');
  return (
    <>
      <PageTitle note={t.note}>{t.title}</PageTitle>
      <ErrorNotice error={forms.error} onRetry={() => void forms.refetch()} />
      {forms.isPending && <Waiting />}
      {forms.data && (
        <div className="stack" style={{ gap: 24 }}>
          <Section title={t.versions}>
            <Versions forms={forms.data} />
          </Section>
          <Section title={t.drafts}>
            <Drafts forms={forms.data} />
            <Begin forms={forms.data} />
          </Section>
        </div>
      )}
    </>
  );
};
