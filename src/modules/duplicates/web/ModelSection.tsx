import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ReplyOf } from '#web/ui/contracts.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import { InstantText } from '#web/ui/DateText.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useText } from '#web/ui/language.tsx';
import { useAct } from '#web/ui/queries.ts';
import { Section } from '#web/ui/Section.tsx';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import { TextReasonDialog } from '#web/ui/TextReasonDialog.tsx';

type Agreement = ReplyOf<'GET /api/duplicate-agreement'>;
/** The model that somebody is about to put in force; `null` is the shipped one. */
type Choice = { modelId: string | null };
const STALE = ['/api/duplicate-agreement'] as const;

const texts = {
  id: {
    title: 'Model pembanding',
    note: 'Model baru dilatih dari keputusan petugas dan tidak berlaku dengan sendirinya: kepala bidang yang memberlakukannya.',
    train: 'Latih dari keputusan',
    progress: (have: string, need: string) => `${have} pasangan diputus orang yang sama; pelatihan memerlukan ${need}.`,
    calibration: (have: string, need: string) =>
      `Persentase belum ditampilkan: ${have} dari ${need} keputusan yang diperlukan.`,
    trained: 'Dilatih',
    by: 'Oleh',
    from: 'Dari keputusan',
    state: 'Keadaan',
    active: 'berlaku',
    idle: 'tidak berlaku',
    act: 'Tindakan',
    use: 'Berlakukan…',
    back: 'Kembali ke model bawaan…',
    none: 'Belum ada model sendiri; yang berlaku model bawaan.',
    history: 'Riwayat pemberlakuan',
    when: 'Kapan',
    what: 'Yang diberlakukan',
    shipped: 'model bawaan',
    own: 'model sendiri',
    reason: 'Alasan',
    confirm: 'Berlakukan',
    noHistory: 'Belum pernah diganti.',
  },
  en: {
    title: 'Model of the comparison',
    note: 'A new model learns from officers’ decisions and is not in force by itself: the head of division puts it in force.',
    train: 'Learn from decisions',
    progress: (have: string, need: string) => `${have} pairs were found to be one person; learning needs ${need}.`,
    calibration: (have: string, need: string) => `No percentages yet: ${have} of the ${need} decisions needed.`,
    trained: 'Learnt',
    by: 'By',
    from: 'From decisions',
    state: 'State',
    active: 'in force',
    idle: 'not in force',
    act: 'Act',
    use: 'Put in force…',
    back: 'Back to the shipped model…',
    none: 'No model of our own yet; the shipped one is in force.',
    history: 'What was put in force',
    when: 'When',
    what: 'Model',
    shipped: 'shipped model',
    own: 'own model',
    reason: 'Reason',
    confirm: 'Put in force',
    noHistory: 'Never changed.',
  },
};
const count = (n: number) => n.toLocaleString('id-ID');

const ForceDialog = ({ choice, onClose }: { choice: Choice; onClose: () => void }) => {
  const t = useText(texts);
  const force = useAct('POST /api/link-model-in-force', { stale: STALE, onDone: onClose });
  return (
    <TextReasonDialog
      title={choice.modelId === null ? t.back : t.use}
      confirm={t.confirm}
      onClose={onClose}
      act={force}
      onConfirm={(reason) => force.act({ body: { modelId: choice.modelId, reason } })}
      isRequired
      most={500}
    />
  );
};

const History = ({ activations }: { activations: Agreement['activations'] }) => {
  const t = useText(texts);
  return (
    <DataTable
      caption={t.history}
      rows={activations}
      rowKey={(row) => row.at}
      empty={t.noHistory}
      isCompact
      columns={[
        { key: 'at', header: t.when, cell: (row) => <InstantText at={row.at} /> },
        { key: 'what', header: t.what, cell: (row) => (row.modelId === null ? t.shipped : t.own) },
        { key: 'by', header: t.by, cell: (row) => row.by },
        { key: 'reason', header: t.reason, cell: (row) => row.reason },
      ]}
    />
  );
};

/** The models learnt here, which one is in force, and for the head of division the acts. */
export const ModelSection = ({ data, may }: { data: Agreement; may: boolean }) => {
  const t = useText(texts);
  const [choice, setChoice] = useState<Choice>();
  const train = useAct('POST /api/link-model', { stale: STALE });
  const { all, same, neededToTrain, neededToCalibrate } = data.decisions;
  const isActive = data.models.some((model) => model.isActive);
  return (
    <Section
      title={t.title}
      note={t.note}
      actions={
        may && (
          <Button onClick={() => train.act()} disabled={train.isPending}>
            {t.train}
          </Button>
        )
      }
    >
      <ErrorNotice error={train.error} />
      <p>{t.progress(count(same), count(neededToTrain))}</p>
      {all < neededToCalibrate && <p className="muted">{t.calibration(count(all), count(neededToCalibrate))}</p>}
      <DataTable
        caption={t.title}
        rows={data.models}
        rowKey={(row) => row.id}
        empty={t.none}
        columns={[
          { key: 'at', header: t.trained, cell: (row) => <InstantText at={row.trainedAt} /> },
          { key: 'by', header: t.by, cell: (row) => row.trainedBy },
          { key: 'from', header: t.from, isNumber: true, cell: (row) => count(row.trainedOn.decisions) },
          {
            key: 'state',
            header: t.state,
            cell: (row) => (
              <StatusBadge kind={row.isActive ? 'selesai' : 'netral'}>{row.isActive ? t.active : t.idle}</StatusBadge>
            ),
          },
          {
            key: 'act',
            header: t.act,
            cell: (row) =>
              may && (
                <button
                  type="button"
                  className="link-button"
                  onClick={() => setChoice({ modelId: row.isActive ? null : row.id })}
                >
                  {row.isActive ? t.back : t.use}
                </button>
              ),
          },
        ]}
      />
      {(isActive || data.activations.length > 0) && <History activations={data.activations} />}
      {choice && <ForceDialog choice={choice} onClose={() => setChoice(undefined)} />}
    </Section>
  );
};
