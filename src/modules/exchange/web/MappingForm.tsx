import { Button, NativeSelect } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { ApiError } from '#web/ui/api-error.ts';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { type FieldFault, FormErrors } from '#web/ui/FormErrors.tsx';
import { useText } from '#web/ui/language.tsx';
import { useAct } from '#web/ui/queries.ts';
import { ScrollRegion } from '#web/ui/ScrollRegion.tsx';
import { Section } from '#web/ui/Section.tsx';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import styles from './MappingForm.module.css';
import type { Shown } from './state-words.ts';

const texts = {
  id: {
    title: 'Pastikan arti kolom',
    note: (row: number, formulas: number) =>
      `Judul ditemukan di baris ${row}. Cocokkan dengan contoh isinya, ubah bila keliru.${formulas > 0 ? ` ${formulas.toLocaleString('id-ID')} sel berisi rumus; yang dibaca nilainya yang tersimpan.` : ''}`,
    sheet: 'Lembar',
    column: 'Kolom kita',
    theirs: 'Kolom di berkas',
    samples: 'Contoh isi',
    none: '(tidak ada di berkas)',
    required: 'wajib',
    guessed: 'periksa: ejaannya mirip',
    unused: (names: string) => `Tidak dipakai: ${names}.`,
    codes: 'Kode hubungan keluarga',
    dtks: 'Daftar DTKS (3 = anak)',
    siak: 'Daftar SIAK (3 = istri, 4 = anak)',
    go: 'Kolomnya benar, periksa berkas',
    missing: (label: string) => `${label} wajib dipilih.`,
    twice: (label: string) => `${label}: kolom yang sama sudah dipilih untuk yang lain.`,
  },
  en: {
    title: 'Confirm what the columns mean',
    note: (row: number, formulas: number) =>
      `The headings stand in row ${row}. Hold them against the samples, change what is wrong.${formulas > 0 ? ` ${formulas} cells hold formulas; their kept values are read.` : ''}`,
    sheet: 'Sheet',
    column: 'Our column',
    theirs: 'Column of the file',
    samples: 'Samples',
    none: '(not in the file)',
    required: 'required',
    guessed: 'look: spelt alike',
    unused: (names: string) => `Not used: ${names}.`,
    codes: 'Codes of relations',
    dtks: 'The DTKS list (3 = child)',
    siak: 'The SIAK list (3 = wife, 4 = child)',
    go: 'The columns are right, check the file',
    missing: (label: string) => `${label} must be chosen.`,
    twice: (label: string) => `${label}: this column is taken for another one.`,
  },
};

type Chosen = Record<string, number | null>;
type Column = Shown['mapping']['columns'][number];

const faultsIn = (columns: readonly Column[], chosen: Chosen, t: (typeof texts)['id']): FieldFault[] => {
  const taken = new Map<number, number>();
  for (const at of Object.values(chosen)) if (at !== null) taken.set(at, (taken.get(at) ?? 0) + 1);
  return columns.flatMap(({ column, label }) => {
    const at = chosen[column] ?? null;
    return at !== null && (taken.get(at) ?? 0) > 1 ? [{ field: column, sentence: t.twice(label) }] : [];
  });
};

const serverFaults = (error: unknown): FieldFault[] =>
  error instanceof ApiError
    ? Object.entries((error.details['fields'] ?? {}) as Record<string, string>).map(([field, sentence]) => ({
        field,
        sentence,
      }))
    : [];

