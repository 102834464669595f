import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx';
import { useText } from '#web/ui/language.tsx';
import { useAct } from '#web/ui/queries.ts';
import { ATTENDEE_ROLES, VERDICTS, type Verdict } from '../domain/words.ts';
import type { Meeting } from './MeetingPage.tsx';
import { useSay } from './use-say.ts';

const texts = {
  id: {
    title: 'Selesaikan musyawarah',
    what: 'Putusan diteruskan ke setiap usulan, berita acara mendapat nomor, dan isinya tidak dapat diubah lagi.',
    missing: (roles: string) => `Belum hadir: ${roles}.`,
    lacking: (n: number) => `Kurang ${n} orang dari syarat.`,
    reason: 'Mengapa musyawarah tetap dilaksanakan',
    confirm: 'Selesaikan',
    undecided: (n: number) => `${n} baris belum diputus.`,
  },
  en: {
    title: 'Finish the meeting',
    what: 'Each decision goes on to its proposal, the berita acara gets its number, and nothing of it can be changed afterwards.',
    missing: (roles: string) => `Not present: ${roles}.`,
    lacking: (n: number) => `${n} people fewer than asked.`,
    reason: 'Why the meeting was held all the same',
    confirm: 'Finish',
    undecided: (n: number) => `${n} rows are undecided.`,
  },
};

/** Says what finishing does, asks for the reason where roles are missing, and does it. */
export const FinishDialog = ({ meeting, onClose }: { meeting: Meeting; onClose: () => void }) => {
  const t = useText(texts);
  const say = useSay();
  const [quorumNote, setQuorumNote] = useState('');
  const finish = useAct('POST /api/musyawarah/:id/completion', {
    stale: ['/api/musyawarah', '/api/usulan', '/api/home', '/api/intake'],
    onDone: onClose,
  });
  const count = (verdict: Verdict) => meeting.rows.filter((row) => row.verdict === verdict).length;
  const lackingText = [
    ...(meeting.missing.length > 0
      ? [t.missing(meeting.missing.map((role) => say(ATTENDEE_ROLES[role])).join('; '))]
      : []),
    ...(meeting.lacking > 0 ? [t.lacking(meeting.lacking)] : []),
  ].join(' ');
  const undecided = meeting.rows.filter((row) => row.verdict === null).length;
  return (
    <ConfirmDialog
      title={t.title}
      confirm={t.confirm}
      onClose={onClose}
      isPending={finish.isPending}
      error={finish.error}
      onConfirm={() => finish.act({ params: { id: meeting.id }, body: { version: meeting.version, quorumNote } })}
    >
      <div className="stack">
        <p>{t.what}</p>
        <ul style={{ margin: 0 }}>
          {(['disepakati', 'ditolak', 'ditunda'] as const).map((verdict) => (
            <li key={verdict}>
              {say(VERDICTS[verdict])}: {count(verdict)}
            </li>
          ))}
          {undecided > 0 && <li>{t.undecided(undecided)}</li>}
        </ul>
        {(meeting.missing.length > 0 || meeting.lacking > 0) && (
          <Textarea
            label={t.reason}
            description={lackingText}
            rows={2}
            maxLength={600}
            value={quorumNote}
            onChange={(event) => setQuorumNote(event.currentTarget.value)}
          />
        )}
      </div>
    </ConfirmDialog>
  );
};
