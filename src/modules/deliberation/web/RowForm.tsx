import { Button, NativeSelect, Radio, Textarea } from '@mantine/core';
import { useRef, useState } from 'react';
import { fieldErrors } from '#web/ui/api-error.ts';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { KeyHint } from '#web/ui/KeyHint.tsx';
import { useKeys } from '#web/ui/keys.tsx';
import { useText } from '#web/ui/language.tsx';
import { useAct } from '#web/ui/queries.ts';
import { isAgainstVerval } from '../domain/meeting.ts';
import { ROW_REASONS } from '../domain/row-reasons.ts';
import { keysOf, VERDICTS, type Verdict, type Words } from '../domain/words.ts';
import { type ConflictDraft, ConflictFields } from './ConflictFields.tsx';
import type { Meeting } from './MeetingPage.tsx';
import { useSay } from './use-say.ts';

const texts = {
  id: {
    verdict: 'Putusan',
    code: 'Alasan',
    reason: 'Penjelasan untuk berita acara',
    optional: 'boleh kosong',
    needed: 'wajib, paling sedikit sepuluh huruf',
    against: 'Berbeda dari hasil verval: tulis alasannya.',
    save: 'Simpan dan lanjut',
    wait: 'Menyimpan…',
    keys: { disepakati: 'Disepakati', ditolak: 'Tidak disepakati', ditunda: 'Ditunda' },
  },
  en: {
    verdict: 'Decision',
    code: 'Reason',
    reason: 'Explanation for the berita acara',
    optional: 'may be empty',
    needed: 'needed, at least ten letters',
    against: 'Against the field check: write the reason.',
    save: 'Save and go on',
    wait: 'Saving…',
    keys: { disepakati: 'Agreed', ditolak: 'Not agreed', ditunda: 'Postponed' },
  },
};

type Row = Meeting['rows'][number];
const KEY: Readonly<Record<Verdict, string>> = { disepakati: 's', ditolak: 't', ditunda: 'u' };

const useRowDecision = (meeting: Meeting, row: Row, onSaved: () => void) => {
  const [verdict, setVerdict] = useState<Verdict | null>(row.verdict);
  const [reasonCode, setReasonCode] = useState(row.reasonCode ?? undefined);
  const [reason, setReason] = useState(row.verdictReason);
  const [conflicts, setConflicts] = useState<readonly ConflictDraft[]>(row.conflicts);
  const decide = useAct('POST /api/musyawarah/:id/rows/:usulanId/verdict', {
    stale: ['/api/musyawarah'],
    onDone: onSaved,
  });
  const save = (chosen: Verdict) =>
    decide.act({
      params: { id: meeting.id, usulanId: row.usulanId },
      body: {
        version: row.version,
        verdict: chosen,
        reason,
        conflicts: [...conflicts],
        ...(chosen !== 'disepakati' && reasonCode ? { reasonCode } : {}),
      },
    });
  const choose = (next: Verdict) => {
    setVerdict(next);
    setReasonCode(next === 'disepakati' ? undefined : Object.keys(ROW_REASONS[next])[0]);
  };
  return { verdict, choose, reasonCode, setReasonCode, reason, setReason, conflicts, setConflicts, decide, save };
};

/** Decides one row: S, T and U choose; agreeing with the field check is saved at once, everything else asks for its reason first. */
export const RowForm = ({ meeting, row, onSaved }: { meeting: Meeting; row: Row; onSaved: () => void }) => {
  const t = useText(texts);
  const say = useSay();
  const words = useRef<HTMLTextAreaElement>(null);
  const form = useRowDecision(meeting, row, onSaved);
  const { verdict, decide } = form;
  const result = row.verval?.result ?? null;
  const isAgainst = verdict !== null && isAgainstVerval(verdict, result);
  const stays = form.conflicts.some((conflict) => !conflict.leftRoom);
  const needsReason = (chosen: Verdict) => chosen !== 'disepakati' || isAgainstVerval(chosen, result) || stays;
  const press = (chosen: Verdict) => {
    form.choose(chosen);
    if (needsReason(chosen)) words.current?.focus();
    else form.save(chosen);
  };
  useKeys(
    keysOf(VERDICTS).map((one) => ({
      key: KEY[one],
      label: t.keys[one],
      run: () => press(one),
      isOff: decide.isPending,
    })),
  );
  const codes =
    verdict === 'ditolak' || verdict === 'ditunda' ? (Object.entries(ROW_REASONS[verdict]) as [string, Words][]) : [];
  const faults = fieldErrors(decide.error);
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (verdict) form.save(verdict);
      }}
    >
      <ErrorNotice error={decide.error} />
      <Radio.Group label={t.verdict} value={verdict ?? ''} onChange={(value) => form.choose(value as Verdict)}>
        <div className="stack" style={{ gap: 8, marginTop: 8 }}>
          {keysOf(VERDICTS).map((one) => (
            <Radio
              key={one}
              value={one}
              label={
                <>
                  {say(VERDICTS[one])} <KeyHint>{KEY[one]}</KeyHint>
                </>
              }
            />
          ))}
        </div>
      </Radio.Group>
      {codes.length > 0 && (
        <NativeSelect
          label={t.code}
          value={form.reasonCode ?? ''}
          onChange={(event) => form.setReasonCode(event.currentTarget.value)}
          data={codes.map(([value, pair]) => ({ value, label: say(pair) }))}
          error={faults['reasonCode']}
        />
      )}
      <Textarea
        ref={words}
        label={t.reason}
        description={isAgainst ? t.against : verdict && needsReason(verdict) ? t.needed : t.optional}
        error={faults['reason']}
        rows={3}
        maxLength={600}
        value={form.reason}
        onChange={(event) => form.setReason(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && event.ctrlKey && verdict) form.save(verdict);
        }}
      />
      <ConflictFields attendees={meeting.attendees} conflicts={form.conflicts} onChange={form.setConflicts} />
      <Button type="submit" variant="filled" disabled={verdict === null || decide.isPending}>
        {decide.isPending ? t.wait : t.save}
      </Button>
    </form>
  );
};
