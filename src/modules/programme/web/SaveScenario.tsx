import { Button, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Dialog } from '#web/ui/Dialog.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useText } from '#web/ui/language.tsx';
import { useAct } from '#web/ui/queries.ts';
import type { TermsDraft } from './new-terms.ts';

const texts = {
  id: {
    title: 'Simpan sebagai skenario',
    note: 'Hasil, register, dan ketentuan yang sedang dicoba disimpan dan dapat dilihat rekan. Ketentuan program tidak berubah dan tidak ada dana yang dipesan.',
    name: 'Nama skenario',
    remark: 'Catatan',
    save: 'Simpan skenario',
    saving: 'Menyimpan…',
    cancel: 'Jangan dulu',
  },
  en: {
    title: 'Save as a scenario',
    note: 'Result, register and the terms being tried are kept and seen by colleagues. The terms of the programme stay and no money is reserved.',
    name: 'Name of the scenario',
    remark: 'Note',
    save: 'Save the scenario',
    saving: 'Saving…',
    cancel: 'Not now',
  },
};

/** Gives the tried terms a name. */
export const SaveScenario = ({
  programmeId,
  terms,
  onClose,
}: {
  programmeId: string;
  terms: TermsDraft;
  onClose: () => void;
}) => {
  const t = useText(texts);
  const [name, setName] = useState('');
  const [note, setNote] = useState('');
  const save = useAct('POST /api/programme/:id/scenario', {
    stale: [`/api/programme/${programmeId}/scenario`],
    onDone: onClose,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.act({ params: { id: programmeId }, body: { name, note, terms } });
  };
  return (
    <Dialog title={t.title} onClose={onClose}>
      <form className="stack" onSubmit={submit} noValidate>
        <ErrorNotice error={save.error} />
        <p className="muted">{t.note}</p>
        <TextInput
          label={t.name}
          value={name}
          maxLength={80}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Textarea
          label={t.remark}
          rows={2}
          value={note}
          maxLength={500}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button type="submit" variant="filled" disabled={save.isPending}>
            {save.isPending ? t.saving : t.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
};
