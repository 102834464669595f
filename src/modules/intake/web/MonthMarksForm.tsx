import { Button, NumberInput, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useText } from '#web/ui/language.tsx';
import { useAct } from '#web/ui/queries.ts';
import { Section } from '#web/ui/Section.tsx';
import styles from './NewOrderForm.module.css';
import type { StagesReply } from './StagesPage.tsx';

const texts = {
  id: {
    title: 'Kalender bulanan',
    note: 'Batas-batas bulan ini muncul di halaman "Bulan ini". Tanggal 29 sampai 31 jatuh pada hari terakhir di bulan yang pendek.',
    day: 'Tanggal',
    id: 'Nama (Indonesia)',
    en: 'Nama (Inggris)',
    remove: 'Hapus',
    add: 'Tambah batas',
    save: 'Simpan kalender',
    saved: 'Kalender tersimpan.',
    missing: 'Isi nama setiap batas.',
  },
  en: {
    title: 'Monthly calendar',
    note: 'These marks stand on the page “This month”. Days 29 to 31 fall on the last day of a short month.',
    day: 'Day',
    id: 'Name (Indonesian)',
    en: 'Name (English)',
    remove: 'Remove',
    add: 'Add a mark',
    save: 'Save the calendar',
    saved: 'The calendar is saved.',
    missing: 'Fill in the name of every mark.',
  },
};
type Mark = StagesReply['marks'][number];
type Row = Mark & { key: number };

/** The cut-offs of a month as the agency keeps them. */
export const MonthMarksForm = ({ marks }: { marks: readonly Mark[] }) => {
  const t = useText(texts);
  const [rows, setRows] = useState<readonly Row[]>(() => marks.map((mark, key) => ({ ...mark, key })));
  const [isTried, setTried] = useState(false);
  const save = useAct('POST /api/stage/month-marks', { stale: ['/api/intake'] });
  const isMissing = rows.some((row) => row.label.id.trim() === '');
  const change = (key: number, next: Partial<Mark>) => {
    save.reset();
    setRows(rows.map((row) => (row.key === key ? { ...row, ...next } : row)));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isMissing) return;
    save.act({
      body: {
        marks: rows.map(({ day, label }) => ({
          day,
          label: { id: label.id.trim(), en: label.en.trim() || label.id.trim() },
        })),
      },
    });
  };
  return (
    <Section title={t.title} note={t.note}>
      <form className={`stack ${styles.form}`} onSubmit={submit} noValidate>
        <ErrorNotice error={save.error} />
        {isTried && isMissing && <p role="alert">{t.missing}</p>}
        {rows.map((row) => (
          <div key={row.key} className={styles.mark}>
            <NumberInput
              label={t.day}
              min={1}
              max={31}
              allowDecimal={false}
              value={row.day}
              onChange={(value) => change(row.key, { day: Math.min(31, Math.max(1, Number(value) || 1)) })}
            />
            <TextInput
              label={t.id}
              maxLength={120}
              value={row.label.id}
              onChange={(event) => change(row.key, { label: { ...row.label, id: event.currentTarget.value } })}
            />
            <TextInput
              label={t.en}
              maxLength={120}
              value={row.label.en}
              onChange={(event) => change(row.key, { label: { ...row.label, en: event.currentTarget.value } })}
            />
            <Button onClick={() => setRows(rows.filter((one) => one.key !== row.key))}>
              {t.remove}
              <span className="spoken"> {row.label.id}</span>
            </Button>
          </div>
        ))}
        <div className="row">
          <Button
            onClick={() =>
              setRows([
                ...rows,
                { key: Math.max(-1, ...rows.map((row) => row.key)) + 1, day: 1, label: { id: '', en: '' } },
              ])
            }
          >
            {t.add}
          </Button>
          <Button type="submit" variant="filled" disabled={save.isPending}>
            {t.save}
          </Button>
          <span role="status">{save.isSuccess && t.saved}</span>
        </div>
      </form>
    </Section>
  );
};
