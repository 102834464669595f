import { type ReactNode, useState } from 'react';
import { formatDate } from '#kernel/local-date.ts';
import { Chosen } from './Chosen.tsx';
import type { ReplyOf } from './contracts.ts';
import { useLanguage } from './language.tsx';
import { useGet } from './queries.ts';
import { SearchField } from './SearchField.tsx';
import { useSettled } from './use-slow.ts';

export type PickedPerson = ReplyOf<'GET /api/person'>['items'][number];
type Props = {
  label: string;
  description?: ReactNode;
  error?: ReactNode;
  name?: string;
  value: PickedPerson | null;
  onChange: (person: PickedPerson | null) => void;
};

/** Finds a person of the register by name (misspelt), NIK, KK or address, within the reader's own areas. */
export const PersonPicker = ({ label, description, error, name, value, onChange }: Props) => {
  const { language } = useLanguage();
  const [typed, setTyped] = useState('');
  const q = useSettled(typed.trim(), 200);
  const found = useGet('/api/person', { query: { q }, enabled: value === null && q.length >= 3, keep: true });
  const noteOf = (person: PickedPerson) =>
    [person.birthOn && formatDate(person.birthOn, { language }), person.areaLabel].filter(Boolean).join(' · ');
  if (value)
    return (
      <Chosen label={label} description={description} onClear={() => onChange(null)}>
        {value.name} <span className="muted">{noteOf(value)}</span>
      </Chosen>
    );
  const items = q.length >= 3 ? (found.data?.items ?? []) : [];
  return (
    <SearchField
      label={label}
      description={description}
      error={error}
      {...(name === undefined ? {} : { name })}
      typed={typed}
      onTyped={setTyped}
      least={3}
      isSearching={found.isFetching || q !== typed.trim()}
      choices={items.map((person) => ({ key: person.id, label: person.name, note: noteOf(person) }))}
      onChoose={(key) => {
        setTyped('');
        onChange(items.find((person) => person.id === key) ?? null);
      }}
    />
  );
};
