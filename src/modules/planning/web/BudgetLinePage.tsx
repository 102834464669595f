import { Link, useParams } from '@tanstack/react-router';
import { formatDate } from '#kernel/local-date.ts';
import type { ReplyOf } from '#web/ui/contracts.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { FactList } from '#web/ui/FactList.tsx';
import { useLanguage, useText } from '#web/ui/language.tsx';
import { Money } from '#web/ui/Money.tsx';
import { MoneyBar } from '#web/ui/MoneyBar.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { useGet } from '#web/ui/queries.ts';
import { Section } from '#web/ui/Section.tsx';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import { useMay } from '#web/ui/session.tsx';
import { Waiting } from '#web/ui/Waiting.tsx';
import { ENTRY_KINDS } from '../domain/words.ts';
import { Gates } from './Gates.tsx';
import { STAGE_WORDS } from './gate-words.ts';
import { LineActs } from './LineActs.tsx';
import { Months } from './Months.tsx';

const texts = {
  id: {
    money: 'Uang',
    pagu: 'Pagu berlaku',
    dipesan: 'Dipesan, belum cair',
    cair: 'SP2D bersih (dikurangi STS)',
    tersisa: 'Tersisa',
    handed: 'Diserahterimakan kepada penerima',
    difference: 'Sudah cair, belum diserahterimakan',
    over: 'Diserahterimakan melebihi yang cair',
    explain: 'ada di bendahara, bank, atau ditolak bank; pada 31 Desember harus nol atau dijelaskan',
    explainOver: 'periksa SP2D yang belum dicatat',
    line: 'Baris',
    account: 'Rekening',
    sub: 'Sub kegiatan',
    nomenclature: 'Nomenklatur',
    stage: 'Tahap',
    source: 'Sumber dana',
    programmes: 'Program pada baris ini',
    noProgramme: 'belum ada',
    gates: 'Yang dibuka sumber dana ini',
    stages: 'Pagu per tahap',
    document: 'Dokumen',
    date: 'Tanggal',
    by: 'Dicatat oleh',
    amount: 'Jumlah',
    ledger: 'Buku',
    ledgerNote: 'Hanya ditambah, tidak diubah. Koreksi dicatat sebagai baris baru.',
    kind: 'Jenis',
    list: 'Daftar',
    left: 'Tersisa sesudahnya',
    moratorium: (to: string) => `Moratorium penyaluran sampai ${to}`,
  },
  en: {
    money: 'Money',
    pagu: 'Pagu in force',
    dipesan: 'Reserved, not paid out',
    cair: 'SP2D net of STS',
    tersisa: 'Left',
    handed: 'Handed over to recipients',
    difference: 'Paid out, not handed over yet',
    over: 'Handed over beyond what was paid out',
    explain: 'with the treasurer, at the bank, or refused by it; on 31 December it must be nil or explained',
    explainOver: 'look for an SP2D that is not recorded',
    line: 'Line',
    account: 'Account',
    sub: 'Sub kegiatan',
    nomenclature: 'Nomenclature',
    stage: 'Stage',
    source: 'Source of funds',
    programmes: 'Programmes on this line',
    noProgramme: 'none yet',
    gates: 'What this source opens',
    stages: 'Pagu by stage',
    document: 'Document',
    date: 'Date',
    by: 'Recorded by',
    amount: 'Amount',
    ledger: 'Ledger',
    ledgerNote: 'Only added to, never changed. A correction is a new row.',
    kind: 'Kind',
    list: 'List',
    left: 'Left afterwards',
    moratorium: (to: string) => `Handovers stopped until ${to}`,
  },
};
type LinePage = ReplyOf<'GET /api/budget/line/:id'>;
const Overview = ({ page }: { page: LinePage }) => {
  const t = useText(texts);
  const { language } = useLanguage();
  const { line } = page;
  const gap = BigInt(line.cair) - BigInt(line.diserahterimakan);
  return (
    <Section title={t.money}>
      {page.moratoria.map((m) => (
        <div key={m.document} className="row">
          <StatusBadge kind="tindakan">{t.moratorium(formatDate(m.to, { language }))}</StatusBadge>
          <span>{`${m.areaLabel}, ${m.document}`}</span>
        </div>
      ))}
      <MoneyBar
        total={{ label: t.pagu, amount: BigInt(line.pagu) }}
        parts={[
          { key: 'cair', label: t.cair, amount: BigInt(line.cair) },
          { key: 'dipesan', label: t.dipesan, amount: BigInt(line.dipesan) },
          { key: 'tersisa', label: t.tersisa, amount: BigInt(line.tersisa) },
        ]}
      />
      <FactList
        facts={[
          { label: t.handed, value: <Money amount={line.diserahterimakan} /> },
          {
            label: gap < 0n ? t.over : t.difference,
            value: <Money amount={gap < 0n ? -gap : gap} />,
            source: gap === 0n ? undefined : gap < 0n ? t.explainOver : t.explain,
          },
        ]}
      />
    </Section>
  );
};

