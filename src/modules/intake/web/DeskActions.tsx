import { Button, Textarea } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { dateInZone } from '#kernel/local-date.ts';
import { Dialog } from '#web/ui/Dialog.tsx';
import { DropMenu } from '#web/ui/DropMenu.tsx';
import { KeyHint } from '#web/ui/KeyHint.tsx';
import { useKeys } from '#web/ui/keys.tsx';
import { useText } from '#web/ui/language.tsx';
import { ReasonDialog } from '#web/ui/ReasonDialog.tsx';
import { useSession } from '#web/ui/session.tsx';
import { reasonsFor } from '../domain/reasons.ts';
import { citizenSentence } from '../domain/sentences.ts';
import type { ActType } from '../domain/state-machine.ts';
import { ApproveDialog } from './ApproveDialog.tsx';
import { RequestDialog } from './RequestDialog.tsx';
import type { Usulan } from './UsulanDetail.tsx';
import type { DeskStep } from './use-desk-acts.ts';
import { useWords } from './use-words.ts';

const texts = {
  id: {
    accept: 'Teruskan',
    approve: 'Setujui…',
    ask: 'Minta perbaikan…',
    refuse: 'Tolak…',
    postpone: 'Tunda…',
    complete: 'Catat kelengkapan…',
    withdraw: 'Tarik usulan…',
    more: 'Lainnya',
    visit: 'Isi verval',
    meeting: 'Usulan ini diputus dalam musyawarah: buka halaman Musyawarah.',
    others: 'Tidak ada langkah untuk Anda pada usulan ini.',
    link: 'Tautkan dulu ke register.',
    did: {
      accept: 'diteruskan',
      approve: 'disetujui',
      ask: 'diminta kelengkapannya',
      refuse: 'ditolak',
      postpone: 'ditunda',
      complete: 'dicatat lengkap',
      withdraw: 'ditarik',
      return: 'dikembalikan',
    },
    titles: {
      refuse: 'Tolak usulan',
      postpone: 'Tunda usulan',
      withdraw: 'Tarik usulan',
      complete: 'Kelengkapan yang diterima',
    },
    what: 'Apa yang dilengkapi',
    confirm: { refuse: 'Tolak', postpone: 'Tunda', withdraw: 'Tarik', complete: 'Catat dan lanjutkan' },
    tooShort: 'Tulis apa yang dilengkapi.',
  },
  en: {
    accept: 'Pass on',
    approve: 'Approve…',
    ask: 'Ask for more…',
    refuse: 'Refuse…',
    postpone: 'Postpone…',
    complete: 'Record completion…',
    withdraw: 'Withdraw…',
    more: 'More',
    visit: 'Fill in the field check',
    meeting: 'Decided in a deliberation: open the Deliberation page.',
    others: 'No step for you on this proposal.',
    link: 'Link it to the register first.',
    did: {
      accept: 'passed on',
      approve: 'approved',
      ask: 'asked for more',
      refuse: 'refused',
      postpone: 'postponed',
      complete: 'recorded complete',
      withdraw: 'withdrawn',
      return: 'returned',
    },
    titles: {
      refuse: 'Refuse the proposal',
      postpone: 'Postpone the proposal',
      withdraw: 'Withdraw the proposal',
      complete: 'What has come',
    },
    what: 'What was completed',
    confirm: { refuse: 'Refuse', postpone: 'Postpone', withdraw: 'Withdraw', complete: 'Record and go on' },
    tooShort: 'Write what was completed.',
  },
};

type Open = 'approve' | 'ask' | 'refuse' | 'postpone' | 'complete' | 'withdraw';
type Props = { usulan: Usulan; take: (step: DeskStep) => void };

const PlainReason = ({
  usulan,
  type,
  onTake,
  onClose,
}: {
  usulan: Usulan;
  type: 'refuse' | 'postpone' | 'withdraw';
  onTake: (body: Record<string, unknown>) => void;
  onClose: () => void;
}) => {
  const t = useText(texts);
  const say = useWords();
  const { agency } = useSession();
  const today = dateInZone(new Date(), agency.zone);
  const reasons = reasonsFor(type, usulan.kind).map(([code, reason]) => ({
    code,
    label: say(reason.words),
    needsText: type === 'refuse' || code === 'lain',
  }));
  return (
    <ReasonDialog
      title={t.titles[type]}
      confirm={t.confirm[type]}
      reasons={reasons}
      preview={({ code }) =>
        citizenSentence({
          act: type,
          stage: type === 'postpone' ? usulan.stage : null,
          fromStage: usulan.stage,
          dueOn: null,
          today,
          reasonCode: code,
          asked: null,
          tracks: [],
        })
      }
      onConfirm={({ code, text }) => onTake({ reasonCode: code, text })}
      onClose={onClose}
    />
  );
};

