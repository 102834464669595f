import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { addDays, dateInZone } from '#kernel/local-date.ts';
import type { ReplyOf } from '#web/ui/contracts.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import { DateField } from '#web/ui/DateField.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useText } from '#web/ui/language.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { useAct, useGet } from '#web/ui/queries.ts';
import { Section } from '#web/ui/Section.tsx';
import { useSession } from '#web/ui/session.tsx';
import { Waiting } from '#web/ui/Waiting.tsx';
import { VERVAL_RESULTS } from '../domain/verval.ts';
import { VISIT_FLAGS, type VisitFlag } from '../domain/visit.ts';
import { useWords } from './use-words.ts';

const texts = {
  id: {
    title: 'Uji petik verval',
    note: 'Sebagian kunjungan dilihat sekali lagi oleh orang lain. Yang terpilih ditentukan undian; benih undiannya disimpan, sehingga siapa pun dapat mengulang undian yang sama. Perbedaan tidak mengubah putusan apa pun.',
    draw: 'Undi kunjungan',
    from: 'Kunjungan sejak',
    to: 'sampai',
    share: 'Bagian yang diuji (%)',
    save: 'Simpan bagian',
    drawn: (n: number) => `${n} kunjungan terpilih.`,
    visits: 'Kunjungan terpilih',
    none: 'Belum ada undian. Pilih tanggal, lalu undi.',
    open: 'Isi uji petik',
    own: 'kunjungan Anda sendiri',
    same: 'sama',
    waits: 'menunggu',
    receipt: 'Usulan',
    place: 'Desa/kelurahan',
    day: 'Dikunjungi',
    visitor: 'Oleh',
    look: 'Perlu dilihat',
    state: 'Hasil uji petik',
    differ: (what: string) => `Berbeda: ${what}`,
    byQuestion: 'Perbedaan per pertanyaan',
    byVisitor: 'Perbedaan per petugas',
    question: 'Pertanyaan',
    differs: 'Berbeda',
    of: 'Dari',
    rounds: 'Undian',
    seed: 'Benih',
    pool: 'Kunjungan',
    chosen: 'Terpilih',
  },
  en: {
    title: 'Second look at visits',
    note: 'Some visits are looked at again by somebody else. Chance draws them; the seed is kept, so that anybody can draw the same again. Disagreement changes no decision.',
    draw: 'Draw visits',
    from: 'Visits from',
    to: 'to',
    share: 'Share looked at (%)',
    save: 'Save the share',
    drawn: (n: number) => `${n} visits drawn.`,
    visits: 'Drawn visits',
    none: 'Nothing drawn yet. Choose days, then draw.',
    open: 'Fill in the second look',
    own: 'your own visit',
    same: 'the same',
    waits: 'waiting',
    receipt: 'Proposal',
    place: 'Desa/kelurahan',
    day: 'Visited',
    visitor: 'By',
    look: 'Look at this',
    state: 'Second look',
    differ: (what: string) => `Different: ${what}`,
    byQuestion: 'Disagreement by question',
    byVisitor: 'Disagreement by officer',
    question: 'Question',
    differs: 'Different',
    of: 'Of',
    rounds: 'Draws',
    seed: 'Seed',
    pool: 'Visits',
    chosen: 'Drawn',
  },
};
type Rechecks = ReplyOf<'GET /api/recheck'>;
type Line = Rechecks['items'][number];
const STALE = { stale: ['/api/recheck'] };

const Draw = ({ setting }: { setting: Rechecks['setting'] }) => {
  const t = useText(texts);
  const { agency } = useSession();
  const today = dateInZone(new Date(), agency.zone);
  const [from, setFrom] = useState(addDays(today, -30));
  const [to, setTo] = useState(today);
  const [share, setShare] = useState(String(setting.sharePercent));
  const draw = useAct('POST /api/recheck/round', STALE);
  const save = useAct('PUT /api/recheck/setting', STALE);
  return (
    <Section title={t.draw}>
      <ErrorNotice error={draw.error ?? save.error} />
      <div className="row" style={{ alignItems: 'flex-end' }}>
        <DateField label={t.from} value={from} onChange={setFrom} />
        <DateField label={t.to} value={to} onChange={setTo} />
        <Button variant="filled" disabled={draw.isPending} onClick={() => draw.act({ body: { from, to } })}>
          {t.draw}
        </Button>
        <span role="status">{draw.data ? t.drawn(draw.data.drawn) : ''}</span>
      </div>
      <div className="row" style={{ alignItems: 'flex-end' }}>
        <TextInput
          label={t.share}
          inputMode="numeric"
          style={{ maxWidth: 200 }}
          value={share}
          onChange={(event) => setShare(event.currentTarget.value)}
        />
        <Button
          disabled={save.isPending}
          onClick={() => save.act({ body: { sharePercent: Number(share), version: setting.version } })}
        >
          {t.save}
        </Button>
      </div>
    </Section>
  );
};

