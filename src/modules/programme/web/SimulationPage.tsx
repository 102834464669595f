import { Button } from '@mantine/core';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { formatRupiah } from '#kernel/rupiah.ts';
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx';
import type { ReplyOf } from '#web/ui/contracts.ts';
import { InstantText } from '#web/ui/DateText.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useText } from '#web/ui/language.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { useAct, useGet } from '#web/ui/queries.ts';
import { Waiting } from '#web/ui/Waiting.tsx';
import { CasesNotice } from './CasesNotice.tsx';
import type { TermsDraft } from './new-terms.ts';
import { RegisterWaiting } from './RegisterWaiting.tsx';
import { SaveScenario } from './SaveScenario.tsx';
import { SimulationOutcome } from './SimulationOutcome.tsx';
import styles from './SimulationPage.module.css';
import { type ProgrammeDraft, TermsEditor } from './TermsEditor.tsx';
import { type Simulation, useSimulation } from './use-simulation.ts';

const texts = {
  id: {
    title: (name: string) => `Simulasi: ${name}`,
    back: 'Halaman program',
    snapshot: (id: string, families: number) => `Register ${id}: ${families.toLocaleString('id-ID')} keluarga, dibaca`,
    reload: 'Baca ulang register',
    emptyRegister:
      'Register ini belum berisi keluarga yang dapat dilihat akun Anda, jadi belum ada yang dapat dihitung. Impor data dari pusat atau daftarkan keluarga dulu.',
    scenario: 'Simpan sebagai skenario',
    scenarios: 'Skenario',
    fromScenario: (name: string) => `Melanjutkan skenario "${name}". Ketentuan program belum berubah.`,
    fix: 'Perbaiki aturannya; hitungan dilanjutkan begitu aturannya dapat dibaca.',
    save: 'Simpan ketentuan',
    saving: 'Menyimpan…',
    saved: 'Ketentuan tersimpan.',
    unsaved: 'Ada perubahan yang belum disimpan.',
    readOnly: 'Anda dapat mencoba, tidak menyimpan.',
    prepare: 'Siapkan daftar',
    prepareTitle: 'Siapkan daftar penerima',
    what: (n: number, held: number, amount: string) =>
      `${n} penerima dan ${held} tempat ditahan. Pagu ${amount} dipesan pada saat yang sama.`,
    frozen:
      'Data dan hasil dibekukan dengan sidiknya. Belum ada yang menerima apa pun: daftar berlaku setelah SK bernomor, bertanggal, dan ditandatangani.',
    second: (limit: string) => `Di atas ${limit}: orang kedua menyetujui dulu.`,
  },
  en: {
    title: (name: string) => `Simulation: ${name}`,
    back: 'Page of the programme',
    snapshot: (id: string, families: number) => `Register ${id}: ${families.toLocaleString('id-ID')} families, read`,
    reload: 'Read the register again',
    emptyRegister:
      'This register holds no family your account may see, so there is nothing to compute. Import the data of the centre or register families first.',
    scenario: 'Save as a scenario',
    scenarios: 'Scenarios',
    fromScenario: (name: string) =>
      `Going on from the scenario "${name}". The terms of the programme have not changed.`,
    fix: 'Mend the rules; computing goes on once they can be read.',
    save: 'Save the terms',
    saving: 'Saving…',
    saved: 'The terms are saved.',
    unsaved: 'There are unsaved changes.',
    readOnly: 'You may try, not save.',
    prepare: 'Prepare the list',
    prepareTitle: 'Prepare the list of recipients',
    what: (n: number, held: number, amount: string) =>
      `${n} recipients and ${held} held places. Pagu of ${amount} is reserved at the same moment.`,
    frozen:
      'Inputs and result are frozen with their hashes. Nobody receives anything yet: the list is in force once its decree has number, date and signatory.',
    second: (limit: string) => `Above ${limit}: a second person agrees first.`,
  },
};
type View = ReplyOf<'GET /api/programme/:id'>;
const draftOf = (view: View): ProgrammeDraft => ({
  name: view.name,
  budgetLineId: view.budgetLineId,
  terms: view.terms,
});

const PrepareDialog = ({ view, simulation, onClose }: { view: View; simulation: Simulation; onClose: () => void }) => {
  const t = useText(texts);
  const navigate = useNavigate();
  const prepare = useAct('POST /api/programme/:id/list', {
    stale: ['/api/programme', '/api/budget', '/api/home'],
    onDone: ({ runId }) => void navigate({ to: '/program/daftar/$id', params: { id: runId } }),
  });
  const { counts, money } = simulation.outcome!;
  const needsSecond = BigInt(money.spent) > BigInt(view.secondPersonAbove);
  return (
    <ConfirmDialog
      title={t.prepareTitle}
      confirm={t.prepare}
      onClose={onClose}
      onConfirm={() => prepare.act({ params: { id: view.id } })}
      isPending={prepare.isPending}
      error={prepare.error}
    >
      <div className="stack">
        <p>{t.what(counts.masuk, counts.ditahan, formatRupiah(BigInt(money.spent)))}</p>
        <p>{t.frozen}</p>
        {needsSecond && <p>{t.second(formatRupiah(BigInt(view.secondPersonAbove)))}</p>}
      </div>
    </ConfirmDialog>
  );
};

