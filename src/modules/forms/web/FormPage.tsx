import { Button, TextInput } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { Answers } from '#engines/form/answers.ts';
import { fillForm, startAnswers } from '#engines/form/fill.ts';
import { openForm } from '#engines/form/outline.ts';
import { dateInZone } from '#kernel/local-date.ts';
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx';
import type { ReplyOf } from '#web/ui/contracts.ts';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { FileDrop } from '#web/ui/FileDrop.tsx';
import { FormAsk } from '#web/ui/FormAsk.tsx';
import { useText } from '#web/ui/language.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { useAct, useGet } from '#web/ui/queries.ts';
import { Section } from '#web/ui/Section.tsx';
import { useSession } from '#web/ui/session.tsx';
import { Waiting } from '#web/ui/Waiting.tsx';
import { ProblemList } from './ProblemList.tsx';

const texts = {
  id: {
    from: (file: string) => `Rancangan dari ${file}`,
    again: 'Impor lagi berkas yang sudah diperbaiki',
    againHint: 'Buku kerja Excel (xlsx), paling besar 3 MB.',
    download: 'Unduh xlsx',
    publish: 'Terbitkan',
    publishText: 'Versi yang terbit tidak dapat diubah lagi. Perubahan berikutnya menjadi versi baru.',
    discard: 'Buang rancangan',
    discardText: 'Rancangan dan kasus ujinya dibuang. Versi yang sudah terbit tidak terpengaruh.',
    preview: 'Pratinjau',
    previewNote:
      'Isi seperti petugas di lapangan; yang tampil, wajib dan dihitung berubah sambil diisi. Tidak ada yang disimpan.',
    computed: 'Hitungan',
    check: 'Periksa isian',
    clear: 'Kosongkan',
    faults: (n: number) => (n === 0 ? 'Isian ini dapat dikirim.' : `${n} isian belum dapat dikirim.`),
    cases: 'Kasus uji',
    casesNote:
      'Isian pratinjau disimpan bersama apa yang tampil, wajib dan dihitung. Versi berikutnya diuji dengan kasus yang sama.',
    caseName: 'Nama kasus',
    keep: 'Simpan isian ini sebagai kasus uji',
    holds: 'cocok',
    open: 'Buka isiannya',
    drop: 'Hapus',
  },
  en: {
    from: (file: string) => `Draft from ${file}`,
    again: 'Import the mended file again',
    againHint: 'Excel workbook (xlsx), at most 3 MB.',
    download: 'Download xlsx',
    publish: 'Publish',
    publishText: 'A published version cannot be changed any more. The next change becomes a new version.',
    discard: 'Throw away',
    discardText: 'The draft and its test cases are thrown away. Published versions stay.',
    preview: 'Preview',
    previewNote:
      'Fill it in as an officer would; what is shown, needed and calculated changes as you type. Nothing is kept.',
    computed: 'Calculated',
    check: 'Check the answers',
    clear: 'Empty',
    faults: (n: number) => (n === 0 ? 'These answers can be sent.' : `${n} answers cannot be sent yet.`),
    cases: 'Test cases',
    casesNote:
      'The answers of the preview are kept with what is shown, needed and calculated. The next version is tried with them.',
    caseName: 'Name of the case',
    keep: 'Keep these answers as a test case',
    holds: 'holds',
    open: 'Open its answers',
    drop: 'Remove',
  },
};
type Draft = ReplyOf<'GET /api/form/draft/:id'>;
const route = getRouteApi('/formulir/$id');

const usePreview = (draft: Draft) => {
  const { agency } = useSession();
  const today = dateInZone(new Date(), agency.zone);
  const form = useMemo(() => openForm(draft.definition), [draft.definition]);
  const [answers, setAnswers] = useState<Answers>(() => startAnswers(form, today));
  const [isChecked, setChecked] = useState(false);
  const filled = useMemo(() => fillForm(form, answers, today), [form, answers, today]);
  const clear = () => {
    setAnswers(startAnswers(form, today));
    setChecked(false);
  };
  return { form, today, answers, setAnswers, filled, isChecked, setChecked, clear };
};
type Preview = ReturnType<typeof usePreview>;

const PreviewSection = ({ preview }: { preview: Preview }) => {
  const t = useText(texts);
  const { form, filled, answers, setAnswers, today, isChecked, setChecked, clear } = preview;
  const computed = filled.items.filter((item) => item.place.row.type === 'calculate' && item.value !== '');
  return (
    <Section title={t.preview} note={t.previewNote}>
      <div className="stack" style={{ maxWidth: 720 }}>
        <FormAsk
          form={form}
          filled={filled}
          answers={answers}
          onChange={setAnswers}
          today={today}
          showsFaults={isChecked}
        />
        {computed.length > 0 && (
          <p className="muted">
            {t.computed}: {computed.map((item) => `${item.path} = ${item.value}`).join('; ')}
          </p>
        )}
        <div className="row">
          <Button onClick={() => setChecked(true)}>{t.check}</Button>
          <Button onClick={clear}>{t.clear}</Button>
          <span role="status">{isChecked ? t.faults(filled.faults.length) : ''}</span>
        </div>
      </div>
    </Section>
  );
};

