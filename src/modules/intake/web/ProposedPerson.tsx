import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { LocalDate } from '#kernel/local-date.ts';
import { Chosen } from '#web/ui/Chosen.tsx';
import { DateField } from '#web/ui/DateField.tsx';
import { useText } from '#web/ui/language.tsx';
import { PersonPicker } from '#web/ui/PersonPicker.tsx';
import { SearchField } from '#web/ui/SearchField.tsx';
import styles from './ProposeForm.module.css';

/** Who is proposed: somebody chosen, or what is typed. */
export type PersonEntry = {
  chosen: { id: string; label: string } | null;
  name: string;
  nik: string;
  nomorKk: string;
  birthOn: LocalDate | '';
  sex: 'L' | 'P' | '';
  address: string;
  phone: string;
};

const texts = {
  id: {
    legend: 'Orang yang diusulkan',
    pick: 'Pilih dari warga RT saya',
    find: 'Cari di register (nama, NIK, alamat)',
    or: 'Tidak ketemu? Isi di bawah; petugas yang mencocokkan.',
    name: 'Nama lengkap',
    address: 'Alamat (jalan, nomor rumah, patokan)',
    birth: 'Tanggal lahir (kosongkan bila tidak tahu)',
    sex: 'Jenis kelamin',
    sexes: { '': 'belum diketahui', L: 'Laki-laki', P: 'Perempuan' },
    nik: 'NIK (boleh kosong)',
    kk: 'Nomor KK (boleh kosong)',
    phone: 'Nomor HP (boleh kosong)',
  },
  en: {
    legend: 'The person proposed',
    pick: 'Choose from the people of my RT',
    find: 'Search the register (name, NIK, address)',
    or: 'Not found? Fill in below; an officer matches it.',
    name: 'Full name',
    address: 'Address (street, number, landmark)',
    birth: 'Birth date (leave empty when unknown)',
    sex: 'Sex',
    sexes: { '': 'not known yet', L: 'Male', P: 'Female' },
    nik: 'NIK (may be empty)',
    kk: 'KK number (may be empty)',
    phone: 'Mobile number (may be empty)',
  },
};
type Neighbour = { id: string; name: string; address: string | null };
type Props = {
  entry: PersonEntry;
  onChange: (entry: PersonEntry) => void;
  /** The RT's own people; undefined at a desk, which searches the register. */
  neighbours: readonly Neighbour[] | undefined;
  errorOf: (field: string) => string | undefined;
};

const NeighbourPicker = ({
  neighbours,
  onPick,
}: {
  neighbours: readonly Neighbour[];
  onPick: (one: Neighbour) => void;
}) => {
  const t = useText(texts);
  const [typed, setTyped] = useState('');
  const words = typed.trim().toLowerCase();
  const found = neighbours
    .filter((one) => `${one.name} ${one.address ?? ''}`.toLowerCase().includes(words))
    .slice(0, 12);
  return (
    <SearchField
      label={t.pick}
      typed={typed}
      onTyped={setTyped}
      least={1}
      isSearching={false}
      choices={found.map((one) => ({ key: one.id, label: one.name, note: one.address ?? undefined }))}
      onChoose={(key) => {
        const one = neighbours.find((candidate) => candidate.id === key);
        if (one) onPick(one);
      }}
    />
  );
};

/** Search first, then type: a neighbour of the RT, a person of the register, or a draft that an officer will match. */
export const ProposedPerson = ({ entry, onChange, neighbours, errorOf }: Props) => {
  const t = useText(texts);
  const set = (change: Partial<PersonEntry>) => onChange({ ...entry, ...change });
  if (entry.chosen)
    return (
      <Chosen label={t.legend} onClear={() => set({ chosen: null })}>
        {entry.chosen.label}
      </Chosen>
    );
  return (
    <fieldset className={styles.person}>
      <legend>
        <strong>{t.legend}</strong>
      </legend>
      {neighbours ? (
        neighbours.length > 0 && (
          <NeighbourPicker neighbours={neighbours} onPick={(one) => set({ chosen: { id: one.id, label: one.name } })} />
        )
      ) : (
        <PersonPicker
          label={t.find}
          value={null}
          onChange={(person) => person && set({ chosen: { id: person.id, label: person.name } })}
        />
      )}
      {(neighbours === undefined || neighbours.length > 0) && <p className="muted">{t.or}</p>}
      <TextInput
        label={t.name}
        name="name"
        maxLength={120}
        value={entry.name}
        error={errorOf('name')}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <TextInput
        label={t.address}
        name="address"
        maxLength={300}
        value={entry.address}
        error={errorOf('address')}
        onChange={(event) => set({ address: event.currentTarget.value })}
      />
      <DateField label={t.birth} name="birthOn" value={entry.birthOn} onChange={(birthOn) => set({ birthOn })} />
      <NativeSelect
        label={t.sex}
        value={entry.sex}
        data={(['', 'P', 'L'] as const).map((value) => ({ value, label: t.sexes[value] }))}
        onChange={(event) => set({ sex: event.currentTarget.value as PersonEntry['sex'] })}
      />
      <TextInput
        label={t.nik}
        inputMode="numeric"
        autoComplete="off"
        maxLength={40}
        value={entry.nik}
        onChange={(event) => set({ nik: event.currentTarget.value })}
      />
      <TextInput
        label={t.kk}
        inputMode="numeric"
        autoComplete="off"
        maxLength={40}
        value={entry.nomorKk}
        onChange={(event) => set({ nomorKk: event.currentTarget.value })}
      />
      <TextInput
        label={t.phone}
        inputMode="tel"
        autoComplete="off"
        maxLength={30}
        value={entry.phone}
        onChange={(event) => set({ phone: event.currentTarget.value })}
      />
    </fieldset>
  );
};
