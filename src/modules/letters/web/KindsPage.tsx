import { Button, Checkbox, NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useLanguage, useText } from '#web/ui/language.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { useAct, useGet } from '#web/ui/queries.ts';
import { Section } from '#web/ui/Section.tsx';
import { Waiting } from '#web/ui/Waiting.tsx';
import { APPROVERS, type Kind } from './words.ts';

const texts = {
  id: {
    title: 'Jenis surat',
    note: 'Kata-kata, dokumen yang diminta, klasifikasi, masa berlaku, dan penyetujunya. Surat yang sudah terbit tidak berubah.',
    name: 'Nama jenis surat',
    heading: 'Judul di kertas',
    class: 'Kode klasifikasi',
    body: 'Isi (satu alinea tiap baris; {identitas} diganti nama, kelahiran, dan alamat)',
    places: 'Isian petugas',
    papers: 'Dokumen yang diminta (satu tiap baris; awali dengan ? bila boleh tidak ada)',
    valid: 'Berlaku (hari)',
    target: 'Target selesai (menit)',
    approver: 'Disetujui oleh',
    lowRisk: 'Risiko rendah: boleh disetujui beberapa sekaligus',
    active: 'Dipakai',
    save: 'Simpan',
    wait: 'Menyimpan…',
    saved: 'Tersimpan.',
  },
  en: {
    title: 'Kinds of letters',
    note: 'Words, papers asked for, classification, validity and approver. Issued letters do not change.',
    name: 'Name of the kind',
    heading: 'Heading on the paper',
    class: 'Classification code',
    body: 'Text (a paragraph a line; {identitas} becomes name, birth and address)',
    places: 'Fields of the desk',
    papers: 'Papers asked for (one a line; begin with ? when it may be missing)',
    valid: 'Valid (days)',
    target: 'Done within (minutes)',
    approver: 'Approved by',
    lowRisk: 'Low risk: several may be approved at once',
    active: 'In use',
    save: 'Save',
    wait: 'Saving…',
    saved: 'Saved.',
  },
};

/** Papers as lines of text; a line that stood there before keeps its code, so that requests under way still know it. */
const papersAsText = (kind: Kind) =>
  kind.papers.map((paper) => `${paper.required ? '' : '? '}${paper.label}`).join('\n');
const textAsPapers = (text: string, kind: Kind) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const label = line.replace(/^\?\s*/, '');
      const known = kind.papers.find((paper) => paper.label === label);
      const made = label
        .toLowerCase()
        .replace(/[^a-z]+/g, '_')
        .slice(0, 38);
      return { code: known?.code ?? `d_${made}`.slice(0, 40), label, required: !line.startsWith('?') };
    });

const useKind = (kind: Kind) => {
  const [draft, setDraft] = useState({ ...kind, paperText: papersAsText(kind) });
  const save = useAct('PUT /api/letter-kind/:code', { stale: ['/api/letter-kind'] });
  const set = (part: Partial<typeof draft>) => setDraft((old) => ({ ...old, ...part }));
  const submit = () => {
    const { name, title, body, validDays, approverRole, lowRisk, targetMinutes, active, version } = draft;
    const papers = textAsPapers(draft.paperText, kind);
    save.act({
      params: { code: kind.code },
      body: {
        ...{ name, class: draft.class, title, body, papers, validDays, approverRole },
        ...{ lowRisk, targetMinutes, active, version },
      },
    });
  };
  return { draft, set, save, submit };
};

const Editor = ({ kind }: { kind: Kind }) => {
  const t = useText(texts);
  const { language } = useLanguage();
  const { draft, set, save, submit } = useKind(kind);
  return (
    <Section title={kind.name} note={`${t.places}: ${kind.fields.map(({ name }) => `{${name}}`).join(', ')}`}>
      <div className="stack" style={{ maxWidth: 720 }}>
        <ErrorNotice error={save.error} />
        <TextInput label={t.name} value={draft.name} onChange={(event) => set({ name: event.currentTarget.value })} />
        <TextInput
          label={t.heading}
          value={draft.title}
          onChange={(event) => set({ title: event.currentTarget.value })}
        />
        <Textarea
          label={t.body}
          autosize
          minRows={4}
          value={draft.body}
          onChange={(event) => set({ body: event.currentTarget.value })}
        />
        <Textarea
          label={t.papers}
          autosize
          minRows={2}
          value={draft.paperText}
          onChange={(event) => set({ paperText: event.currentTarget.value })}
        />
        <div className="row" style={{ alignItems: 'flex-end', flexWrap: 'wrap' }}>
          <TextInput
            label={t.class}
            value={draft.class}
            onChange={(event) => set({ class: event.currentTarget.value })}
          />
          <NumberInput
            label={t.valid}
            value={draft.validDays ?? ''}
            onChange={(value) => set({ validDays: typeof value === 'number' ? value : null })}
            hideControls
          />
          <NumberInput
            label={t.target}
            value={draft.targetMinutes}
            onChange={(value) => set({ targetMinutes: typeof value === 'number' ? value : 0 })}
            hideControls
          />
          <NativeSelect
            label={t.approver}
            value={draft.approverRole}
            onChange={(event) => set({ approverRole: event.currentTarget.value as Kind['approverRole'] })}
            data={Object.entries(APPROVERS[language]).map(([value, label]) => ({ value, label }))}
          />
        </div>
        <Checkbox
          label={t.lowRisk}
          checked={draft.lowRisk}
          onChange={(event) => set({ lowRisk: event.currentTarget.checked })}
        />
        <Checkbox
          label={t.active}
          checked={draft.active}
          onChange={(event) => set({ active: event.currentTarget.checked })}
        />
        <div className="row">
          <Button variant="filled" disabled={save.isPending} onClick={submit}>
            {save.isPending ? t.wait : t.save}
          </Button>
          <span role="status">{save.isSuccess ? t.saved : ''}</span>
        </div>
      </div>
    </Section>
  );
};

/** The kinds of letters, each with what may be changed of it. */
export const Page = () => {
  const t = useText(texts);
  const kinds = useGet('/api/letter-kind');
  return (
    <div className="stack" style={{ gap: 16 }}>
      <PageTitle note={t.note}>{t.title}</PageTitle>
      <ErrorNotice error={kinds.error} onRetry={() => void kinds.refetch()} />
      {kinds.isPending && <Waiting />}
      {kinds.data?.items.map((kind) => (
        <Editor key={`${kind.code} ${kind.version}`} kind={kind} />
      ))}
    </div>
  );
};
