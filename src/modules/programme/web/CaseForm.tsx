import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { ReplyOf } from '#web/ui/contracts.ts';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useLanguage, useText } from '#web/ui/language.tsx';
import { DERIVED_COLUMNS } from '../domain/derived-columns.ts';
import { VERDICTS } from './programme-words.ts';
import styles from './TermsEditor.module.css';

type Column = ReplyOf<'GET /api/programme/:id'>['columns'][number];
type Case = ReplyOf<'GET /api/programme/:id/case'>['items'][number];
export type CaseDraft = Pick<Case, 'name' | 'family' | 'members' | 'expected' | 'reason'>;
type Cells = CaseDraft['family'];

const texts = {
  id: {
    name: 'Nama contoh (bukan nama orang)',
    expected: 'Hasil yang diharapkan',
    reason: 'Mengapa begitu',
    family: 'Keluarga',
    member: (no: number) => `Anggota ${no}`,
    unknown: 'belum diketahui',
    yes: 'ya',
    no: 'tidak',
    addMember: 'Tambah anggota',
    removeMember: (no: number) => `Hapus anggota ${no}`,
    save: 'Simpan contoh',
    cancel: 'Jangan dulu',
    follows: 'Jumlah anggota, umur tertua, dan jumlah kriteria dihitung dari isian ini.',
  },
  en: {
    name: 'Name of the example (nobody’s name)',
    expected: 'Expected result',
    reason: 'Why so',
    family: 'Family',
    member: (no: number) => `Member ${no}`,
    unknown: 'unknown',
    yes: 'yes',
    no: 'no',
    addMember: 'Add a member',
    removeMember: (no: number) => `Remove member ${no}`,
    save: 'Save the example',
    cancel: 'Not now',
    follows: 'Number of members, oldest age and number of criteria follow from these answers.',
  },
};

const without = (cells: Cells, name: string): Cells =>
  Object.fromEntries(Object.entries(cells).filter(([key]) => key !== name));

const CellField = ({ column, cells, onChange }: { column: Column; cells: Cells; onChange: (cells: Cells) => void }) => {
  const t = useText(texts);
  const value = cells[column.name];
  const set = (next: boolean | number | string | undefined) =>
    onChange(next === undefined ? without(cells, column.name) : { ...cells, [column.name]: next });
  const label = column.unit === null ? column.label : `${column.label} (${column.unit})`;
  if (column.type === 'integer')
    return (
      <TextInput
        label={label}
        inputMode="numeric"
        placeholder={t.unknown}
        value={value === undefined ? '' : String(value)}
        onChange={(event) => {
          const typed = event.currentTarget.value.replace(/\D/g, '').slice(0, 5);
          set(typed === '' ? undefined : Number(typed));
        }}
      />
    );
  const words =
    column.type === 'boolean'
      ? [
          { value: 'ya', label: t.yes },
          { value: 'tidak', label: t.no },
        ]
      : column.values.map((one) => ({ value: one, label: one.replaceAll('_', ' ') }));
  const current = typeof value === 'boolean' ? (value ? 'ya' : 'tidak') : (value ?? '');
  return (
    <NativeSelect
      label={label}
      data={[{ value: '', label: t.unknown }, ...words]}
      value={String(current)}
      onChange={(event) => {
        const chosen = event.currentTarget.value;
        set(chosen === '' ? undefined : column.type === 'boolean' ? chosen === 'ya' : chosen);
      }}
    />
  );
};

const CellFields = ({
  title,
  columns,
  cells,
  onChange,
}: {
  title: string;
  columns: readonly Column[];
  cells: Cells;
  onChange: (cells: Cells) => void;
}) => (
  <fieldset className={styles.cells}>
    <legend>{title}</legend>
    <div className={styles.pair}>
      {columns.map((column) => (
        <CellField key={column.name} column={column} cells={cells} onChange={onChange} />
      ))}
    </div>
  </fieldset>
);

const MemberFields = ({
  columns,
  members,
  onChange,
}: {
  columns: readonly Column[];
  members: readonly Cells[];
  onChange: (members: Cells[]) => void;
}) => {
  const t = useText(texts);
  return (
    <>
      {members.map((member, i) => (
        <div key={`anggota-${i + 1}`} className="stack">
          <CellFields
            title={t.member(i + 1)}
            columns={columns}
            cells={member}
            onChange={(next) => onChange(members.map((old, at) => (at === i ? next : old)))}
          />
          {members.length > 1 && (
            <div>
              <Button onClick={() => onChange(members.filter((_, at) => at !== i))}>{t.removeMember(i + 1)}</Button>
            </div>
          )}
        </div>
      ))}
      <div>
        <Button onClick={() => onChange([...members, {}])}>{t.addMember}</Button>
      </div>
    </>
  );
};

/** A family as an example: what is known of it, and the verdict the rules must give. Empty = unknown. */
export const CaseForm = ({
  start,
  columns,
  isPending,
  error,
  onSave,
  onClose,
}: {
  start: CaseDraft;
  columns: readonly Column[];
  isPending: boolean;
  error: unknown;
  onSave: (draft: CaseDraft) => void;
  onClose: () => void;
}) => {
  const t = useText(texts);
  const { language } = useLanguage();
  const [draft, setDraft] = useState(start);
  const set = (part: Partial<CaseDraft>) => setDraft({ ...draft, ...part });
  const of = (scope: Column['scope']) =>
    columns.filter((column) => column.scope === scope && !DERIVED_COLUMNS.includes(column.name));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave(draft);
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <ErrorNotice error={error} />
      <TextInput
        label={t.name}
        value={draft.name}
        maxLength={120}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <div className={styles.pair}>
        <NativeSelect
          label={t.expected}
          data={(['ya', 'tidak', 'belum'] as const).map((key) => ({ value: key, label: VERDICTS[key][language] }))}
          value={draft.expected}
          onChange={(event) => set({ expected: event.currentTarget.value as CaseDraft['expected'] })}
        />
        <Textarea
          label={t.reason}
          rows={2}
          value={draft.reason}
          maxLength={500}
          onChange={(event) => set({ reason: event.currentTarget.value })}
        />
      </div>
      <p className="muted">{t.follows}</p>
      <CellFields title={t.family} columns={of('family')} cells={draft.family} onChange={(family) => set({ family })} />
      <MemberFields columns={of('member')} members={draft.members} onChange={(members) => set({ members })} />
      <div className="row" style={{ justifyContent: 'flex-end' }}>
        <Button onClick={onClose}>{t.cancel}</Button>
        <Button type="submit" variant="filled" disabled={isPending}>
          {t.save}
        </Button>
      </div>
    </form>
  );
};
