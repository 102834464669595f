import { TextInput } from '@mantine/core';
import type { LocalDate } from '#kernel/local-date.ts';
import { DateField } from '#web/ui/DateField.tsx';
import { useText } from '#web/ui/language.tsx';
import { texts } from './privacy-words.ts';

export type Moment = { day: LocalDate | ''; time: string };

/** A day and the time of the office's clock. */
export const MomentFields = ({
  label,
  value,
  onChange,
}: {
  label: string;
  value: Moment;
  onChange: (moment: Moment) => void;
}) => {
  const t = useText(texts);
  return (
    <div className="row">
      <DateField
        label={`${label}: ${t.day.toLowerCase()}`}
        value={value.day}
        onChange={(day) => onChange({ ...value, day })}
      />
      <TextInput
        label={t.time}
        value={value.time}
        onChange={(event) => onChange({ ...value, time: event.currentTarget.value })}
      />
    </div>
  );
};
