import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { DateField } from '#web/ui/DateField.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useText } from '#web/ui/language.tsx';
import { RupiahField } from '#web/ui/RupiahField.tsx';

const texts = {
  id: {
    amount: 'Jumlah',
    number: 'Nomor dokumen',
    date: 'Tanggal dokumen',
    cancel: 'Jangan dulu',
    wait: 'Menyimpan…',
    fill: 'Isi dulu',
  },
  en: {
    amount: 'Amount',
    number: 'Number of the document',
    date: 'Date of the document',
    cancel: 'Not now',
    wait: 'Saving…',
    fill: 'Fill this in',
  },
};

/** What every record on a budget line carries: an amount, the number and the date of its paper. */
export type Paper = { amount: string; number: string; onDate: string; choice: string };
type Choice = { label: string; description?: string; options: readonly { value: string; label: string }[] };

type Props = {
  title: string;
  note?: ReactNode;
  /** A choice on top: stage, reservation, the other line. */
  choice?: Choice;
  withAmount?: boolean;
  withDate?: boolean;
  start?: Partial<Paper>;
  confirm: string;
  onSave: (paper: Paper) => void;
  onClose: () => void;
  isPending: boolean;
  error: unknown;
  /** After a 409: reads the newer version; what was typed stays. */
  onNewer?: () => void;
  children?: ReactNode;
};

/** A dialog that records one paper; what is missing is said at its field. */
export const PaperForm = (props: Props) => {
  const {
    title,
    note,
    choice,
    withAmount = true,
    withDate = true,
    start,
    confirm,
    onSave,
    onClose,
    isPending,
    error,
    onNewer,
    children,
  } = props;
  const t = useText(texts);
  const [paper, setPaper] = useState<Paper>({
    amount: '',
    number: '',
    onDate: '',
    choice: choice?.options[0]?.value ?? '',
    ...start,
  });
  const [isTried, setTried] = useState(false);
  const set = (part: Partial<Paper>) => setPaper((old) => ({ ...old, ...part }));
  const missing = (value: string) => (isTried && value.trim() === '' ? t.fill : undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if ((withAmount && paper.amount === '') || paper.number.trim() === '' || (withDate && paper.onDate === '')) return;
    onSave(paper);
  };
  return (
    <Dialog title={title} onClose={onClose} width={520}>
      <form className="stack" onSubmit={submit} noValidate>
        <ErrorNotice error={error} onNewer={onNewer} />
        {note !== undefined && <p className="muted">{note}</p>}
        {choice && (
          <NativeSelect
            label={choice.label}
            {...(choice.description === undefined ? {} : { description: choice.description })}
            data={choice.options.map((option) => ({ ...option }))}
            value={paper.choice}
            onChange={(event) => set({ choice: event.currentTarget.value })}
          />
        )}
        {children}
        {withAmount && (
          <RupiahField
            label={t.amount}
            value={paper.amount}
            error={missing(paper.amount)}
            onChange={(amount) => set({ amount })}
          />
        )}
        <TextInput
          label={t.number}
          value={paper.number}
          error={missing(paper.number)}
          maxLength={200}
          onChange={(event) => set({ number: event.currentTarget.value })}
        />
        {withDate && (
          <DateField
            label={t.date}
            value={paper.onDate}
            error={missing(paper.onDate)}
            onChange={(onDate) => set({ onDate })}
          />
        )}
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button type="submit" variant="filled" disabled={isPending}>
            {isPending ? t.wait : confirm}
          </Button>
        </div>
      </form>
    </Dialog>
  );
};
