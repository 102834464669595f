import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { formatRupiah, parseRupiah } from '#kernel/rupiah.ts';

type Props = {
  label: string;
  description?: ReactNode;
  error?: ReactNode;
  name?: string;
  /** Digits as JSON carries them; empty when nothing is typed or it cannot be read. */
  value: string;
  onChange: (digits: string) => void;
};

/** An amount as people type it ("1,5 juta", "Rp1.500.000"); on leaving the field it is written out, or says what is wrong. */
export const RupiahField = ({ label, description, error, name, value, onChange }: Props) => {
  const [typed, setTyped] = useState(value === '' ? '' : formatRupiah(BigInt(value)));
  const [sentence, setSentence] = useState<string>();
  const type = (text: string) => {
    setTyped(text);
    const reading = parseRupiah(text);
    onChange(reading.ok ? reading.value.toString() : '');
  };
  const leave = () => {
    if (typed.trim() === '') return setSentence(undefined);
    const reading = parseRupiah(typed);
    setSentence(reading.ok ? undefined : reading.sentence);
    if (reading.ok) setTyped(formatRupiah(reading.value));
  };
  return (
    <TextInput
      label={label}
      description={description}
      error={sentence ?? error}
      {...(name === undefined ? {} : { name, id: name })}
      inputMode="text"
      autoComplete="off"
      value={typed}
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={leave}
    />
  );
};
