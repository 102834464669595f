import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { formatDate, type LocalDate, partsOf } from '#kernel/local-date.ts';
import { useLanguage, useText } from './language.tsx';
import { readDate } from './read-date.ts';

type Props = {
  label: string;
  description?: ReactNode;
  error?: ReactNode;
  name?: string;
  /** Empty when nothing is typed or it is no date. */
  value: LocalDate | '';
  onChange: (date: LocalDate | '') => void;
};

const texts = {
  id: {
    hint: 'Tanggal/bulan/tahun, misalnya 6/8/2026',
    unread: 'Tanggal tidak terbaca; tulis tanggal/bulan/tahun, misalnya 6/8/2026.',
  },
  en: {
    hint: 'Day/month/year, for example 6/8/2026',
    unread: 'The date cannot be read; write day/month/year, for example 6/8/2026.',
  },
};

const typedForm = (date: LocalDate): string => {
  const { year, month, day } = partsOf(date);
  return `${day}/${month}/${year}`;
};

/**
 * A date, typed day first and read back with its weekday. The browser's own date field shows month first wherever
 * the browser speaks American English, which nobody notices until a birth date is wrong.
 */
export const DateField = ({ label, description, error, name, value, onChange }: Props) => {
  const t = useText(texts);
  const { language } = useLanguage();
  const [typed, setTyped] = useState(value === '' ? '' : typedForm(value));
  const [isLeft, setLeft] = useState(false);
  const date = readDate(typed);
  const unread = isLeft && typed.trim() !== '' && date === undefined ? t.unread : undefined;
  return (
    <TextInput
      label={label}
      description={description ?? (date === undefined ? t.hint : formatDate(date, { weekday: true, language }))}
      error={unread ?? error}
      {...(name === undefined ? {} : { name, id: name })}
      inputMode="text"
      autoComplete="off"
      value={typed}
      onChange={(event) => {
        setLeft(false);
        setTyped(event.currentTarget.value);
        onChange(readDate(event.currentTarget.value) ?? '');
      }}
      onBlur={() => setLeft(true)}
    />
  );
};
