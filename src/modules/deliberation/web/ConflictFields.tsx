import { Button, Checkbox, Fieldset, NativeSelect, TextInput } from '@mantine/core';
import { useText } from '#web/ui/language.tsx';
import type { Meeting } from './MeetingPage.tsx';

const texts = {
  id: {
    title: 'Kepentingan',
    note: 'Peserta yang berhubungan dengan keluarga ini (saudara, mertua, atasan).',
    who: 'Peserta',
    relation: 'Hubungan',
    left: 'Meninggalkan ruangan saat baris ini diputus',
    add: 'Nyatakan kepentingan',
    remove: 'Hapus',
    none: 'Catat daftar hadir dulu.',
  },
  en: {
    title: 'Interests',
    note: 'Attendees who are close to this family (kin, in-laws, superiors).',
    who: 'Attendee',
    relation: 'Relation',
    left: 'Left the room while this row was decided',
    add: 'Declare an interest',
    remove: 'Remove',
    none: 'Record the attendance first.',
  },
};

export type ConflictDraft = Meeting['rows'][number]['conflicts'][number];
type Props = {
  attendees: Meeting['attendees'];
  conflicts: readonly ConflictDraft[];
  onChange: (conflicts: readonly ConflictDraft[]) => void;
};

/** Who present is close to the family of a row, how, and whether he left the room. */
export const ConflictFields = ({ attendees, conflicts, onChange }: Props) => {
  const t = useText(texts);
  const change = (at: number, part: Partial<ConflictDraft>) =>
    onChange(conflicts.map((one, i) => (i === at ? { ...one, ...part } : one)));
  const free = attendees.find((person) => !conflicts.some((conflict) => conflict.attendeeNo === person.no));
  return (
    <Fieldset legend={t.title}>
      <div className="stack">
        <p className="muted">{attendees.length === 0 ? t.none : t.note}</p>
        {conflicts.map((conflict, at) => (
          <div className="stack" style={{ gap: 8 }} key={conflict.attendeeNo}>
            <NativeSelect
              label={t.who}
              value={String(conflict.attendeeNo)}
              onChange={(event) => change(at, { attendeeNo: Number(event.currentTarget.value) })}
              data={attendees.map((person) => ({ value: String(person.no), label: `${person.no}. ${person.name}` }))}
            />
            <TextInput
              label={t.relation}
              value={conflict.relation}
              maxLength={120}
              onChange={(event) => change(at, { relation: event.currentTarget.value })}
            />
            <Checkbox
              label={t.left}
              checked={conflict.leftRoom}
              onChange={(event) => change(at, { leftRoom: event.currentTarget.checked })}
            />
            <Button onClick={() => onChange(conflicts.filter((_, i) => i !== at))}>{t.remove}</Button>
          </div>
        ))}
        {free && (
          <Button onClick={() => onChange([...conflicts, { attendeeNo: free.no, relation: '', leftRoom: true }])}>
            {t.add}
          </Button>
        )}
      </div>
    </Fieldset>
  );
};
