import { Button } from '@mantine/core';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { formatDate } from '#kernel/local-date.ts';
import { formatRupiah } from '#kernel/rupiah.ts';
import { BIDANG } from '#web/ui/bidang.ts';
import type { ReplyOf } from '#web/ui/contracts.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
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
import { Decisions } from './Decisions.tsx';
import { OtherTerms } from './OtherTerms.tsx';
import { ROW_KINDS, RUN_STATES } from './programme-words.ts';
import { VersionHistory } from './VersionHistory.tsx';

const texts = {
  id: {
    simulate: 'Simulasi',
    cases: 'Contoh keluarga',
    scenarios: 'Skenario',
    version: (no: number, date: string) => `versi ${no}, berlaku sejak ${date}`,
    frozen: 'Sudah dipakai menyiapkan daftar: perubahan berikutnya menjadi versi baru.',
    money: 'Dana',
    noLine: 'Belum menunjuk baris anggaran; daftar belum bisa disiapkan.',
    line: 'Baris anggaran',
    left: 'Tersisa',
    prepare: 'Siapkan daftar',
    decree: 'Tetapkan',
    handOver: 'Salurkan',
    open: 'terbuka',
    moratorium: (to: string) => `Moratorium penyaluran sampai ${to}`,
    lists: 'Daftar',
    noLists: 'Belum ada daftar. Buka Simulasi, lalu siapkan daftar.',
    made: 'Disiapkan',
    by: 'Oleh',
    state: 'Keadaan',
    counts: 'Masuk / ditahan / cadangan',
    amount: 'Dipesan',
    rules: 'Aturan',
    rule: 'Ketentuan',
    kind: 'Jenis',
    reason: 'Alasan',
    basis: 'Dasar',
  },
  en: {
    simulate: 'Simulation',
    cases: 'Example families',
    scenarios: 'Scenarios',
    version: (no: number, date: string) => `version ${no}, since ${date}`,
    frozen: 'A list was prepared with it: the next change becomes a new version.',
    money: 'Money',
    noLine: 'No budget line yet; a list cannot be prepared.',
    line: 'Budget line',
    left: 'Left',
    prepare: 'Prepare a list',
    decree: 'Decree',
    handOver: 'Hand over',
    open: 'open',
    moratorium: (to: string) => `Handovers stopped until ${to}`,
    lists: 'Lists',
    noLists: 'No list yet. Open the simulation, then prepare one.',
    made: 'Prepared',
    by: 'By',
    state: 'State',
    counts: 'In / held / reserve',
    amount: 'Reserved',
    rules: 'Rules',
    rule: 'Rule',
    kind: 'Kind',
    reason: 'Reason',
    basis: 'Basis',
  },
};
type ProgrammeView = ReplyOf<'GET /api/programme/:id'>;

const MoneyPart = ({ programme }: { programme: ProgrammeView }) => {
  const t = useText(texts);
  const { language } = useLanguage();
  const { line } = programme;
  const words: Record<string, string> = { siapkan_daftar: t.prepare, tetapkan: t.decree, salurkan: t.handOver };
  if (!line)
    return (
      <Section title={t.money}>
        <p>{t.noLine}</p>
      </Section>
    );
  return (
    <Section title={t.money}>
      {programme.moratoria.map((m) => (
        <div key={m.document} className="row">
          <StatusBadge kind="tindakan">{t.moratorium(formatDate(m.to, { language }))}</StatusBadge>
          <span>{`${m.areaLabel}, ${m.document}`}</span>
        </div>
      ))}
      <FactList
        facts={[
          {
            label: t.line,
            value: (
              <Link to="/anggaran/$id" params={{ id: line.id }}>
                {line.name}
              </Link>
            ),
            source: `${line.fundSource}, ${line.year}`,
          },
          { label: t.left, value: <Money amount={line.tersisa} />, source: `pagu ${formatRupiah(BigInt(line.pagu))}` },
          ...line.gates.map((gate) => ({
            label: words[gate.act] ?? gate.act,
            value: (
              <StatusBadge kind={gate.closed === null ? 'selesai' : 'menunggu'}>
                {gate.closed === null ? t.open : 'belum'}
              </StatusBadge>
            ),
            source: gate.closed ?? undefined,
          })),
        ]}
      />
    </Section>
  );
};

