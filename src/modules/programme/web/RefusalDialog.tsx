import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Dialog } from '#web/ui/Dialog.tsx';
import { useText } from '#web/ui/language.tsx';

const texts = {
  id: {
    title: (name: string) => `${name} menolak bantuan`,
    note: 'Bagaimana dan kapan keluarga ini menolak',
    hint: 'Paling sedikit sepuluh huruf, misalnya: menolak dengan surat bertanggal 14 Juli di hadapan kepala dusun.',
    short: 'Tulis paling sedikit sepuluh huruf.',
    effect:
      'Keluarga ini ditambahkan ke tabel Penggantian penerima di bawah. Bantuannya baru berhenti setelah SK perubahan berlaku.',
    save: 'Tambahkan ke penggantian',
    cancel: 'Jangan dulu',
  },
  en: {
    title: (name: string) => `${name} refuses the aid`,
    note: 'How and when this family refused',
    hint: 'At least ten letters, for example: refused by a letter dated 14 July before the head of the hamlet.',
    short: 'Write at least ten letters.',
    effect:
      'The family is added to the table Replacement of recipients below. Its aid stops only once the changing decree is in force.',
    save: 'Add to the replacements',
    cancel: 'Not now',
  },
};

type Props = { name: string; onClose: () => void; onSave: (note: string) => void };

/** How a recipient refused: the note that stands in the changing decree. */
export const RefusalDialog = ({ name, onClose, onSave }: Props) => {
  const t = useText(texts);
  const [note, setNote] = useState('');
  const [isTried, setTried] = useState(false);
  const isShort = note.trim().length < 10;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isShort) onSave(note.trim());
  };
  return (
    <Dialog title={t.title(name)} onClose={onClose}>
      <form className="stack" onSubmit={submit} noValidate>
        <p>{t.effect}</p>
        <Textarea
          label={t.note}
          description={t.hint}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          error={isTried && isShort ? t.short : undefined}
          maxLength={500}
          rows={3}
          data-autofocus
        />
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button type="submit" variant="filled">
            {t.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
};
