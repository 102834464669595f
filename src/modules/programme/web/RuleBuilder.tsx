import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ReplyOf } from '#web/ui/contracts.ts';
import { useText } from '#web/ui/language.tsx';
import styles from './TermsEditor.module.css';

const texts = {
  id: {
    column: 'Yang ditanyakan',
    family: 'keluarga',
    member: 'anggota',
    operator: 'Hubungan',
    value: 'Nilai',
    add: 'Susun',
    operators: { '<=': 'paling banyak', '>=': 'paling sedikit', '=': 'sama dengan', '!=': 'bukan' },
    yes: 'ya',
    no: 'tidak',
    is: 'salah satu dari',
  },
  en: {
    column: 'What is asked',
    family: 'family',
    member: 'member',
    operator: 'Relation',
    value: 'Value',
    add: 'Compose',
    operators: { '<=': 'at most', '>=': 'at least', '=': 'equals', '!=': 'not' },
    yes: 'yes',
    no: 'no',
    is: 'one of',
  },
};
type Column = ReplyOf<'GET /api/programme/:id'>['columns'][number];

/** The text of one condition; about a member it asks for any member. */
const expressionOf = (column: Column, operator: string, value: string): string => {
  const plain =
    column.type === 'boolean'
      ? value === 'tidak'
        ? `tidak ${column.name}`
        : column.name
      : column.type === 'enum'
        ? `${column.name} termasuk ["${value}"]`
        : `${column.name} ${operator} ${value === '' ? '0' : value}`;
  return column.scope === 'member' ? `ada anggota dengan (${plain})` : plain;
};

const ValueField = ({
  column,
  value,
  onChange,
}: {
  column: Column;
  value: string;
  onChange: (value: string) => void;
}) => {
  const t = useText(texts);
  const choices =
    column.type === 'boolean'
      ? [
          { value: 'ya', label: t.yes },
          { value: 'tidak', label: t.no },
        ]
      : column.values.map((one) => ({ value: one, label: one.replaceAll('_', ' ') }));
  if (choices.length > 0)
    return (
      <NativeSelect
        label={t.value}
        data={choices}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  return (
    <TextInput
      label={column.unit === null ? t.value : `${t.value} (${column.unit})`}
      inputMode="numeric"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value.replace(/[^\d.]/g, ''))}
    />
  );
};

const startOf = (column: Column): string => (column.type === 'boolean' ? 'ya' : (column.values[0] ?? ''));

/** Chooses what is asked, how and the value, and writes the condition as text; several are joined with "dan". */
export const RuleBuilder = ({ columns, onAdd }: { columns: readonly Column[]; onAdd: (text: string) => void }) => {
  const t = useText(texts);
  const [key, setKey] = useState(`${columns[0]?.scope}.${columns[0]?.name}`);
  const [operator, setOperator] = useState('<=');
  const [value, setValue] = useState('4');
  const column = columns.find((one) => `${one.scope}.${one.name}` === key);
  if (!column) return null;
  const choose = (next: string) => {
    setKey(next);
    const chosen = columns.find((one) => `${one.scope}.${one.name}` === next);
    if (chosen) setValue(startOf(chosen));
  };
  return (
    <div className={styles.builder}>
      <NativeSelect
        label={t.column}
        data={columns.map((one) => ({ value: `${one.scope}.${one.name}`, label: `${t[one.scope]}: ${one.label}` }))}
        value={key}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      {column.type === 'integer' && (
        <NativeSelect
          label={t.operator}
          data={Object.entries(t.operators).map(([sign, label]) => ({ value: sign, label }))}
          value={operator}
          onChange={(event) => setOperator(event.currentTarget.value)}
        />
      )}
      <ValueField column={column} value={value} onChange={setValue} />
      <Button onClick={() => onAdd(expressionOf(column, operator, value))}>{t.add}</Button>
    </div>
  );
};