const Lists = ({ programme }: { programme: ProgrammeView }) => {
  const t = useText(texts);
  const { language } = useLanguage();
  return (
    <Section title={t.lists}>
      <DataTable
        caption={`${t.lists}: ${programme.name}`}
        rows={programme.runs}
        rowKey={(run) => run.id}
        href={(run) => `/program/daftar/${run.id}`}
        empty={t.noLists}
        columns={[
          { key: 'made', header: t.made, cell: (run) => <InstantText at={run.createdAt} /> },
          { key: 'by', header: t.by, cell: (run) => run.createdBy },
          {
            key: 'state',
            header: t.state,
            cell: (run) => (
              <StatusBadge kind={RUN_STATES[run.state].kind}>{RUN_STATES[run.state][language]}</StatusBadge>
            ),
          },
          {
            key: 'counts',
            header: t.counts,
            isNumber: true,
            cell: (run) => `${run.counts.masuk} / ${run.counts.ditahan} / ${run.counts.cadangan}`,
          },
          { key: 'amount', header: t.amount, money: (run) => run.amount },
        ]}
      />
    </Section>
  );
};

const Rules = ({ programme }: { programme: ProgrammeView }) => {
  const t = useText(texts);
  const { language } = useLanguage();
  const rows = programme.terms.rules.map((row, i) => ({ ...row, no: i + 1, phrase: programme.phrases[i] ?? row.expr }));
  return (
    <Section title={t.rules} {...(programme.frozen ? { note: t.frozen } : {})}>
      <DataTable
        caption={`${t.rules}: ${programme.name}`}
        rows={rows}
        rowKey={(row) => String(row.no)}
        columns={[
          { key: 'rule', header: t.rule, cell: (row) => `${row.no}. ${row.phrase}`, width: 260 },
          { key: 'kind', header: t.kind, cell: (row) => ROW_KINDS[row.kind][language] },
          { key: 'reason', header: t.reason, cell: (row) => row.reason, width: 180 },
          { key: 'basis', header: t.basis, cell: (row) => row.basis },
        ]}
      />
    </Section>
  );
};

/** One programme: money and gates, lists, rules in words, decisions about families; the work is done in the simulation. */
export const Page = () => {
  const { id } = useParams({ from: '/program/$id' });
  const t = useText(texts);
  const { language } = useLanguage();
  const navigate = useNavigate();
  const found = useGet('/api/programme/:id', { params: { id } });
  const programme = found.data;
  if (!programme)
    return (
      <>
        <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
        {found.isPending && <Waiting />}
      </>
    );
  return (
    <>
      <PageTitle
        note={`${BIDANG[programme.bidang]?.[language] ?? programme.bidang}, ${t.version(programme.versionNo, formatDate(programme.from, { language }))}`}
        actions={
          <div className="row">
            <Link to="/program/$id/contoh" params={{ id }}>
              {t.cases}
            </Link>
            <Link to="/program/$id/skenario" params={{ id }}>
              {t.scenarios}
            </Link>
            <Button variant="filled" onClick={() => void navigate({ to: '/program/$id/simulasi', params: { id } })}>
              {t.simulate}
            </Button>
          </div>
        }
      >
        {programme.name}
      </PageTitle>
      <MoneyPart programme={programme} />
      <Lists programme={programme} />
      <Rules programme={programme} />
      <Decisions programme={programme} />
      <OtherTerms programme={programme} />
      <VersionHistory programmeId={id} />
    </>
  );
};
