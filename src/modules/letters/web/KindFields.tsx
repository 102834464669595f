import { Checkbox, TextInput } from '@mantine/core';
import { useText } from '#web/ui/language.tsx';
import type { Kind } from './words.ts';

export type Filled = { fields: Record<string, string>; papers: readonly string[] };

const texts = {
  id: { papers: 'Dokumen yang sudah dilihat aslinya', optional: '(boleh tidak ada)' },
  en: { papers: 'Papers seen in the original', optional: '(may be missing)' },
};

/** The fields of a kind, and the papers it asks to see. */
export const KindFields = ({
  kind,
  filled,
  onChange,
}: {
  kind: Kind;
  filled: Filled;
  onChange: (filled: Filled) => void;
}) => {
  const t = useText(texts);
  const toggle = (code: string, isSeen: boolean) =>
    onChange({ ...filled, papers: isSeen ? [...filled.papers, code] : filled.papers.filter((one) => one !== code) });
  return (
    <>
      {kind.fields.map((field) => (
        <TextInput
          key={field.name}
          label={field.label}
          value={filled.fields[field.name] ?? ''}
          onChange={(event) =>
            onChange({ ...filled, fields: { ...filled.fields, [field.name]: event.currentTarget.value } })
          }
        />
      ))}
      {kind.papers.length > 0 && (
        <fieldset className="stack" style={{ gap: 8 }}>
          <legend>{t.papers}</legend>
          {kind.papers.map((paper) => (
            <Checkbox
              key={paper.code}
              label={paper.required ? paper.label : `${paper.label} ${t.optional}`}
              checked={filled.papers.includes(paper.code)}
              onChange={(event) => toggle(paper.code, event.currentTarget.checked)}
            />
          ))}
        </fieldset>
      )}
    </>
  );
};
