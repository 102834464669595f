import { Button, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { dateInZone } from '#kernel/local-date.ts';
import { formatReceiptCode } from '#kernel/receipt-code.ts';
import type { ReplyOf } from '#web/ui/contracts.ts';
import { DateText } from '#web/ui/DateText.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useText } from '#web/ui/language.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { useAct, useGet } from '#web/ui/queries.ts';
import { Section } from '#web/ui/Section.tsx';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import { useSession } from '#web/ui/session.tsx';
import { Waiting } from '#web/ui/Waiting.tsx';
import { KINDS, STATES } from '../domain/kinds.ts';
import { STAGES } from '../domain/stages.ts';
import styles from './RtPage.module.css';
import { STALE } from './use-desk-acts.ts';
import { useWords } from './use-words.ts';

const texts = {
  id: {
    title: 'RT saya',
    propose: 'Usulkan warga',
    tasks: 'Yang menunggu Anda',
    confirm: (n: number) => `${n} konfirmasi tempat tinggal`,
    complete: (n: number) => `${n} usulan perlu dilengkapi`,
    tell: (n: number) => `${n} hasil untuk disampaikan ke warga`,
    nothing: 'Tidak ada yang menunggu Anda.',
    answers: { ya: 'Ya, tinggal di sini', tidak: 'Tidak', tidak_tahu: 'Tidak tahu' },
    thanks: 'Jawaban tersimpan.',
    asked: 'Diminta',
    what: 'Apa yang dilengkapi',
    send: 'Kirim kelengkapan',
    own: 'Usulan saya',
    none: 'Belum ada usulan',
    noneNote: 'Usulan yang Anda buat muncul di sini, dengan tahap dan tanggal terakhirnya.',
    last: 'terakhir',
    neighbours: 'Warga RT saya',
    neighboursNote: 'Nama menurut alamat rumah.',
    find: 'Cari nama atau alamat',
    noNeighbours: 'Belum ada warga RT ini di register. Anda tetap dapat mengusulkan dengan mengetik namanya.',
    propose1: 'Usulkan',
    here: 'Masih di sini',
    left: 'Pindah',
    died: 'Meninggal',
    better: 'Sudah mampu',
    change: 'Data berubah',
    confirmed: 'dikonfirmasi',
    of: (done: number, all: number) => `${done} dari ${all} warga dikonfirmasi bulan ini.`,
    sentToday: (n: number) => `Hari ini ${n} usulan terkirim.`,
    noAddress: 'alamat belum diketahui',
  },
  en: {
    title: 'My RT',
    propose: 'Propose a resident',
    tasks: 'Waiting for you',
    confirm: (n: number) => `${n} residence questions`,
    complete: (n: number) => `${n} proposals to complete`,
    tell: (n: number) => `${n} results to pass on`,
    nothing: 'Nothing waits for you.',
    answers: { ya: 'Yes, lives here', tidak: 'No', tidak_tahu: 'I do not know' },
    thanks: 'The answer is saved.',
    asked: 'Asked for',
    what: 'What was completed',
    send: 'Send the completion',
    own: 'My proposals',
    none: 'No proposals yet',
    noneNote: 'What you propose appears here, with its stage and last date.',
    last: 'last',
    neighbours: 'People of my RT',
    neighboursNote: 'Names by address.',
    find: 'Find a name or address',
    noNeighbours: 'Nobody of this RT is in the register yet. You can still propose by typing the name.',
    propose1: 'Propose',
    here: 'Still here',
    left: 'Moved',
    died: 'Died',
    better: 'Better off',
    change: 'Facts changed',
    confirmed: 'confirmed',
    of: (done: number, all: number) => `${done} of ${all} residents confirmed this month.`,
    sentToday: (n: number) => `${n} proposals sent today.`,
    noAddress: 'address not known yet',
  },
};
type Own = ReplyOf<'GET /api/intake/own'>['items'][number];
type Neighbour = ReplyOf<'GET /api/rt'>['neighbours'][number];
type Task = ReplyOf<'GET /api/rt'>['tasks'][number];
const ANSWERS = ['ya', 'tidak', 'tidak_tahu'] as const;

const Question = ({ task }: { task: Task }) => {
  const t = useText(texts);
  const answer = useAct('POST /api/rt/task/:id/answer', { stale: ['/api/rt', '/api/home'] });
  return (
    <li className={styles.card}>
      <strong>{task.title}</strong>
      <span className="muted">{task.detail}</span>
      <ErrorNotice error={answer.error} />
      {answer.isSuccess ? (
        <p>{t.thanks}</p>
      ) : (
        <div className="row">
          {ANSWERS.map((one) => (
            <Button
              key={one}
              disabled={answer.isPending}
              onClick={() => answer.act({ params: { id: task.id }, body: { answer: one } })}
            >
              {t.answers[one]}
            </Button>
          ))}
        </div>
      )}
    </li>
  );
};

const Completion = ({ usulan }: { usulan: Own }) => {
  const t = useText(texts);
  const [text, setText] = useState('');
  const complete = useAct('POST /api/usulan/:id/completion', { stale: STALE });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        complete.act({ params: { id: usulan.id }, body: { version: usulan.version, text } });
      }}
    >
      <p>
        <strong>{t.asked}:</strong> {usulan.asked}
      </p>
      <ErrorNotice error={complete.error} />
      <TextInput
        label={t.what}
        value={text}
        maxLength={1000}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className="row">
        <Button type="submit" disabled={complete.isPending}>
          {t.send}
        </Button>
      </div>
    </form>
  );
};