const CasesSection = ({ draft, preview }: { draft: Draft; preview: Preview }) => {
  const t = useText(texts);
  const [name, setName] = useState('');
  const stale = ['/api/form'];
  const keep = useAct('POST /api/form/draft/:id/case', { stale, onDone: () => setName('') });
  const drop = useAct('POST /api/form/draft/:id/case-removal', { stale });
  const params = { id: draft.id };
  return (
    <Section title={t.cases} note={t.casesNote}>
      <ErrorNotice error={keep.error ?? drop.error} />
      {draft.cases.length > 0 && (
        <ul>
          {draft.cases.map((one) => (
            <li key={one.name}>
              <div className="row">
                <strong>{one.name}</strong>
                <span lang="id">{one.differences.length === 0 ? t.holds : one.differences.join(' ')}</span>
                <Button
                  size="compact-sm"
                  onClick={() => preview.setAnswers(one.answers)}
                  aria-label={`${t.open}: ${one.name}`}
                >
                  {t.open}
                </Button>
                <Button
                  size="compact-sm"
                  aria-label={`${t.drop}: ${one.name}`}
                  onClick={() => drop.act({ params, body: { version: draft.version, name: one.name } })}
                >
                  {t.drop}
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
      <div className="row" style={{ alignItems: 'flex-end' }}>
        <TextInput
          label={t.caseName}
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button
          disabled={keep.isPending}
          onClick={() => keep.act({ params, body: { version: draft.version, name, answers: preview.answers } })}
        >
          {t.keep}
        </Button>
      </div>
    </Section>
  );
};

const Acts = ({ draft }: { draft: Draft }) => {
  const t = useText(texts);
  const navigate = useNavigate();
  const [asked, setAsked] = useState<'publish' | 'discard'>();
  const leave = { stale: ['/api/form'], onDone: () => void navigate({ to: '/formulir' }) };
  const publish = useAct('POST /api/form/draft/:id/publication', leave);
  const discard = useAct('POST /api/form/draft/:id/removal', leave);
  const act = asked === 'publish' ? publish : discard;
  const isWrong = draft.problems.some((problem) => !problem.isNote);
  return (
    <>
      <div className="row">
        <Button variant="filled" disabled={isWrong} onClick={() => setAsked('publish')}>
          {t.publish}
        </Button>
        <a href={`/api/form/draft/${draft.id}/xlsx`}>{t.download}</a>
        <Button onClick={() => setAsked('discard')}>{t.discard}</Button>
      </div>
      {asked !== undefined && (
        <ConfirmDialog
          title={`${asked === 'publish' ? t.publish : t.discard}: ${draft.title}`}
          confirm={asked === 'publish' ? t.publish : t.discard}
          isDestructive={asked === 'discard'}
          error={act.error}
          isPending={act.isPending}
          onClose={() => setAsked(undefined)}
          onConfirm={() => act.act({ params: { id: draft.id }, body: { version: draft.version } })}
        >
          {asked === 'publish' ? t.publishText : t.discardText}
        </ConfirmDialog>
      )}
    </>
  );
};

const Whole = ({ draft, refresh }: { draft: Draft; refresh: () => void }) => {
  const t = useText(texts);
  const preview = usePreview(draft);
  const navigate = useNavigate();
  const open = ({ id }: { id: string }) =>
    id === draft.id ? refresh() : void navigate({ to: '/formulir/$id', params: { id } });
  return (
    <div className="stack" style={{ gap: 24 }}>
      <Acts draft={draft} />
      <ProblemList problems={draft.problems} />
      <FileDrop
        label={t.again}
        hint={t.againHint}
        accept={['.xlsx']}
        mostBytes={3_000_000}
        urlOf={(file) => `/api/form/draft?name=${encodeURIComponent(file.name)}`}
        onDone={(reply) => open(reply as { id: string })}
      />
      <PreviewSection preview={preview} />
      <CasesSection draft={draft} preview={preview} />
    </div>
  );
};

/** One draft: what is wrong in it, a live preview with the evaluator of the server, its test cases, publishing. */
export const Page = () => {
  const t = useText(texts);
  const { id } = route.useParams();
  const draft = useGet('/api/form/draft/:id', { params: { id } });
  return (
    <>
      <PageTitle note={draft.data && t.from(draft.data.fileName)}>{draft.data?.title ?? ''}</PageTitle>
      <ErrorNotice error={draft.error} onRetry={() => void draft.refetch()} />
      {draft.isPending && <Waiting />}
      {draft.data && (
        <Whole key={draft.data.definition.settings.formId} draft={draft.data} refresh={() => void draft.refetch()} />
      )}
    </>
  );
};