const SnapshotNote = ({ simulation, onReload }: { simulation: Simulation; onReload: () => void }) => {
  const t = useText(texts);
  const { snapshot } = simulation;
  return (
    <p className={`muted ${styles.snapshot}`}>
      {t.snapshot(snapshot.id, snapshot.families)} <InstantText at={snapshot.at} />.{' '}
      <button type="button" className="link-button" onClick={onReload}>
        {t.reload}
      </button>
    </p>
  );
};

const Workspace = ({ view, start }: { view: View; start: TermsDraft }) => {
  const t = useText(texts);
  const [draft, setDraft] = useState<ProgrammeDraft>(() => ({ ...draftOf(view), terms: start }));
  const [isPreparing, setPreparing] = useState(false);
  const [isNaming, setNaming] = useState(false);
  const simulation = useSimulation(view.id, draft.terms, view.terms);
  const save = useAct('PUT /api/programme/:id/terms', { stale: ['/api/programme'] });
  const isDirty = JSON.stringify(draft) !== JSON.stringify(draftOf(view));
  const problems = simulation.data?.problems ?? view.problems;
  const outcome = simulation.data?.outcome;
  const put = () =>
    save.act({ params: { id: view.id }, body: { ...draft, versionId: view.versionId, version: view.version } });
  return (
    <>
      {simulation.data && <SnapshotNote simulation={simulation.data} onReload={simulation.reload} />}
      <div className={styles.columns}>
        <div className={styles.result} aria-busy={simulation.isBehind}>
          <ErrorNotice error={simulation.error} onRetry={() => void simulation.refetch()} />
          {simulation.isPending && <RegisterWaiting />}
          {simulation.data && <CasesNotice programmeId={view.id} cases={simulation.data.cases} />}
          {simulation.data?.snapshot.families === 0 && <p>{t.emptyRegister}</p>}
          {outcome && (
            <SimulationOutcome
              view={view}
              benefit={BigInt(draft.terms.benefit)}
              outcome={outcome}
              against={simulation.against}
              onAgainst={simulation.setAgainst}
            />
          )}
          {simulation.data && !outcome && (
            <div className="stack">
              <p>{t.fix}</p>
              {problems
                .filter((p) => p.level === 'error')
                .map((p) => (
                  <p key={p.message}>{p.row === null ? p.message : `${p.row}. ${p.message}`}</p>
                ))}
            </div>
          )}
        </div>
        <div className={styles.terms}>
          <TermsEditor
            view={view}
            draft={draft}
            phrases={simulation.data?.phrases ?? view.phrases}
            problems={problems}
            onChange={setDraft}
          />
        </div>
      </div>
      <ErrorNotice error={save.error} />
      <div className={`${styles.bar} screen-only`}>
        <p className="muted" aria-live="polite">
          {!view.mayChange ? t.readOnly : isDirty ? t.unsaved : t.saved}
        </p>
        {view.mayChange && (
          <>
            <Button onClick={() => setNaming(true)} disabled={!outcome}>
              {t.scenario}
            </Button>
            <Button onClick={put} disabled={!isDirty || save.isPending}>
              {save.isPending ? t.saving : t.save}
            </Button>
            <Button
              variant="filled"
              onClick={() => setPreparing(true)}
              disabled={isDirty || !outcome || simulation.isBehind}
            >
              {t.prepare}
            </Button>
          </>
        )}
      </div>
      {isNaming && <SaveScenario programmeId={view.id} terms={draft.terms} onClose={() => setNaming(false)} />}
      {isPreparing && simulation.data?.outcome && (
        <PrepareDialog view={view} simulation={simulation.data} onClose={() => setPreparing(false)} />
      )}
    </>
  );
};

/** The workspace of a programme: terms at the right, the list they would give at the left, at once; from saved terms or a scenario. */
export const Page = () => {
  const { id } = useParams({ from: '/program/$id/simulasi' });
  const { skenario } = useSearch({ from: '/program/$id/simulasi' });
  const t = useText(texts);
  const found = useGet('/api/programme/:id', { params: { id } });
  const scenario = useGet('/api/programme/:id/scenario/:scenarioId', {
    params: { id, scenarioId: skenario ?? '' },
    enabled: skenario !== undefined,
  });
  const error = found.error ?? scenario.error;
  const start = skenario === undefined ? found.data?.terms : scenario.data?.terms;
  if (!found.data || !start)
    return (
      <>
        <ErrorNotice error={error} onRetry={() => void found.refetch()} />
        {!error && <Waiting />}
      </>
    );
  return (
    <>
      <PageTitle
        actions={
          <div className="row">
            <Link to="/program/$id/skenario" params={{ id }}>
              {t.scenarios}
            </Link>
            <Link to="/program/$id" params={{ id }}>
              {t.back}
            </Link>
          </div>
        }
      >
        {t.title(found.data.name)}
      </PageTitle>
      {scenario.data && <p>{t.fromScenario(scenario.data.name)}</p>}
      <Workspace key={`${found.data.id} ${skenario ?? ''}`} view={found.data} start={start} />
    </>
  );
};
