import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { LocalDate } from '#kernel/local-date.ts';
import { DateField } from '#web/ui/DateField.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { type FieldFault, FormErrors } from '#web/ui/FormErrors.tsx';
import { useLanguage, useText } from '#web/ui/language.tsx';
import { useAct } from '#web/ui/queries.ts';
import { REGISTRY_PPKS } from '../domain/ppks.ts';
import type { Sheet } from './words.ts';

const texts = {
  id: {
    title: 'Catat asesmen PPKS',
    note: 'Jenis lain hanya dicatat di dalam kasus oleh pekerja sosial.',
    kind: 'Jenis',
    since: 'Sejak',
    basis: 'Dasar (nomor asesmen, siapa yang menilai)',
    save: 'Simpan asesmen',
    cancel: 'Jangan dulu',
    fill: 'Isi bagian ini.',
  },
  en: {
    title: 'Record a PPKS assessment',
    note: 'Other types are recorded within a case, by its social worker.',
    kind: 'Type',
    since: 'Since',
    basis: 'Basis (number of the assessment, who made it)',
    save: 'Save the assessment',
    cancel: 'Not now',
    fill: 'Fill this in.',
  },
};

/** A dated assessment of one of the types that the registry may hold. */
export const PpksDialog = ({ sheet, onClose }: { sheet: Sheet; onClose: () => void }) => {
  const t = useText(texts);
  const { language } = useLanguage();
  const [code, setCode] = useState(REGISTRY_PPKS[0]?.code ?? '');
  const [since, setSince] = useState<LocalDate | ''>('');
  const [basis, setBasis] = useState('');
  const [faults, setFaults] = useState<FieldFault[]>([]);
  const assess = useAct('POST /api/person/:id/ppks', { stale: ['/api/person'], onDone: onClose });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = [...(since === '' ? ['since'] : []), ...(basis.trim().length < 3 ? ['basis'] : [])].map((field) => ({
      field,
      sentence: t.fill,
    }));
    setFaults(found);
    if (since !== '' && found.length === 0)
      assess.act({ params: { id: sheet.id }, body: { code, since, basis: basis.trim() } });
  };
  return (
    <Dialog title={t.title} onClose={onClose}>
      <form className="stack" onSubmit={submit} noValidate>
        <p className="muted">{t.note}</p>
        <FormErrors faults={faults} />
        <ErrorNotice error={assess.error} />
        <NativeSelect
          label={t.kind}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          data={REGISTRY_PPKS.map((type) => ({ value: type.code, label: type.name[language] }))}
        />
        <DateField label={t.since} name="since" value={since} onChange={setSince} />
        <TextInput
          label={t.basis}
          id="basis"
          maxLength={200}
          value={basis}
          onChange={(event) => setBasis(event.currentTarget.value)}
        />
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button type="submit" variant="filled" disabled={assess.isPending}>
            {t.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
};