const Lines = ({ items }: { items: readonly Line[] }) => {
  const t = useText(texts);
  const say = useWords();
  const stateOf = (line: Line) =>
    line.secondResult === null
      ? line.isOwn
        ? t.own
        : t.waits
      : line.secondResult !== line.result
        ? say(VERVAL_RESULTS[line.secondResult])
        : line.differs.length === 0
          ? t.same
          : t.differ(line.differs.join('; '));
  return (
    <DataTable
      caption={t.visits}
      rows={items}
      rowKey={(line) => line.id}
      empty={t.none}
      href={(line) =>
        line.secondResult === null && !line.isOwn ? `/uji-petik/${line.id}` : `/usulan?id=${line.usulanId}`
      }
      columns={[
        { key: 'receipt', header: t.receipt, cell: (line) => line.receiptNumber },
        { key: 'place', header: t.place, cell: (line) => line.place },
        { key: 'day', header: t.day, cell: (line) => <DateText date={line.visitedOn} /> },
        { key: 'visitor', header: t.visitor, cell: (line) => line.visitor },
        {
          key: 'look',
          header: t.look,
          cell: (line) => line.flags.map((flag) => say(VISIT_FLAGS[flag as VisitFlag])).join('; '),
        },
        { key: 'state', header: t.state, cell: stateOf },
      ]}
    />
  );
};

const Tally = ({ title, first, rows }: { title: string; first: string; rows: Rechecks['byVisitor'] }) => {
  const t = useText(texts);
  return (
    <Section title={title}>
      <DataTable
        caption={title}
        rows={rows}
        rowKey={(row) => row.name}
        columns={[
          { key: 'name', header: first, cell: (row) => row.name },
          { key: 'differs', header: t.differs, isNumber: true, cell: (row) => row.differs },
          { key: 'of', header: t.of, isNumber: true, cell: (row) => row.asked },
        ]}
      />
    </Section>
  );
};

const Whole = ({ found }: { found: Rechecks }) => {
  const t = useText(texts);
  return (
    <div className="stack" style={{ gap: 24 }}>
      <Draw key={found.setting.version} setting={found.setting} />
      <Section title={t.visits}>
        <Lines items={found.items} />
      </Section>
      {found.byVisitor.length > 0 && <Tally title={t.byQuestion} first={t.question} rows={found.byQuestion} />}
      {found.byVisitor.length > 0 && <Tally title={t.byVisitor} first={t.visitor} rows={found.byVisitor} />}
      {found.rounds.length > 0 && (
        <Section title={t.rounds}>
          <DataTable
            caption={t.rounds}
            rows={found.rounds}
            rowKey={(round) => round.id}
            columns={[
              { key: 'from', header: t.from, cell: (round) => <DateText date={round.from} /> },
              { key: 'to', header: t.to, cell: (round) => <DateText date={round.to} /> },
              { key: 'share', header: '%', isNumber: true, cell: (round) => round.sharePercent },
              { key: 'visits', header: t.pool, isNumber: true, cell: (round) => round.visits },
              { key: 'drawn', header: t.chosen, isNumber: true, cell: (round) => round.drawn },
              { key: 'by', header: t.visitor, cell: (round) => round.by },
              { key: 'seed', header: t.seed, cell: (round) => <code>{round.seed}</code> },
            ]}
          />
        </Section>
      )}
    </div>
  );
};

/** The supervisor's second look: drawing, the drawn visits, where the two looks differ. */
export const Page = () => {
  const t = useText(texts);
  const found = useGet('/api/recheck');
  return (
    <>
      <PageTitle note={t.note}>{t.title}</PageTitle>
      <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending && <Waiting />}
      {found.data && <Whole found={found.data} />}
    </>
  );
};