const ColumnRow = ({
  one,
  file,
  at,
  onChange,
  fault,
}: {
  one: Column;
  file: Shown;
  at: number | null;
  onChange: (at: number | null) => void;
  fault: string | undefined;
}) => {
  const t = useText(texts);
  const { headings } = file.mapping;
  return (
    <tr>
      <th scope="row">
        {one.label} {one.required && <span className="muted">({t.required})</span>}
      </th>
      <td>
        <NativeSelect
          id={one.column}
          aria-label={`${one.label}: ${t.theirs}`}
          value={at === null ? '' : String(at)}
          onChange={(event) => onChange(event.currentTarget.value === '' ? null : Number(event.currentTarget.value))}
          data={[
            { value: '', label: t.none },
            ...headings.map((heading) => ({
              value: String(heading.at),
              label: heading.heading.trim() || `(${heading.at + 1})`,
            })),
          ]}
          error={fault}
        />
      </td>
      <td className="muted">{at === null ? '' : headings[at]?.samples.filter((text) => text !== '').join(' · ')}</td>
      <td>{one.guessed && at === one.at ? <StatusBadge kind="menunggu">{t.guessed}</StatusBadge> : null}</td>
    </tr>
  );
};

/** What the columns mean: proposed by the headings, confirmed or changed by a person. */
export const MappingForm = ({ file, onNewer }: { file: Shown; onNewer: () => void }) => {
  const t = useText(texts);
  const { mapping } = file;
  const [chosen, setChosen] = useState<Chosen>(() =>
    Object.fromEntries(mapping.columns.map(({ column, at }) => [column, at])),
  );
  const [codes, setCodes] = useState(mapping.relationCodes);
  const [isTried, setTried] = useState(false);
  const confirm = useAct('POST /api/import/:id/mapping', { stale: ['/api/import', '/api/home'] });
  const sheet = useAct('POST /api/import/:id/sheet', { stale: ['/api/import'] });
  const faults = isTried ? faultsIn(mapping.columns, chosen, t) : [];
  const shownFaults = faults.length > 0 ? faults : serverFaults(confirm.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (faultsIn(mapping.columns, chosen, t).length > 0) return;
    const columns = Object.fromEntries(
      Object.entries(chosen).filter((entry): entry is [string, number] => entry[1] !== null),
    );
    confirm.act({
      params: { id: file.id },
      body: { version: file.version, columns, ...(codes ? { relationCodes: codes } : {}) },
    });
  };
  return (
    <Section title={t.title} note={t.note(mapping.headingRow, mapping.formulas)}>
      <form onSubmit={submit} className="stack" noValidate>
        <FormErrors faults={shownFaults} />
        <ErrorNotice error={confirm.error ?? sheet.error} onNewer={onNewer} />
        {mapping.sheets.length > 1 && (
          <NativeSelect
            label={t.sheet}
            value={mapping.sheet}
            data={[...mapping.sheets]}
            onChange={(event) =>
              sheet.act({ params: { id: file.id }, body: { version: file.version, sheet: event.currentTarget.value } })
            }
          />
        )}
        <ScrollRegion label={t.title}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t.column}</th>
                <th scope="col">{t.theirs}</th>
                <th scope="col">{t.samples}</th>
                <th scope="col">
                  <span className="spoken">{t.guessed}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {mapping.columns.map((one) => (
                <ColumnRow
                  key={one.column}
                  one={one}
                  file={file}
                  at={chosen[one.column] ?? null}
                  onChange={(at) => setChosen((before) => ({ ...before, [one.column]: at }))}
                  fault={shownFaults.find(({ field }) => field === one.column)?.sentence}
                />
              ))}
            </tbody>
          </table>
        </ScrollRegion>
        {mapping.unknown.length > 0 && <p className="muted">{t.unused(mapping.unknown.join(', '))}</p>}
        {codes !== null && (
          <NativeSelect
            label={t.codes}
            value={codes}
            onChange={(event) => setCodes(event.currentTarget.value === 'siak' ? 'siak' : 'dtks')}
            data={[
              { value: 'dtks', label: t.dtks },
              { value: 'siak', label: t.siak },
            ]}
          />
        )}
        <div className="row">
          <Button type="submit" variant="filled" disabled={confirm.isPending}>
            {t.go}
          </Button>
        </div>
      </form>
    </Section>
  );
};
