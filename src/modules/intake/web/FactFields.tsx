import { NativeSelect, TextInput } from '@mantine/core';
import { DateField } from '#web/ui/DateField.tsx';
import { useText } from '#web/ui/language.tsx';
import { KIND_FACTS } from '../domain/kind-facts.ts';
import type { Kind } from '../domain/kinds.ts';
import { useWords } from './use-words.ts';

const texts = {
  id: { choose: 'pilih', unknown: 'belum diketahui', optional: '(boleh kosong)' },
  en: { choose: 'choose', unknown: 'not known yet', optional: '(may be empty)' },
};
type Props = {
  kind: Kind;
  values: Readonly<Record<string, string>>;
  onChange: (key: string, value: string) => void;
  errorOf: (field: string) => string | undefined;
};

/** The fields of a kind: what it asks for beside the person. Fields are named `facts.<key>`. */
export const FactFields = ({ kind, values, onChange, errorOf }: Props) => {
  const t = useText(texts);
  const say = useWords();
  return KIND_FACTS[kind].map((fact) => {
    const name = `facts.${fact.key}`;
    const common = {
      name,
      label: fact.isNeeded ? say(fact.words) : `${say(fact.words)} ${t.optional}`,
      description: fact.hint ? say(fact.hint) : undefined,
      error: errorOf(name),
    };
    const value = values[fact.key] ?? '';
    if (fact.type === 'tanggal')
      return <DateField key={fact.key} {...common} value={value} onChange={(date) => onChange(fact.key, date)} />;
    if (fact.type === 'pilihan')
      return (
        <NativeSelect
          key={fact.key}
          {...common}
          value={value}
          data={[
            { value: '', label: fact.isNeeded ? t.choose : t.unknown },
            ...Object.entries(fact.choices ?? {}).map(([code, words]) => ({ value: code, label: say(words) })),
          ]}
          onChange={(event) => onChange(fact.key, event.currentTarget.value)}
        />
      );
    return (
      <TextInput
        key={fact.key}
        {...common}
        maxLength={fact.type === 'nomor_kk' ? 40 : 300}
        autoComplete="off"
        {...(fact.type === 'nomor_kk' ? { inputMode: 'numeric' as const } : {})}
        value={value}
        onChange={(event) => onChange(fact.key, event.currentTarget.value)}
      />
    );
  });
};
