import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { LocalDate } from '#kernel/local-date.ts';
import { DateField } from '#web/ui/DateField.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { type FieldFault, FormErrors } from '#web/ui/FormErrors.tsx';
import { useText } from '#web/ui/language.tsx';
import { useAct } from '#web/ui/queries.ts';
import type { Sheet } from './words.ts';

const texts = {
  id: {
    title: 'Catat keluar dari keluarga',
    note: 'Keluarga dan riwayat bantuannya tetap. Bila yang keluar kepala keluarga, tetapkan kepala yang baru di lembar keluarga.',
    on: 'Keluar pada tanggal',
    reason: 'Alasan (menikah, pindah, pecah KK, …)',
    save: 'Simpan',
    cancel: 'Jangan dulu',
    fill: 'Isi bagian ini.',
  },
  en: {
    title: 'Record leaving the family',
    note: 'The family and the aid it received stay. If the head leaves, name a new one on the family’s sheet.',
    on: 'Left on',
    reason: 'Reason (married, moved, KK split, …)',
    save: 'Save',
    cancel: 'Not now',
    fill: 'Fill this in.',
  },
};

/** Ends her membership of the family on a day. */
export const LeaveDialog = ({ sheet, onClose }: { sheet: Sheet; onClose: () => void }) => {
  const t = useText(texts);
  const [on, setOn] = useState<LocalDate | ''>('');
  const [reason, setReason] = useState('');
  const [faults, setFaults] = useState<FieldFault[]>([]);
  const leave = useAct('POST /api/person/:id/leaving', {
    stale: ['/api/person', '/api/family', '/api/quality'],
    onDone: onClose,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const missing = [...(on === '' ? ['leftOn'] : []), ...(reason.trim().length < 3 ? ['leaveReason'] : [])];
    setFaults(missing.map((field) => ({ field, sentence: t.fill })));
    if (on !== '' && missing.length === 0) leave.act({ params: { id: sheet.id }, body: { on, reason: reason.trim() } });
  };
  return (
    <Dialog title={t.title} onClose={onClose} width={560}>
      <form className="stack" onSubmit={submit} noValidate>
        <p>{t.note}</p>
        <FormErrors faults={faults} />
        <ErrorNotice error={leave.error} />
        <DateField label={t.on} name="leftOn" value={on} onChange={setOn} />
        <TextInput
          label={t.reason}
          id="leaveReason"
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button type="submit" variant="filled" disabled={leave.isPending}>
            {t.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
};
