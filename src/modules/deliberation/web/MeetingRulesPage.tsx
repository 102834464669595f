import { Button, Checkbox, NumberInput } from '@mantine/core';
import { useState } from 'react';
import { AppLink } from '#web/ui/AppLink.tsx';
import type { ReplyOf } from '#web/ui/contracts.ts';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useText } from '#web/ui/language.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { useAct, useGet } from '#web/ui/queries.ts';
import { Section } from '#web/ui/Section.tsx';
import { useMay } from '#web/ui/session.tsx';
import { Waiting } from '#web/ui/Waiting.tsx';
import { ATTENDEE_ROLES, type AttendeeRole, keysOf, MEETING_KINDS } from '../domain/words.ts';
import { useSay } from './use-say.ts';

type Rules = ReplyOf<'GET /api/musyawarah-syarat'>;
const texts = {
  id: {
    title: 'Syarat musyawarah',
    note: 'Berlaku bagi musyawarah yang belum diselesaikan. Yang kurang dari syarat boleh diselesaikan dengan alasan tertulis; kepala desa/lurah dan operator selalu harus hadir karena menandatangani.',
    back: 'Musdes dan muskel',
    minimum: 'Paling sedikit hadir (orang)',
    roles: 'Unsur yang harus hadir',
    save: 'Simpan syarat',
    wait: 'Menyimpan…',
    saved: 'Tersimpan.',
  },
  en: {
    title: 'What a meeting needs',
    note: 'Holds for meetings that are not finished yet. One that falls short may be finished with a written reason; the village head and the operator must always be there, for they sign.',
    back: 'Village deliberation',
    minimum: 'Least number present',
    roles: 'Roles that must be present',
    save: 'Save',
    wait: 'Saving…',
    saved: 'Saved.',
  },
};
const SIGNERS: readonly AttendeeRole[] = ['kades_lurah', 'operator'];

const Editor = ({ rules, isEditable }: { rules: Rules; isEditable: boolean }) => {
  const t = useText(texts);
  const say = useSay();
  const [minimum, setMinimum] = useState(rules.minimum);
  const [roles, setRoles] = useState(rules.roles);
  const save = useAct('PUT /api/musyawarah-syarat', { stale: ['/api/musyawarah-syarat', '/api/musyawarah'] });
  const toggle = (kind: 'musdes' | 'muskel', role: AttendeeRole) =>
    setRoles({
      ...roles,
      [kind]: roles[kind].includes(role) ? roles[kind].filter((one) => one !== role) : [...roles[kind], role],
    });
  return (
    <>
      <ErrorNotice error={save.error} />
      <NumberInput
        label={t.minimum}
        value={minimum}
        min={2}
        max={100}
        disabled={!isEditable}
        onChange={(value) => setMinimum(Number(value))}
        style={{ maxWidth: 240 }}
      />
      {(['musdes', 'muskel'] as const).map((kind) => (
        <Section key={kind} title={`${say(MEETING_KINDS[kind])}: ${t.roles.toLowerCase()}`}>
          {keysOf(ATTENDEE_ROLES).map((role) => (
            <Checkbox
              key={role}
              label={say(ATTENDEE_ROLES[role])}
              checked={roles[kind].includes(role)}
              disabled={!isEditable || SIGNERS.includes(role)}
              onChange={() => toggle(kind, role)}
            />
          ))}
        </Section>
      ))}
      {isEditable && (
        <div className="row">
          <Button variant="filled" disabled={save.isPending} onClick={() => save.act({ body: { minimum, roles } })}>
            {save.isPending ? t.wait : t.save}
          </Button>
          <span role="status">{save.isSuccess ? t.saved : ''}</span>
        </div>
      )}
    </>
  );
};

/** The least number present and the roles a meeting is expected to have. */
export const Page = () => {
  const t = useText(texts);
  const isEditable = useMay('stage.configure');
  const mayRead = useMay('usulan.read');
  const rules = useGet('/api/musyawarah-syarat');
  return (
    <div className="stack" style={{ gap: 16 }}>
      <PageTitle
        note={
          <>
            {t.note} {mayRead && <AppLink href="/musyawarah">{t.back}</AppLink>}
          </>
        }
      >
        {t.title}
      </PageTitle>
      <ErrorNotice error={rules.error} onRetry={() => void rules.refetch()} />
      {rules.isPending && <Waiting />}
      {rules.data && <Editor rules={rules.data} isEditable={isEditable} />}
    </div>
  );
};
