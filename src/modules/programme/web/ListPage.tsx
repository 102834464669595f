import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { formatDate } from '#kernel/local-date.ts';
import { formatRupiah } from '#kernel/rupiah.ts';
import type { ReplyOf } from '#web/ui/contracts.ts';
import { InstantText } from '#web/ui/DateText.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { FactList } from '#web/ui/FactList.tsx';
import { useLanguage, useText } from '#web/ui/language.tsx';
import { Money } from '#web/ui/Money.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { useGet } from '#web/ui/queries.ts';
import { Section } from '#web/ui/Section.tsx';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import { Waiting } from '#web/ui/Waiting.tsx';
import { DesaFigure } from './DesaFigure.tsx';
import { ListActs } from './ListActs.tsx';
import { ListChanges } from './ListChanges.tsx';
import { ListChecks } from './ListChecks.tsx';
import { ListDecisions } from './ListDecisions.tsx';
import { ListFamilies, type Refusal } from './ListFamilies.tsx';
import { ListLetters } from './ListLetters.tsx';
import { DECREE_STATES, RUN_STATES } from './programme-words.ts';

const texts = {
  id: {
    title: (name: string) => `Daftar: ${name}`,
    state: 'Keadaan',
    prepared: 'Disiapkan',
    second: 'Orang kedua',
    waiting: 'menunggu',
    notNeeded: 'tidak perlu',
    decree: 'SK',
    noDecree: 'SK disusun setelah orang kedua setuju',
    waitsFor: (who: string) => `menunggu paraf ${who}`,
    number: (no: string, date: string) => `Nomor ${no}, ${date}`,
    open: 'Buka SK',
    pdf: 'Rancangan SK (PDF)',
    amount: 'Dipesan',
    each: 'Bantuan',
    line: 'Baris anggaran',
    version: 'Versi ketentuan',
    reason: 'Alasan pembatalan',
    desa: 'Per desa/kelurahan',
    facts: 'Daftar ini',
  },
  en: {
    title: (name: string) => `List: ${name}`,
    state: 'State',
    prepared: 'Prepared',
    second: 'Second person',
    waiting: 'waiting',
    notNeeded: 'not needed',
    decree: 'Decree',
    noDecree: 'drafted once the second person agrees',
    waitsFor: (who: string) => `waits for the initial of ${who}`,
    number: (no: string, date: string) => `Number ${no}, ${date}`,
    open: 'Open the decree',
    pdf: 'Draft of the decree (PDF)',
    amount: 'Reserved',
    each: 'Benefit',
    line: 'Budget line',
    version: 'Version of the terms',
    reason: 'Why it was called off',
    desa: 'By desa/kelurahan',
    facts: 'This list',
  },
};
type View = ReplyOf<'GET /api/programme/list/:id'>;

const DecreeFact = ({ view }: { view: View }) => {
  const t = useText(texts);
  const { language } = useLanguage();
  const { decree } = view;
  if (!decree) return t.noDecree;
  return (
    <span className="row">
      <StatusBadge kind={DECREE_STATES[decree.state].kind}>{DECREE_STATES[decree.state][language]}</StatusBadge>
      {decree.number !== null &&
        decree.onDate !== null &&
        t.number(decree.number, formatDate(decree.onDate, { language }))}
      {decree.waitingFor !== null &&
        (decree.state === 'rancangan' || decree.state === 'paraf') &&
        t.waitsFor(decree.waitingFor)}
      <a href={`/kantor/sk/${decree.id}`}>{t.open}</a>
    </span>
  );
};

const Facts = ({ view }: { view: View }) => {
  const t = useText(texts);
  const { language } = useLanguage();
  const { run, line } = view;
  return (
    <Section title={t.facts} actions={<a href={`/api/programme/list/${run.id}/sk.pdf`}>{t.pdf}</a>}>
      <FactList
        facts={[
          {
            label: t.state,
            value: <StatusBadge kind={RUN_STATES[run.state].kind}>{RUN_STATES[run.state][language]}</StatusBadge>,
          },
          { label: t.prepared, value: <InstantText at={run.createdAt} />, source: run.createdBy },
          {
            label: t.second,
            value: !run.needsSecond
              ? t.notNeeded
              : (run.secondBy ?? <StatusBadge kind="menunggu">{t.waiting}</StatusBadge>),
            source: run.secondAt === null ? undefined : <InstantText at={run.secondAt} />,
          },
          { label: t.decree, value: <DecreeFact view={view} /> },
          {
            label: t.amount,
            value: <Money amount={run.amount} />,
            source: `${t.each} ${formatRupiah(BigInt(run.benefit))}`,
          },
          {
            label: t.line,
            value: line && (
              <Link to="/anggaran/$id" params={{ id: line.id }}>
                {line.name}
              </Link>
            ),
            source: line ? `${line.fundSource}, ${line.year}` : undefined,
          },
          ...(run.closedReason === null ? [] : [{ label: t.reason, value: run.closedReason }]),
          { label: t.version, value: run.versionNo },
        ]}
      />
    </Section>
  );
};

/** One prepared list: its life and decree, money, families with their reasons, per desa, and the proofs that it was computed so. */
export const Page = () => {
  const { id } = useParams({ from: '/program/daftar/$id' });
  const t = useText(texts);
  const found = useGet('/api/programme/list/:id', { params: { id } });
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const view = found.data;
  if (!view)
    return (
      <>
        <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
        {found.isPending && <Waiting />}
      </>
    );
  return (
    <>
      <PageTitle actions={<ListActs view={view} />}>{t.title(view.run.programme)}</PageTitle>
      {view.gate !== null && view.run.state === 'rancangan' && (
        <p className="row">
          <StatusBadge kind="menunggu">DPA</StatusBadge> {view.gate}
        </p>
      )}
      {view.replacement !== null && <p>{view.replacement}</p>}
      <Facts view={view} />
      <ListFamilies
        view={view}
        refusals={refusals}
        onRefuse={(refusal) => setRefusals((before) => [...before, refusal])}
      />
      <ListDecisions id={id} />
      <Section title={t.desa}>
        <DesaFigure rows={view.desa} csvName="daftar-per-desa" />
      </Section>
      {view.run.state === 'berlaku' && <ListChanges id={id} refusals={refusals} onDrafted={() => setRefusals([])} />}
      <ListLetters id={id} isInForce={view.run.state === 'berlaku'} />
      <ListChecks view={view} />
    </>
  );
};
