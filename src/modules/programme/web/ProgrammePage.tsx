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
import { TIES } from '../domain/tie-order.ts';
import { Decisions } from './Decisions.tsx';
import { ROW_KINDS, RUN_STATES } from './programme-words.ts';

const texts = {
  id: {
    simulate: 'Simulasi',
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
    terms: 'Ketentuan lain',
    benefit: 'Bantuan',
    unit: 'Satuan',
    units: { orang: 'orang', keluarga: 'keluarga' },
    most: 'Jumlah terbanyak',
    noLimit: 'tanpa batas selain dana dan kuota',
    ties: 'Bila urutan sama',
    unknown: 'Bila desil belum diketahui',
    excluded: 'dikecualikan dengan tugas',
    nine: (n: number | null) => `dinilai sembilan kriteria, paling sedikit ${n ?? '?'}`,
    hold: 'Tempat ditahan sampai',
    noHold: 'tidak ditahan',
    quota: 'Kuota',
    quotas: (n: number, total: number) => `${n} wilayah, seluruhnya ${total}`,
    noQuota: 'tanpa kuota wilayah',
    juknis: 'Juknis',
    second: 'Orang kedua di atas',
  },
  en: {
    simulate: 'Simulation',
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
    terms: 'Other terms',
    benefit: 'Benefit',
    unit: 'Unit',
    units: { orang: 'person', keluarga: 'family' },
    most: 'Largest number',
    noLimit: 'no limit but money and quotas',
    ties: 'When the order is equal',
    unknown: 'When desil is unknown',
    excluded: 'left out with a task',
    nine: (n: number | null) => `judged by the nine criteria, at least ${n ?? '?'}`,
    hold: 'Places held until',
    noHold: 'not held',
    quota: 'Quota',
    quotas: (n: number, total: number) => `${n} areas, ${total} in all`,
    noQuota: 'no area quota',
    juknis: 'Juknis',
    second: 'Second person above',
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

const OtherTerms = ({ programme }: { programme: ProgrammeView }) => {
  const t = useText(texts);
  const { language } = useLanguage();
  const { terms } = programme;
  const total = terms.quota.reduce((sum, q) => sum + q.quota, 0);
  return (
    <Section title={t.terms}>
      <FactList
        facts={[
          { label: t.benefit, value: <Money amount={terms.benefit} />, source: terms.period },
          { label: t.unit, value: t.units[terms.targetUnit] },
          { label: t.most, value: terms.maxCount ?? t.noLimit },
          { label: t.quota, value: terms.quota.length > 0 ? t.quotas(terms.quota.length, total) : t.noQuota },
          { label: t.ties, value: terms.tieOrder.map((id) => TIES[id].words[language]).join(', ') },
          {
            label: t.unknown,
            value: terms.unknownPolicy === 'kecualikan_dengan_tugas' ? t.excluded : t.nine(terms.criteriaLeast),
          },
          { label: t.hold, value: terms.holdUntil === null ? t.noHold : formatDate(terms.holdUntil, { language }) },
          { label: t.second, value: <Money amount={programme.secondPersonAbove} /> },
          {
            label: t.juknis,
            value: terms.juknis === '' ? null : <span style={{ whiteSpace: 'pre-line' }}>{terms.juknis}</span>,
          },
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
          <Button variant="filled" onClick={() => void navigate({ to: '/program/$id/simulasi', params: { id } })}>
            {t.simulate}
          </Button>
        }
      >
        {programme.name}
      </PageTitle>
      <MoneyPart programme={programme} />
      <Lists programme={programme} />
      <Rules programme={programme} />
      <Decisions programme={programme} />
      <OtherTerms programme={programme} />
    </>
  );
};
