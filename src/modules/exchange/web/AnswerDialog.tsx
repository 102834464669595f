import { NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx';
import { useLanguage, useText } from '#web/ui/language.tsx';
import { useAct } from '#web/ui/queries.ts';
import { ANSWER_WORDS, type Answer, type DeltaLine } from './delta-words.ts';

const texts = {
  id: {
    title: (name: string) => `Bantuan ${name} berhenti`,
    body: (programme: string) =>
      `${programme} tidak lagi tercatat di berkas pusat. Tulis apa yang ditemukan; catatan ini tampil bagi petugas sesudah Anda.`,
    answer: 'Tindak lanjut',
    note: 'Catatan',
    short: 'Tulis catatannya, paling sedikit lima huruf.',
    confirm: 'Simpan tindak lanjut',
  },
  en: {
    title: (name: string) => `Aid of ${name} stopped`,
    body: (programme: string) =>
      `${programme} is no longer in the centre’s file. Write what was found; officers after you see this note.`,
    answer: 'Follow-up',
    note: 'Note',
    short: 'Write the note, at least five letters.',
    confirm: 'Keep the follow-up',
  },
};

/** Writes down what was found out about an aid that stopped. */
export const AnswerDialog = ({ line, onClose }: { line: DeltaLine; onClose: () => void }) => {
  const t = useText(texts);
  const { language } = useLanguage();
  const [answer, setAnswer] = useState<Answer>(line.answer ?? 'diusulkan');
  const [note, setNote] = useState(line.note ?? '');
  const [isTried, setTried] = useState(false);
  const save = useAct('POST /api/perubahan/:id/tindak-lanjut', {
    stale: ['/api/perubahan', '/api/perubahan/baris', '/api/home'],
    onDone: onClose,
  });
  const isShort = note.trim().length < 5;
  const confirm = () => {
    setTried(true);
    if (!isShort) save.act({ params: { id: line.id }, body: { version: line.version, answer, note } });
  };
  return (
    <ConfirmDialog
      title={t.title(line.name)}
      confirm={t.confirm}
      onConfirm={confirm}
      onClose={onClose}
      isPending={save.isPending}
      error={save.error}
    >
      <div className="stack">
        <p>{t.body(line.programme ?? '')}</p>
        <NativeSelect
          label={t.answer}
          value={answer}
          onChange={(event) => setAnswer(event.currentTarget.value as Answer)}
          data={(Object.keys(ANSWER_WORDS) as Answer[]).map((value) => ({
            value,
            label: ANSWER_WORDS[value][language],
          }))}
        />
        <Textarea
          label={t.note}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          error={isTried && isShort ? t.short : undefined}
          autosize
          minRows={2}
        />
      </div>
    </ConfirmDialog>
  );
};