const CompleteDialog = ({
  onTake,
  onClose,
}: {
  onTake: (body: Record<string, unknown>) => void;
  onClose: () => void;
}) => {
  const t = useText(texts);
  const [text, setText] = useState('');
  const [isTried, setTried] = useState(false);
  const isShort = text.trim().length < 5;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isShort) onTake({ text: text.trim() });
  };
  return (
    <Dialog title={t.titles.complete} onClose={onClose}>
      <form className="stack" onSubmit={submit} noValidate>
        <Textarea
          label={t.what}
          rows={3}
          value={text}
          error={isTried && isShort ? t.tooShort : undefined}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button type="submit" variant="filled">
          {t.confirm.complete}
        </Button>
      </form>
    </Dialog>
  );
};

/** The foot of the desk: the steps this actor may take now, the main one last; A, U and T are their keys. */
export const DeskActions = ({ usulan, take }: Props) => {
  const t = useText(texts);
  const navigate = useNavigate();
  const [open, setOpen] = useState<Open>();
  const may = (type: ActType) => usulan.acts.includes(type);
  const step = (type: ActType, body: Record<string, unknown>) => {
    setOpen(undefined);
    take({ id: usulan.id, type, body: { version: usulan.version, ...body }, text: `${usulan.name}: ${t.did[type]}.` });
  };
  const visit = () => void navigate({ to: '/usulan/$id/verval', params: { id: usulan.id } });
  const acceptNow = () => step('accept', { reasonCode: 'lengkap' });
  const primary = may('approve')
    ? { label: t.approve, run: () => setOpen('approve') }
    : may('accept')
      ? { label: t.accept, run: acceptNow }
      : usulan.mayVisit
        ? { label: t.visit, run: visit }
        : undefined;
  useKeys([
    ...(primary ? [{ key: 'a', label: primary.label, run: primary.run }] : []),
    ...(may('ask') ? [{ key: 'u', label: t.ask, run: () => setOpen('ask') }] : []),
    ...(may('refuse') ? [{ key: 't', label: t.refuse, run: () => setOpen('refuse') }] : []),
  ]);
  const others = (['postpone', 'withdraw'] as const)
    .filter(may)
    .map((type) => ({ key: type, label: t[type], run: () => setOpen(type) }));
  const hint =
    usulan.stage === 'musyawarah'
      ? t.meeting
      : usulan.mayLink && !usulan.isLinked
        ? t.link
        : usulan.acts.length === 0 && !usulan.mayVisit
          ? t.others
          : undefined;
  return (
    <>
      {others.length > 0 && (
        <DropMenu button={t.more} className="link-button" blocks={[{ key: 'more', acts: others }]} />
      )}
      {may('refuse') && (
        <Button onClick={() => setOpen('refuse')} rightSection={<KeyHint>t</KeyHint>}>
          {t.refuse}
        </Button>
      )}
      {may('ask') && (
        <Button onClick={() => setOpen('ask')} rightSection={<KeyHint>u</KeyHint>}>
          {t.ask}
        </Button>
      )}
      {hint && <span className="muted">{hint}</span>}
      {may('complete') && (
        <Button variant="filled" onClick={() => setOpen('complete')}>
          {t.complete}
        </Button>
      )}
      {primary && (
        <Button
          variant="filled"
          onClick={primary.run}
          rightSection={<KeyHint>a</KeyHint>}
          style={{ marginLeft: 'auto' }}
        >
          {primary.label}
        </Button>
      )}
      {open === 'approve' && (
        <ApproveDialog usulan={usulan} onTake={(body) => step('approve', body)} onClose={() => setOpen(undefined)} />
      )}
      {open === 'ask' && <RequestDialog usulan={usulan} onTake={step} onClose={() => setOpen(undefined)} />}
      {open === 'complete' && (
        <CompleteDialog onTake={(body) => step('complete', body)} onClose={() => setOpen(undefined)} />
      )}
      {(open === 'refuse' || open === 'postpone' || open === 'withdraw') && (
        <PlainReason
          usulan={usulan}
          type={open}
          onTake={(body) => step(open, body)}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  );
};
