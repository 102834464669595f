import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Dialog } from '#web/ui/Dialog.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useLanguage, useText } from '#web/ui/language.tsx';
import { useAct } from '#web/ui/queries.ts';
import { DoubtDialog } from './Doubts.tsx';
import { NUMBER_KINDS, type Sheet } from './words.ts';

const texts = {
  id: {
    title: 'Tambah nomor',
    kind: 'Jenis nomor',
    value: 'Nomor',
    hint: 'Nomor yang meragukan tetap tersimpan sebagai klaim.',
    save: 'Simpan nomor',
    cancel: 'Jangan dulu',
    fill: 'Isi nomornya.',
  },
  en: {
    title: 'Add a number',
    kind: 'Kind of number',
    value: 'Number',
    hint: 'A doubtful number is kept as a claim.',
    save: 'Save the number',
    cancel: 'Not now',
    fill: 'Fill in the number.',
  },
};
const KINDS = ['nik', 'bpjs', 'kks', 'id_dtsen', 'id_dtks'] as const;

/** Adds a NIK or another number; doubts come back as sentences. */
export const NumberDialog = ({ sheet, onClose }: { sheet: Sheet; onClose: () => void }) => {
  const t = useText(texts);
  const { language } = useLanguage();
  const [kind, setKind] = useState<(typeof KINDS)[number]>('nik');
  const [value, setValue] = useState('');
  const [isTried, setTried] = useState(false);
  const [doubts, setDoubts] = useState<readonly string[]>([]);
  const add = useAct('POST /api/person/:id/number', {
    stale: ['/api/person', '/api/quality'],
    onDone: (reply) => (reply.doubts.length > 0 ? setDoubts(reply.doubts) : onClose()),
  });
  if (doubts.length > 0) return <DoubtDialog title={t.title} doubts={doubts} onClose={onClose} />;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (value.trim() !== '')
      add.act({ params: { id: sheet.id }, body: { version: sheet.version, kind, value: value.trim() } });
  };
  return (
    <Dialog title={t.title} onClose={onClose}>
      <form className="stack" onSubmit={submit} noValidate>
        <ErrorNotice error={add.error} />
        <NativeSelect
          label={t.kind}
          value={kind}
          onChange={(event) => setKind(event.currentTarget.value as typeof kind)}
          data={KINDS.map((one) => ({ value: one, label: NUMBER_KINDS[one]?.[language] ?? one }))}
        />
        <TextInput
          label={t.value}
          description={t.hint}
          error={isTried && value.trim() === '' ? t.fill : undefined}
          inputMode="numeric"
          autoComplete="off"
          maxLength={40}
          value={value}
          onChange={(event) => setValue(event.currentTarget.value)}
        />
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button type="submit" variant="filled" disabled={add.isPending}>
            {t.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
};
