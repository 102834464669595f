import { Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReplyOf } from '#web/ui/contracts.ts';
import { Dialog } from '#web/ui/Dialog.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useText } from '#web/ui/language.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { PersonPicker, type PickedPerson } from '#web/ui/PersonPicker.tsx';
import { useAct, useGet } from '#web/ui/queries.ts';
import { Section } from '#web/ui/Section.tsx';
import { Waiting } from '#web/ui/Waiting.tsx';
import { type CaseDraft, CaseForm } from './CaseForm.tsx';
import { CaseTable } from './CaseTable.tsx';

type Case = ReplyOf<'GET /api/programme/:id/case'>['items'][number];
type View = ReplyOf<'GET /api/programme/:id'>;

const texts = {
  id: {
    title: (name: string) => `Contoh keluarga: ${name}`,
    back: 'Halaman program',
    note: 'Keluarga contoh dengan hasil yang seharusnya. Diperiksa pada setiap perubahan aturan; yang tidak sesuai menahan penyiapan daftar sampai aturannya diperbaiki atau diberi alasan.',
    list: 'Contoh yang disimpan',
    add: 'Tambah contoh',
    copy: 'Salin dari register',
    addTitle: 'Contoh keluarga',
    copyTitle: 'Salin keluarga dari register',
    copyNote: 'Hanya faktanya yang disalin: tanpa nama, nomor, dan alamat. Pembacaan ini dicatat.',
    person: 'Seorang anggota keluarga',
    take: 'Salin',
    cancel: 'Jangan dulu',
  },
  en: {
    title: (name: string) => `Example families: ${name}`,
    back: 'Page of the programme',
    note: 'Example families with the result they must get. Judged on every change of the rules; one that fails holds up the list until the rules are mended or a reason is given.',
    list: 'Examples kept',
    add: 'Add an example',
    copy: 'Copy from the register',
    addTitle: 'Example family',
    copyTitle: 'Copy a family of the register',
    copyNote: 'Only the facts are copied: no name, number or address. The reading is logged.',
    person: 'A member of the family',
    take: 'Copy',
    cancel: 'Not now',
  },
};
const NEW: CaseDraft = { name: '', family: {}, members: [{ hubungan: 'kepala' }], expected: 'ya', reason: '' };
type Open = { origin: 'isian' | 'register'; start: CaseDraft; of?: Case };

const FormDialog = ({ view, open, onClose }: { view: View; open: Open; onClose: () => void }) => {
  const t = useText(texts);
  const options = { stale: ['/api/programme'], onDone: onClose };
  const add = useAct('POST /api/programme/:id/case', options);
  const change = useAct('PUT /api/programme/:id/case/:caseId', options);
  const { of, origin, start } = open;
  const save = (draft: CaseDraft) =>
    of
      ? change.act({ params: { id: view.id, caseId: of.id }, body: { ...draft, version: of.version } })
      : add.act({ params: { id: view.id }, body: { ...draft, origin } });
  return (
    <Dialog title={t.addTitle} onClose={onClose} width={820}>
      <CaseForm
        start={start}
        columns={view.columns}
        isPending={add.isPending || change.isPending}
        error={add.error ?? change.error}
        onSave={save}
        onClose={onClose}
      />
    </Dialog>
  );
};

const CopyDialog = ({
  programmeId,
  onCopied,
  onClose,
}: {
  programmeId: string;
  onCopied: (start: CaseDraft) => void;
  onClose: () => void;
}) => {
  const t = useText(texts);
  const [person, setPerson] = useState<PickedPerson | null>(null);
  const copy = useAct('POST /api/programme/:id/case-copy', {
    onDone: ({ family, members }) => onCopied({ ...NEW, family, members }),
  });
  return (
    <Dialog title={t.copyTitle} onClose={onClose}>
      <div className="stack">
        <ErrorNotice error={copy.error} />
        <p className="muted">{t.copyNote}</p>
        <PersonPicker label={t.person} value={person} onChange={setPerson} />
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button
            variant="filled"
            disabled={person === null || copy.isPending}
            onClick={() => person && copy.act({ params: { id: programmeId }, body: { personId: person.id } })}
          >
            {t.take}
          </Button>
        </div>
      </div>
    </Dialog>
  );
};

const Content = ({ view }: { view: View }) => {
  const t = useText(texts);
  const [open, setOpen] = useState<Open>();
  const [isCopying, setCopying] = useState(false);
  const found = useGet('/api/programme/:id/case', { params: { id: view.id } });
  const mayChange = found.data?.mayChange ?? false;
  return (
    <>
      <Section
        title={t.list}
        note={t.note}
        {...(mayChange
          ? {
              actions: (
                <>
                  <Button variant="filled" onClick={() => setOpen({ origin: 'isian', start: NEW })}>
                    {t.add}
                  </Button>
                  <Button onClick={() => setCopying(true)}>{t.copy}</Button>
                </>
              ),
            }
          : {})}
      >
        <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
        {found.isPending && <Waiting />}
        {found.data && (
          <CaseTable
            view={view}
            items={found.data.items}
            mayChange={mayChange}
            onChange={(row) => setOpen({ origin: 'isian', start: row, of: row })}
          />
        )}
      </Section>
      {open && <FormDialog view={view} open={open} onClose={() => setOpen(undefined)} />}
      {isCopying && (
        <CopyDialog
          programmeId={view.id}
          onClose={() => setCopying(false)}
          onCopied={(start) => {
            setCopying(false);
            setOpen({ origin: 'register', start });
          }}
        />
      )}
    </>
  );
};

/** The example families of a programme: kept with its rules, judged on every change. */
export const Page = () => {
  const { id } = useParams({ from: '/program/$id/contoh' });
  const t = useText(texts);
  const found = useGet('/api/programme/:id', { params: { id } });
  if (!found.data)
    return (
      <>
        <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
        {found.isPending && <Waiting />}
      </>
    );
  return (
    <>
      <PageTitle
        actions={
          <Link to="/program/$id" params={{ id }}>
            {t.back}
          </Link>
        }
      >
        {t.title(found.data.name)}
      </PageTitle>
      <Content view={found.data} />
    </>
  );
};