const kindOf = (usulan: Own) =>
  usulan.state === 'disetujui'
    ? 'selesai'
    : usulan.state === 'menunggu_pelengkapan'
      ? 'tindakan'
      : usulan.state === 'berjalan'
        ? 'menunggu'
        : 'netral';

const OwnUsulan = ({ items }: { items: readonly Own[] }) => {
  const t = useText(texts);
  const say = useWords();
  if (items.length === 0) return <EmptyState title={t.none}>{t.noneNote}</EmptyState>;
  return (
    <ul className={styles.list}>
      {items.map((usulan) => (
        <li key={usulan.id} className={styles.card} id={usulan.id}>
          <span className={styles.line}>
            <strong>{usulan.name}</strong>
            <StatusBadge kind={kindOf(usulan)}>
              {usulan.stage && usulan.state === 'berjalan' ? say(STAGES[usulan.stage]) : say(STATES[usulan.state])}
            </StatusBadge>
          </span>
          <span className="muted">
            {say(KINDS[usulan.kind])}, {t.last} <DateText date={usulan.lastOn} />,{' '}
            <span className="number">{formatReceiptCode(usulan.receiptNumber)}</span>
          </span>
          {usulan.state === 'menunggu_pelengkapan' ? <Completion usulan={usulan} /> : <p>{usulan.lastSentence}</p>}
        </li>
      ))}
    </ul>
  );
};

const SAYS = [
  ['pindah_keluar', 'left'],
  ['meninggal', 'died'],
  ['mampu', 'better'],
  ['perubahan', 'change'],
  ['baru', 'propose1'],
] as const;

/** A neighbour by name and address; opened, what the RT head may say of her. Nothing of her welfare stands here. */
const NeighbourLine = ({ one }: { one: Neighbour }) => {
  const t = useText(texts);
  const confirm = useAct('POST /api/rt/neighbour/:id/presence', { stale: ['/api/rt'] });
  const on = confirm.data?.confirmedOn ?? one.confirmedOn;
  return (
    <li>
      <details className={styles.neighbour}>
        <summary>
          {one.name} <span className="muted">{one.address ?? t.noAddress}</span>
          {on && (
            <span className="muted">
              , {t.confirmed} <DateText date={on} />
            </span>
          )}
        </summary>
        <ErrorNotice error={confirm.error} />
        <div className={styles.says}>
          <Button disabled={confirm.isPending} onClick={() => confirm.act({ params: { id: one.id } })}>
            {t.here}
            <span className="spoken"> {one.name}</span>
          </Button>
          {SAYS.map(([jenis, label]) => (
            <Link key={jenis} className={styles.say} to="/usulkan" search={{ warga: one.id, jenis }}>
              {t[label]}
              <span className="spoken"> {one.name}</span>
            </Link>
          ))}
        </div>
      </details>
    </li>
  );
};

/** The RT head's page on a phone: what waits for him, what became of his proposals, and his neighbours' names. */
export const Page = () => {
  const t = useText(texts);
  const [q, setQ] = useState('');
  const rt = useGet('/api/rt');
  const own = useGet('/api/intake/own');
  const items = own.data?.items ?? [];
  const asked = items.filter((usulan) => usulan.state === 'menunggu_pelengkapan');
  const ended = items.filter((usulan) => usulan.state === 'disetujui' || usulan.state === 'ditolak');
  const tasks = rt.data?.tasks ?? [];
  const lines = [
    tasks.length > 0 && t.confirm(tasks.length),
    asked.length > 0 && t.complete(asked.length),
    ended.length > 0 && t.tell(ended.length),
  ].filter(Boolean);
  const { agency } = useSession();
  const today = dateInZone(new Date(), agency.zone);
  const sentToday = items.filter((usulan) => usulan.submittedOn === today).length;
  const confirmed = (rt.data?.neighbours ?? []).filter((one) => one.confirmedOn?.startsWith(today.slice(0, 7))).length;
  const words = q.trim().toLowerCase();
  const neighbours = (rt.data?.neighbours ?? []).filter((one) =>
    `${one.name} ${one.address ?? ''}`.toLowerCase().includes(words),
  );
  return (
    <div className={styles.page}>
      <PageTitle note={rt.data?.area.label}>{t.title}</PageTitle>
      <ErrorNotice error={rt.error ?? own.error} onRetry={() => void Promise.all([rt.refetch(), own.refetch()])} />
      {(rt.isPending || own.isPending) && <Waiting />}
      <Section title={t.tasks}>
        {lines.length === 0 ? (
          <p className="muted">{t.nothing}</p>
        ) : (
          <ul className={styles.tasks}>
            {lines.slice(0, 3).map((line) => (
              <li key={String(line)}>{line}</li>
            ))}
          </ul>
        )}
        <ul className={styles.list}>
          {tasks.map((task) => (
            <Question key={task.id} task={task} />
          ))}
        </ul>
      </Section>
      <Link className={styles.big} to="/usulkan">
        {t.propose}
      </Link>
      <Section title={t.own} note={sentToday > 0 ? t.sentToday(sentToday) : undefined}>
        <OwnUsulan items={items} />
      </Section>
      <Section title={t.neighbours} note={t.neighboursNote}>
        {rt.data && rt.data.neighbours.length === 0 ? (
          <p className="muted">{t.noNeighbours}</p>
        ) : (
          <>
            <TextInput label={t.find} type="search" value={q} onChange={(event) => setQ(event.currentTarget.value)} />
            <p className="muted">{t.of(confirmed, rt.data?.neighbours.length ?? 0)}</p>
            <ul className={styles.names}>
              {neighbours.map((one) => (
                <NeighbourLine key={one.id} one={one} />
              ))}
            </ul>
          </>
        )}
      </Section>
    </div>
  );
};
