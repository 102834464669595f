import { NativeSelect, TextInput } from '@mantine/core';
import type { LocalDate } from '#kernel/local-date.ts';
import { DateField } from '#web/ui/DateField.tsx';
import { useLanguage, useText } from '#web/ui/language.tsx';
import styles from './sheet.module.css';
import { PRECISION, SEX } from './words.ts';

/** What is typed about a person; empty texts are unknown. */
export type PersonDraft = {
  name: string;
  sex: '' | 'L' | 'P';
  birthOn: LocalDate | '';
  precision: 'hari' | 'bulan' | 'tahun' | 'perkiraan';
  birthPlace: string;
  motherName: string;
  occupation: string;
  phone: string;
};
export const EMPTY_DRAFT: PersonDraft = {
  name: '',
  sex: '',
  birthOn: '',
  precision: 'hari',
  birthPlace: '',
  motherName: '',
  occupation: '',
  phone: '',
};

const texts = {
  id: {
    name: 'Nama',
    nameHint: 'Seperti di KTP atau KK; boleh satu kata',
    sex: 'Jenis kelamin',
    unknown: 'belum diketahui',
    birth: 'Tanggal lahir',
    precision: 'Ketepatan tanggal',
    place: 'Tempat lahir',
    mother: 'Nama ibu kandung',
    motherHint: 'Hanya untuk mencocokkan; tidak pernah ditampilkan',
    job: 'Pekerjaan',
    phone: 'Telepon',
  },
  en: {
    name: 'Name',
    nameHint: 'As on the KTP or KK; one word is fine',
    sex: 'Sex',
    unknown: 'not known yet',
    birth: 'Date of birth',
    precision: 'How exact',
    place: 'Place of birth',
    mother: 'Mother’s name',
    motherHint: 'For matching only; never shown',
    job: 'Occupation',
    phone: 'Telephone',
  },
};

type Props = {
  draft: PersonDraft;
  onChange: (draft: PersonDraft) => void;
  errors: Readonly<Record<string, string>>;
  /** What the register says now, where it differs from what was there when the form was opened. */
  now?: Readonly<Record<string, string>>;
};

/** The fields a person is known by, for registering and for correcting. */
export const PersonFields = ({ draft, onChange, errors, now = {} }: Props) => {
  const t = useText(texts);
  const { language } = useLanguage();
  const put = (change: Partial<PersonDraft>) => onChange({ ...draft, ...change });
  const text = (
    key: 'name' | 'birthPlace' | 'motherName' | 'occupation' | 'phone',
    label: string,
    most: number,
    hint?: string,
  ) => (
    <TextInput
      label={label}
      id={key}
      description={now[key] ?? hint}
      error={errors[key]}
      maxLength={most}
      autoComplete="off"
      value={draft[key]}
      onChange={(event) => put({ [key]: event.currentTarget.value })}
    />
  );
  return (
    <div className={styles.grid}>
      {text('name', t.name, 120, t.nameHint)}
      <NativeSelect
        label={t.sex}
        id="sex"
        description={now['sex']}
        value={draft.sex}
        onChange={(event) => put({ sex: event.currentTarget.value as PersonDraft['sex'] })}
        data={[
          { value: '', label: t.unknown },
          { value: 'L', label: SEX.L[language] },
          { value: 'P', label: SEX.P[language] },
        ]}
      />
      <DateField
        label={t.birth}
        name="birthOn"
        error={errors['birthOn']}
        value={draft.birthOn}
        onChange={(birthOn) => put({ birthOn })}
      />
      <NativeSelect
        label={t.precision}
        id="precision"
        value={draft.precision}
        onChange={(event) => put({ precision: event.currentTarget.value as PersonDraft['precision'] })}
        data={(['hari', 'bulan', 'tahun', 'perkiraan'] as const).map((value) => ({
          value,
          label: PRECISION[value]?.[language] ?? value,
        }))}
      />
      {text('birthPlace', t.place, 80)}
      {text('motherName', t.mother, 120, t.motherHint)}
      {text('occupation', t.job, 80)}
      {text('phone', t.phone, 30)}
    </div>
  );
};
