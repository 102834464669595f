import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { DateText } from '#web/ui/DateText.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useText } from '#web/ui/language.tsx';
import { useAct, useGet } from '#web/ui/queries.ts';
import { Waiting } from '#web/ui/Waiting.tsx';
import type { Meeting } from './MeetingPage.tsx';

const texts = {
  id: {
    title: 'Ubah agenda',
    note: 'Yang menunggu musyawarah di desa ini. Baris yang tetap tidak berubah nomor dan putusannya.',
    elsewhere: 'ada di agenda musyawarah lain',
    due: 'tenggat',
    save: (n: number) => `Simpan agenda (${n})`,
    wait: 'Menyimpan…',
    cancel: 'Jangan dulu',
  },
  en: {
    title: 'Change agenda',
    note: 'What waits for deliberation in this desa. Rows that stay keep number and decision.',
    elsewhere: 'on another meeting’s agenda',
    due: 'due',
    save: (n: number) => `Save agenda (${n})`,
    wait: 'Saving…',
    cancel: 'Not now',
  },
};

/** Puts proposals of the desa on the agenda or takes them off. */
export const AgendaDialog = ({ meeting, onClose }: { meeting: Meeting; onClose: () => void }) => {
  const t = useText(texts);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(meeting.rows.map((row) => row.usulanId)));
  const candidates = useGet('/api/musyawarah/:id/candidates', { params: { id: meeting.id } });
  const save = useAct('PUT /api/musyawarah/:id/agenda', { stale: ['/api/musyawarah'], onDone: onClose });
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const listed = candidates.data?.items ?? [];
  const gone = meeting.rows.filter((row) => !listed.some((one) => one.usulanId === row.usulanId));
  return (
    <Dialog title={t.title} onClose={onClose} width={640}>
      <div className="stack">
        <ErrorNotice error={candidates.error ?? save.error} />
        <p className="muted">{t.note}</p>
        {candidates.isPending && <Waiting />}
        <div className="stack" style={{ maxHeight: '50vh', overflowY: 'auto', gap: 8 }}>
          {gone.map((row) => (
            <Checkbox
              key={row.usulanId}
              label={`${row.no}. ${row.name}`}
              checked={chosen.has(row.usulanId)}
              onChange={() => toggle(row.usulanId)}
            />
          ))}
          {listed.map((one) => (
            <Checkbox
              key={one.usulanId}
              disabled={one.onAgenda}
              checked={chosen.has(one.usulanId)}
              onChange={() => toggle(one.usulanId)}
              label={
                <>
                  {one.name}, {one.kindName.toLowerCase()}{' '}
                  <span className="muted">
                    {one.onAgenda ? (
                      t.elsewhere
                    ) : (
                      <>
                        {t.due} <DateText date={one.dueOn} />
                      </>
                    )}
                  </span>
                </>
              }
            />
          ))}
        </div>
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button
            variant="filled"
            disabled={save.isPending}
            onClick={() =>
              save.act({ params: { id: meeting.id }, body: { version: meeting.version, usulanIds: [...chosen] } })
            }
          >
            {save.isPending ? t.wait : t.save(chosen.size)}
          </Button>
        </div>
      </div>
    </Dialog>
  );
};