const Identity = ({ page }: { page: LinePage }) => {
  const t = useText(texts);
  const { language } = useLanguage();
  const { line } = page;
  return (
    <Section title={t.line}>
      <FactList
        facts={[
          { label: t.source, value: line.fundSource },
          { label: t.stage, value: STAGE_WORDS[line.stage][language] },
          { label: t.sub, value: <span className="number">{line.subKegiatan}</span> },
          { label: t.account, value: <span className="number">{line.accountCode}</span> },
          { label: t.nomenclature, value: line.nomenclatureVersion },
          {
            label: t.programmes,
            value:
              page.programmes.length === 0
                ? t.noProgramme
                : page.programmes.map((p, i) => (
                    <span key={p.id}>
                      {i > 0 && ', '}
                      <Link to="/program/$id" params={{ id: p.id }}>
                        {p.name}
                      </Link>
                    </span>
                  )),
          },
        ]}
      />
    </Section>
  );
};

const Stages = ({ page }: { page: LinePage }) => {
  const t = useText(texts);
  const { language } = useLanguage();
  return (
    <Section title={t.stages}>
      <DataTable
        caption={`${t.stages}: ${page.line.subKegiatanName}`}
        rows={page.stages}
        rowKey={(row) => `${row.stage}${row.at}`}
        columns={[
          { key: 'stage', header: t.stage, cell: (row) => STAGE_WORDS[row.stage][language] },
          { key: 'amount', header: t.amount, money: (row) => row.amount },
          { key: 'document', header: t.document, cell: (row) => row.document },
          { key: 'date', header: t.date, cell: (row) => <DateText date={row.onDate} /> },
          { key: 'by', header: t.by, cell: (row) => row.by },
        ]}
      />
    </Section>
  );
};

const Ledger = ({ page }: { page: LinePage }) => {
  const t = useText(texts);
  return (
    <Section title={t.ledger} note={t.ledgerNote}>
      <DataTable
        caption={`${t.ledger}: ${page.line.subKegiatanName}`}
        rows={page.entries}
        rowKey={(row) => row.id}
        csv={{ name: 'buku-anggaran' }}
        columns={[
          { key: 'date', header: t.date, cell: (row) => <DateText date={row.onDate} />, text: (row) => row.onDate },
          { key: 'kind', header: t.kind, cell: (row) => ENTRY_KINDS[row.kind] },
          { key: 'amount', header: t.amount, money: (row) => row.amount },
          { key: 'left', header: t.left, money: (row) => row.left },
          { key: 'document', header: t.document, cell: (row) => row.document },
          { key: 'list', header: t.list, cell: (row) => row.reservation ?? '' },
          { key: 'by', header: t.by, cell: (row) => row.by },
        ]}
      />
    </Section>
  );
};

/** One budget line: money in its four columns, what its source opens, stages, ledger, months. */
export const Page = () => {
  const { id } = useParams({ from: '/anggaran/$id' });
  const t = useText(texts);
  const mayRecord = useMay('budget.record');
  const line = useGet('/api/budget/line/:id', { params: { id } });
  const page = line.data;
  if (!page)
    return (
      <>
        <ErrorNotice error={line.error} onRetry={() => void line.refetch()} />
        {line.isPending && <Waiting />}
      </>
    );
  return (
    <>
      <PageTitle
        note={`${page.line.fundSource}, ${page.line.year}`}
        actions={mayRecord ? <LineActs page={page} /> : undefined}
      >
        {page.line.subKegiatanName}
      </PageTitle>
      <Overview page={page} />
      <Section title={t.gates}>
        <Gates gates={page.gates} />
      </Section>
      <Ledger page={page} />
      <Stages page={page} />
      {page.months.length > 0 && <Months page={page} />}
      <Identity page={page} />
    </>
  );
};
