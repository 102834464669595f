import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { BIDANG } from '#web/ui/bidang.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import { InstantText } from '#web/ui/DateText.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useLanguage, useText } from '#web/ui/language.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { PersonPicker, type PickedPerson } from '#web/ui/PersonPicker.tsx';
import { useAct, useGet } from '#web/ui/queries.ts';
import { Section } from '#web/ui/Section.tsx';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';

const texts = {
  id: {
    level: (n: number, bidang: string) => `Tingkat ${n} · ${bidang}`,
    people: 'Orang',
    person: 'Nama samaran',
    role: 'Sebagai',
    protection: 'Perlindungan',
    team: 'Yang punya akses',
    name: 'Nama',
    kind: 'Akses',
    reason: 'Alasan',
    until: 'Sampai',
    revoke: 'Cabut',
    revoked: 'Dicabut',
    kinds: { tim: 'Tim', darurat: 'Darurat' },
    readings: 'Yang membuka',
    at: 'Waktu',
    notes: 'Catatan',
    by: 'Oleh',
    text: 'Catatan',
    add: 'Tambah catatan',
    write: 'Tulis catatan (tersandi, hanya dibaca tim)',
    addPerson: 'Lindungi orang',
    addTeam: 'Tambah anggota tim',
    username: 'Nama masuk',
    save: 'Simpan',
    leave: 'Keluar cepat',
    roles: { korban: 'Korban', pelaku: 'Pelaku', keluarga: 'Keluarga', klien: 'Klien' },
    noEnd: 'tidak dibatasi',
  },
  en: {
    level: (n: number, bidang: string) => `Level ${n} · ${bidang}`,
    people: 'People',
    person: 'Alias',
    role: 'As',
    protection: 'Protection',
    team: 'Who has access',
    name: 'Name',
    kind: 'Access',
    reason: 'Reason',
    until: 'Until',
    revoke: 'Revoke',
    revoked: 'Revoked',
    kinds: { tim: 'Team', darurat: 'Emergency' },
    readings: 'Who opened it',
    at: 'Time',
    notes: 'Notes',
    by: 'By',
    text: 'Note',
    add: 'Add the note',
    write: 'Write a note (encrypted, read by the team only)',
    addPerson: 'Protect a person',
    addTeam: 'Add a team member',
    username: 'Sign-in name',
    save: 'Save',
    leave: 'Leave quickly',
    roles: { korban: 'Victim', pelaku: 'Perpetrator', keluarga: 'Family', klien: 'Client' },
    noEnd: 'no end',
  },
};
const ROLES = ['korban', 'klien', 'keluarga', 'pelaku'] as const;

const AddPerson = ({ caseId, onClose }: { caseId: string; onClose: () => void }) => {
  const t = useText(texts);
  const [person, setPerson] = useState<PickedPerson | null>(null);
  const [role, setRole] = useState<string>('korban');
  const [alias, setAlias] = useState('');
  const add = useAct('POST /api/case/:id/person', { stale: ['/api/case'], onDone: onClose });
  return (
    <Dialog title={t.addPerson} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (person)
            add.act({
              params: { id: caseId },
              body: { personId: person.id, role: ROLES.find((one) => one === role) ?? 'korban', alias },
            });
        }}
      >
        <ErrorNotice error={add.error} />
        <PersonPicker label={t.name} value={person} onChange={setPerson} />
        <NativeSelect
          label={t.role}
          value={role}
          data={ROLES.map((one) => ({ value: one, label: t.roles[one] }))}
          onChange={(event) => setRole(event.currentTarget.value)}
        />
        <TextInput label={t.person} value={alias} onChange={(event) => setAlias(event.currentTarget.value)} />
        <Button type="submit" variant="filled" disabled={add.isPending || !person}>
          {t.save}
        </Button>
      </form>
    </Dialog>
  );
};

const AddMember = ({ caseId, onClose }: { caseId: string; onClose: () => void }) => {
  const t = useText(texts);
  const [form, setForm] = useState({ username: '', reason: '' });
  const add = useAct('POST /api/case/:id/access', { stale: ['/api/case'], onDone: onClose });
  return (
    <Dialog title={t.addTeam} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          add.act({ params: { id: caseId }, body: form });
        }}
      >
        <ErrorNotice error={add.error} />
        <TextInput
          label={t.username}
          value={form.username}
          autoCapitalize="none"
          onChange={(event) => setForm({ ...form, username: event.currentTarget.value })}
        />
        <Textarea
          label={t.reason}
          value={form.reason}
          autosize
          minRows={2}
          onChange={(event) => setForm({ ...form, reason: event.currentTarget.value })}
        />
        <Button type="submit" variant="filled" disabled={add.isPending}>
          {t.save}
        </Button>
      </form>
    </Dialog>
  );
};

