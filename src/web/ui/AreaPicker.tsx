import { type ReactNode, useState } from 'react';
import { Chosen } from './Chosen.tsx';
import type { ReplyOf } from './contracts.ts';
import { useGet } from './queries.ts';
import { SearchField } from './SearchField.tsx';
import { useSettled } from './use-slow.ts';

export type PickedArea = Pick<ReplyOf<'GET /api/area'>['items'][number], 'id' | 'label' | 'kind'>;
type Props = {
  label: string;
  description?: ReactNode;
  error?: ReactNode;
  name?: string;
  value: PickedArea | null;
  onChange: (area: PickedArea | null) => void;
  /** Finds only this kind. */
  kind?: 'kec' | 'desa' | 'rw' | 'rt';
};

/** Finds an area as one types ("larangan ciledug"), within the reader's own areas. */
export const AreaPicker = ({ label, description, error, name, value, onChange, kind }: Props) => {
  const [typed, setTyped] = useState('');
  const q = useSettled(typed.trim(), 150);
  const found = useGet('/api/area', { query: { q, kind }, enabled: value === null && q.length >= 2, keep: true });
  if (value)
    return (
      <Chosen label={label} description={description} onClear={() => onChange(null)}>
        {value.label}
      </Chosen>
    );
  const items = q.length >= 2 ? (found.data?.items ?? []) : [];
  return (
    <SearchField
      label={label}
      description={description}
      error={error}
      {...(name === undefined ? {} : { name })}
      typed={typed}
      onTyped={setTyped}
      least={2}
      isSearching={found.isFetching || q !== typed.trim()}
      choices={items.map((area) => ({ key: String(area.id), label: area.label, note: area.kode ?? undefined }))}
      onChoose={(key) => {
        setTyped('');
        onChange(items.find((area) => String(area.id) === key) ?? null);
      }}
    />
  );
};
