import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useText } from '#web/ui/language.tsx';
import { useAct } from '#web/ui/queries.ts';
import type { Usulan } from './UsulanDetail.tsx';
import { STALE } from './use-desk-acts.ts';

const texts = {
  id: {
    mine: 'Anda memegang usulan ini.',
    of: (name: string) => `${name} sedang memegang usulan ini.`,
    take: 'Pegang',
    leave: 'Lepas',
    over: 'Ambil alih',
    reason: 'Alasan mengambil alih',
  },
  en: {
    mine: 'You have this proposal in hand.',
    of: (name: string) => `${name} has this proposal in hand.`,
    take: 'Take in hand',
    leave: 'Let go',
    over: 'Take over',
    reason: 'Reason for taking over',
  },
};

/** Who has the proposal in hand: a mark for colleagues, no lock. */
export const InHand = ({ usulan }: { usulan: Usulan }) => {
  const t = useText(texts);
  const [reason, setReason] = useState('');
  const hold = useAct('POST /api/usulan/:id/hand', { stale: STALE, onDone: () => setReason('') });
  const act = (isTaken: boolean) =>
    hold.act({ params: { id: usulan.id }, body: { hold: isTaken, reason: reason.trim() } });
  if (usulan.stage === null || (usulan.acts.length === 0 && !usulan.mayVisit)) return null;
  const isOthers = usulan.holder !== null && !usulan.isMine;
  return (
    <div className="stack">
      <ErrorNotice error={hold.error} />
      <div className="row">
        {usulan.holder !== null && <span>{usulan.isMine ? t.mine : t.of(usulan.holder)}</span>}
        {isOthers && (
          <TextInput
            label={t.reason}
            value={reason}
            maxLength={200}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
        <Button disabled={hold.isPending} onClick={() => act(!usulan.isMine)}>
          {usulan.isMine ? t.leave : isOthers ? t.over : t.take}
        </Button>
      </div>
    </div>
  );
};