/** The sheet of one case: alias and level on top, people, notes, who has access, who opened it. */
export const Page = () => {
  const t = useText(texts);
  const { language } = useLanguage();
  const { id = '' } = useParams({ strict: false });
  const [dialog, setDialog] = useState<'person' | 'member' | null>(null);
  const [note, setNote] = useState('');
  const sheet = useGet('/api/case/:id', { params: { id } });
  const write = useAct('POST /api/case/:id/note', { stale: ['/api/case'], onDone: () => setNote('') });
  const revoke = useAct('DELETE /api/case/:id/access/:accessId', { stale: ['/api/case'] });
  const data = sheet.data;
  if (!data) return <ErrorNotice error={sheet.error} onRetry={() => void sheet.refetch()} />;
  return (
    <>
      <PageTitle
        note={t.level(data.level, BIDANG[data.bidang]?.[language] ?? data.bidang)}
        actions={
          <Button component="a" href="/">
            {t.leave}
          </Button>
        }
      >
        {data.alias}
      </PageTitle>
      <Section title={t.people} actions={<Button onClick={() => setDialog('person')}>{t.addPerson}</Button>}>
        <DataTable
          caption={t.people}
          rows={data.people}
          rowKey={(row) => row.personId}
          columns={[
            { key: 'shown', header: t.person, cell: (row) => row.shown },
            { key: 'role', header: t.role, cell: (row) => t.roles[row.role] },
            { key: 'protection', header: t.protection, isNumber: true, cell: (row) => row.protection },
          ]}
        />
      </Section>
      <Section title={t.notes}>
        <DataTable
          caption={t.notes}
          rows={data.notes}
          rowKey={(row) => row.id}
          columns={[
            { key: 'at', header: t.at, cell: (row) => <InstantText at={row.at} /> },
            { key: 'by', header: t.by, cell: (row) => row.by },
            { key: 'text', header: t.text, cell: (row) => row.text },
          ]}
        />
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            write.act({ params: { id }, body: { text: note } });
          }}
        >
          <ErrorNotice error={write.error} />
          <Textarea
            label={t.write}
            autosize
            minRows={2}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <div className="row">
            <Button type="submit" variant="filled" disabled={write.isPending || note.trim() === ''}>
              {t.add}
            </Button>
          </div>
        </form>
      </Section>
      <Section title={t.team} actions={<Button onClick={() => setDialog('member')}>{t.addTeam}</Button>}>
        <ErrorNotice error={revoke.error} />
        <DataTable
          caption={t.team}
          rows={data.team}
          rowKey={(row) => row.accessId}
          columns={[
            { key: 'name', header: t.name, cell: (row) => row.name },
            {
              key: 'kind',
              header: t.kind,
              cell: (row) => (
                <StatusBadge kind={row.kind === 'tim' ? 'info' : 'tindakan'}>{t.kinds[row.kind]}</StatusBadge>
              ),
              text: (row) => t.kinds[row.kind],
            },
            { key: 'reason', header: t.reason, cell: (row) => row.reason },
            {
              key: 'until',
              header: t.until,
              cell: (row) => (row.revokedAt ? t.revoked : row.until ? <InstantText at={row.until} /> : t.noEnd),
            },
          ]}
          actions={(row) =>
            row.revokedAt ? null : (
              <Button
                size="compact-sm"
                disabled={revoke.isPending}
                onClick={() => revoke.act({ params: { id, accessId: row.accessId } })}
              >
                {t.revoke}
              </Button>
            )
          }
        />
      </Section>
      <Section title={t.readings}>
        <DataTable
          caption={t.readings}
          rows={data.readings}
          rowKey={(row) => `${row.at}${row.name}`}
          isCompact
          columns={[
            { key: 'at', header: t.at, cell: (row) => <InstantText at={row.at} /> },
            { key: 'name', header: t.name, cell: (row) => row.name },
            { key: 'purpose', header: t.reason, cell: (row) => row.purpose },
          ]}
        />
      </Section>
      {dialog === 'person' && <AddPerson caseId={id} onClose={() => setDialog(null)} />}
      {dialog === 'member' && <AddMember caseId={id} onClose={() => setDialog(null)} />}
    </>
  );
};
