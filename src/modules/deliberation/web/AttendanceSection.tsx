import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { DataTable } from '#web/ui/DataTable.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useText } from '#web/ui/language.tsx';
import { useAct } from '#web/ui/queries.ts';
import { Section } from '#web/ui/Section.tsx';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import { ATTENDEE_ROLES, type AttendeeRole, keysOf } from '../domain/words.ts';
import styles from './AttendanceSection.module.css';
import type { Meeting } from './MeetingPage.tsx';
import { useSay } from './use-say.ts';

const texts = {
  id: {
    title: 'Daftar hadir',
    people: 'Peserta',
    missing: 'Belum hadir',
    complete: 'Semua unsur hadir',
    present: (n: number, least: number) => `Hadir ${n} orang, syarat paling sedikit ${least}.`,
    no: 'No.',
    name: 'Nama',
    role: 'Unsur',
    nameOf: (no: number) => `Nama peserta ${no}`,
    roleOf: (no: number) => `Unsur peserta ${no}`,
    remove: (no: number) => `Hapus peserta ${no}`,
    removeShort: 'Hapus',
    add: 'Tambah peserta',
    save: 'Simpan daftar hadir',
    wait: 'Menyimpan…',
    empty: 'Belum ada yang dicatat hadir.',
  },
  en: {
    title: 'Attendance',
    people: 'Attendees',
    missing: 'Not present',
    complete: 'All roles are present',
    present: (n: number, least: number) => `${n} present, at least ${least} are asked.`,
    no: 'No.',
    name: 'Name',
    role: 'Part',
    nameOf: (no: number) => `Name of attendee ${no}`,
    roleOf: (no: number) => `Part of attendee ${no}`,
    remove: (no: number) => `Remove attendee ${no}`,
    removeShort: 'Remove',
    add: 'Add attendee',
    save: 'Save attendance',
    wait: 'Saving…',
    empty: 'Nobody is recorded yet.',
  },
};

type Person = Meeting['attendees'][number];
const STARTING: readonly AttendeeRole[] = [
  'kades_lurah',
  'operator',
  'bpd_lpm',
  'rt_rw',
  'babinsa_bhabin',
  'wakil_keluarga',
];

const Editor = ({ meeting }: { meeting: Meeting }) => {
  const t = useText(texts);
  const say = useSay();
  const [people, setPeople] = useState<Person[]>(
    meeting.attendees.length > 0 ? meeting.attendees : STARTING.map((role, at) => ({ no: at + 1, name: '', role })),
  );
  const save = useAct('PUT /api/musyawarah/:id/attendance', { stale: ['/api/musyawarah'] });
  const change = (no: number, part: Partial<Person>) =>
    setPeople(people.map((one) => (one.no === no ? { ...one, ...part } : one)));
  const next = Math.max(0, ...people.map((one) => one.no)) + 1;
  const written = people.filter((one) => one.name.trim() !== '');
  return (
    <div className="stack">
      <ErrorNotice error={save.error} />
      <ol className={styles.people}>
        {people.map((one) => (
          <li key={one.no}>
            <span className={`${styles.no} muted`}>{one.no}.</span>
            <TextInput
              aria-label={t.nameOf(one.no)}
              placeholder={t.name}
              value={one.name}
              maxLength={120}
              onChange={(event) => change(one.no, { name: event.currentTarget.value })}
            />
            <NativeSelect
              aria-label={t.roleOf(one.no)}
              value={one.role}
              onChange={(event) => change(one.no, { role: event.currentTarget.value as AttendeeRole })}
              data={keysOf(ATTENDEE_ROLES).map((role) => ({ value: role, label: say(ATTENDEE_ROLES[role]) }))}
            />
            <Button
              aria-label={t.remove(one.no)}
              onClick={() => setPeople(people.filter((other) => other.no !== one.no))}
            >
              {t.removeShort}
            </Button>
          </li>
        ))}
      </ol>
      <div className="row">
        <Button onClick={() => setPeople([...people, { no: next, name: '', role: 'lain' }])}>{t.add}</Button>
        <Button
          disabled={save.isPending}
          onClick={() => save.act({ params: { id: meeting.id }, body: { version: meeting.version, people: written } })}
        >
          {save.isPending ? t.wait : t.save}
        </Button>
      </div>
    </div>
  );
};

/** Who was there and in which part; roles that ought to be present and are not are named. */
export const AttendanceSection = ({ meeting, isOpen }: { meeting: Meeting; isOpen: boolean }) => {
  const t = useText(texts);
  const say = useSay();
  return (
    <Section title={t.title}>
      <div className="row">
        {meeting.missing.length > 0 ? (
          <>
            <StatusBadge kind="tindakan">{t.missing}</StatusBadge>
            <span>{meeting.missing.map((role) => say(ATTENDEE_ROLES[role])).join('; ')}</span>
          </>
        ) : (
          <StatusBadge kind="selesai">{t.complete}</StatusBadge>
        )}
        {meeting.minimum !== null && <span>{t.present(meeting.attendees.length, meeting.minimum)}</span>}
      </div>
      {isOpen ? (
        <Editor meeting={meeting} />
      ) : (
        <DataTable
          caption={t.people}
          rows={meeting.attendees}
          rowKey={(row) => String(row.no)}
          empty={t.empty}
          isCompact
          columns={[
            { key: 'name', header: t.name, cell: (row) => `${row.no}. ${row.name}` },
            { key: 'role', header: t.role, cell: (row) => say(ATTENDEE_ROLES[row.role]) },
          ]}
        />
      )}
    </Section>
  );
};
