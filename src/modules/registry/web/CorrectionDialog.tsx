import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { fieldErrors } from '#web/ui/api-error.ts';
import type { Given } from '#web/ui/contracts.ts';
import { Dialog } from '#web/ui/Dialog.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { type FieldFault, FormErrors } from '#web/ui/FormErrors.tsx';
import { useLanguage, useText } from '#web/ui/language.tsx';
import { useAct, useForget } from '#web/ui/queries.ts';
import { type PersonDraft, PersonFields } from './PersonFields.tsx';
import { FIELDS, type Sheet, wordOf } from './words.ts';

const texts = {
  id: {
    title: 'Perbaiki data',
    note: 'Nilai lama tetap tersimpan di riwayat beserta sumbernya.',
    reason: 'Dasar perbaikan (dokumen apa, siapa yang melihat)',
    noReason: 'Isi dasar perbaikannya.',
    noName: 'Isi nama.',
    save: 'Simpan perbaikan',
    cancel: 'Jangan dulu',
    now: (value: string) => `Data sekarang: ${value}`,
    kept: (fields: string) =>
      `Tercatat, tetapi belum berlaku karena sumber yang lebih kuat (Dukcapil atau verval) menyebut lain: ${fields}.`,
    close: 'Tutup',
  },
  en: {
    title: 'Correct',
    note: 'The old value stays in the history with its source.',
    reason: 'Basis of the correction (which paper, who saw it)',
    noReason: 'Write the basis of the correction.',
    noName: 'Fill in the name.',
    save: 'Save the correction',
    cancel: 'Not now',
    now: (value: string) => `On record now: ${value}`,
    kept: (fields: string) =>
      `Kept, but not in force: a stronger source (civil registry or field check) says otherwise: ${fields}.`,
    close: 'Close',
  },
};

const draftOf = (sheet: Sheet): PersonDraft => ({
  name: sheet.name,
  sex: sheet.sex ?? '',
  birthOn: sheet.birth?.on ?? '',
  precision: sheet.birth && sheet.birth.precision !== 'tidak_tahu' ? sheet.birth.precision : 'hari',
  birthPlace: sheet.birthPlace ?? '',
  motherName: '',
  occupation: sheet.occupation.text ?? '',
  phone: sheet.phone ?? '',
});

type Changes = Given<'POST /api/person/:id/correction'>['body']['changes'];
/** Only what was changed since the form was opened is sent: what somebody else changed meanwhile stays. */
const changesOf = (opened: PersonDraft, draft: PersonDraft, sheet: Sheet): Changes => ({
  ...(draft.name === opened.name ? {} : { nama: draft.name.trim() }),
  ...(draft.sex === opened.sex ? {} : { jenis_kelamin: draft.sex || null }),
  ...(draft.birthOn === opened.birthOn && draft.precision === opened.precision
    ? {}
    : { lahir: draft.birthOn === '' ? null : { on: draft.birthOn, precision: draft.precision } }),
  ...(draft.birthPlace === opened.birthPlace ? {} : { tempat_lahir: draft.birthPlace }),
  ...(draft.motherName === '' ? {} : { nama_ibu: draft.motherName }),
  ...(draft.occupation === opened.occupation
    ? {}
    : { pekerjaan: draft.occupation === '' ? null : { code: sheet.occupation.code, text: draft.occupation } }),
  ...(draft.phone === opened.phone ? {} : { telepon: draft.phone }),
});

/** Corrects what a person is known by. After a 409 the newer values stand beside the fields, and what was typed stays. */
export const CorrectionDialog = ({ sheet, onClose }: { sheet: Sheet; onClose: () => void }) => {
  const t = useText(texts);
  const { language } = useLanguage();
  const [opened] = useState(() => draftOf(sheet));
  const [draft, setDraft] = useState(opened);
  const [reason, setReason] = useState('');
  const [faults, setFaults] = useState<FieldFault[]>([]);
  const [kept, setKept] = useState<readonly string[]>([]);
  const forget = useForget();
  const correct = useAct('POST /api/person/:id/correction', {
    stale: ['/api/person', '/api/family'],
    onDone: ({ notInForce }) => (notInForce.length > 0 ? setKept(notInForce) : onClose()),
  });
  const current = draftOf(sheet);
  const now = Object.fromEntries(
    (Object.keys(current) as (keyof PersonDraft)[])
      .filter((key) => current[key] !== opened[key])
      .map((key) => [key, t.now(String(current[key]))]),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = [
      ...(draft.name.trim() === '' ? [{ field: 'name', sentence: t.noName }] : []),
      ...(reason.trim().length < 3 ? [{ field: 'reason', sentence: t.noReason }] : []),
    ];
    setFaults(found);
    if (found.length === 0)
      correct.act({
        params: { id: sheet.id },
        body: { version: sheet.version, reason: reason.trim(), changes: changesOf(opened, draft, sheet) },
      });
  };
  if (kept.length > 0)
    return (
      <Dialog title={t.title} onClose={onClose}>
        <div className="stack">
          <p role="status">{t.kept(kept.map((field) => wordOf(FIELDS, field, language)).join(', '))}</p>
          <Button variant="filled" onClick={onClose}>
            {t.close}
          </Button>
        </div>
      </Dialog>
    );
  const errors = {
    ...fieldErrors(correct.error),
    ...Object.fromEntries(faults.map(({ field, sentence }) => [field, sentence])),
  };
  return (
    <Dialog title={t.title} onClose={onClose} width={720}>
      <form className="stack" onSubmit={submit} noValidate>
        <p className="muted">{t.note}</p>
        <FormErrors faults={faults} />
        <ErrorNotice error={correct.error} onNewer={() => void forget(['/api/person'])} />
        <PersonFields draft={draft} onChange={setDraft} errors={errors} now={now} />
        <TextInput
          label={t.reason}
          id="reason"
          error={errors['reason']}
          maxLength={300}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button type="submit" variant="filled" disabled={correct.isPending}>
            {t.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
};
