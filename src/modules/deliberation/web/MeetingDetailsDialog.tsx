import { Button, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { fieldErrors } from '#web/ui/api-error.ts';
import { DateField } from '#web/ui/DateField.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useText } from '#web/ui/language.tsx';
import { useAct } from '#web/ui/queries.ts';
import type { Meeting } from './MeetingPage.tsx';

const texts = {
  id: {
    title: 'Ubah musyawarah',
    on: 'Tanggal pelaksanaan',
    place: 'Tempat',
    leader: 'Pimpinan',
    notes: 'Catatan rapat',
    save: 'Simpan',
    wait: 'Menyimpan…',
    cancel: 'Jangan dulu',
  },
  en: {
    title: 'Change the meeting',
    on: 'Date held',
    place: 'Place',
    leader: 'Chair',
    notes: 'Notes',
    save: 'Save',
    wait: 'Saving…',
    cancel: 'Not now',
  },
};

/** Date, place, chair and notes of a meeting that is not finished. */
export const MeetingDetailsDialog = ({ meeting, onClose }: { meeting: Meeting; onClose: () => void }) => {
  const t = useText(texts);
  const [form, setForm] = useState({
    onDate: meeting.onDate,
    place: meeting.place,
    leader: meeting.leader,
    notes: meeting.notes,
  });
  const save = useAct('PUT /api/musyawarah/:id', { stale: ['/api/musyawarah'], onDone: onClose });
  const faults = fieldErrors(save.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.act({ params: { id: meeting.id }, body: { version: meeting.version, ...form } });
  };
  return (
    <Dialog title={t.title} onClose={onClose} width={560}>
      <form className="stack" onSubmit={submit} noValidate>
        <ErrorNotice error={save.error} />
        <DateField
          label={t.on}
          value={form.onDate}
          onChange={(onDate) => setForm({ ...form, onDate })}
          error={faults['onDate']}
        />
        <TextInput
          label={t.place}
          value={form.place}
          onChange={(event) => setForm({ ...form, place: event.currentTarget.value })}
          error={faults['place']}
        />
        <TextInput
          label={t.leader}
          value={form.leader}
          onChange={(event) => setForm({ ...form, leader: event.currentTarget.value })}
          error={faults['leader']}
        />
        <Textarea
          label={t.notes}
          rows={4}
          value={form.notes}
          onChange={(event) => setForm({ ...form, notes: event.currentTarget.value })}
          error={faults['notes']}
        />
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button type="submit" variant="filled" disabled={save.isPending}>
            {save.isPending ? t.wait : t.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
};
