import { dateInZone } from '#kernel/local-date.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import { DateText, InstantText } from '#web/ui/DateText.tsx';
import { useLanguage, useText } from '#web/ui/language.tsx';
import { Money } from '#web/ui/Money.tsx';
import { Section } from '#web/ui/Section.tsx';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import { useSession } from '#web/ui/session.tsx';
import { AID_STATES, PROPOSAL_KINDS, PROPOSAL_STATES, type Sheet, wordOf } from './words.ts';

const texts = {
  id: {
    list: (what: string) => `Daftar: ${what}`,
    proposals: 'Usulan',
    kind: 'Jenis',
    state: 'Keadaan',
    since: 'Sejak',
    due: 'Tenggat',
    aid: 'Bantuan',
    through: 'lewat catatan lain yang sudah digabung',
    programme: 'Program',
    period: 'Periode',
    amount: 'Jumlah',
    got: 'Diterima',
    notYet: 'belum',
    centre: 'Data pusat dan peringkat lokal',
    centreNote: 'Desil dihitung BPS, bukan Dinas Sosial. Peringkat lokal hanya urutan dinas sendiri.',
    rank: (desil: number, period: string) => `Desil ${desil} (${period})`,
    noRank: 'Desil belum diketahui',
    score: (score: number, card: string) => `Skor lokal ${score} (kartu ${card})`,
    noScore: 'Belum ada skor lokal',
    missing: (n: number) => `${n} isian belum diketahui`,
    status: 'Status',
    ppks: 'PPKS',
    ppksNone: 'belum ada asesmen',
    basis: 'Dasar',
    letters: 'Surat',
    number: 'Nomor',
    about: 'Perihal',
    on: 'Tanggal',
  },
  en: {
    list: (what: string) => `List: ${what}`,
    proposals: 'Proposals',
    kind: 'Kind',
    state: 'State',
    since: 'Since',
    due: 'Due',
    aid: 'Aid',
    through: 'through another record, since merged',
    programme: 'Programme',
    period: 'Period',
    amount: 'Amount',
    got: 'Received',
    notYet: 'not yet',
    centre: 'The centre’s figures and our own order',
    centreNote: 'Desil is computed by BPS, not by this agency. The local order is the agency’s own.',
    rank: (desil: number, period: string) => `Desil ${desil} (${period})`,
    noRank: 'Desil not known yet',
    score: (score: number, card: string) => `Local score ${score} (card ${card})`,
    noScore: 'No local score yet',
    missing: (n: number) => `${n} facts not known yet`,
    status: 'Status',
    ppks: 'PPKS',
    ppksNone: 'no assessment yet',
    basis: 'Basis',
    letters: 'Letters',
    number: 'Number',
    about: 'Subject',
    on: 'Date',
  },
};

const Proposals = ({ sheet }: { sheet: Sheet }) => {
  const t = useText(texts);
  const { agency } = useSession();
  const { language } = useLanguage();
  return (
    <Section title={t.proposals}>
      <DataTable
        caption={t.list(t.proposals)}
        isCompact
        rows={sheet.proposals}
        rowKey={(row) => row.id}
        href={(row) => `/usulan/${row.id}`}
        columns={[
          { key: 'kind', header: t.kind, cell: (row) => wordOf(PROPOSAL_KINDS, row.kind, language) },
          {
            key: 'state',
            header: t.state,
            cell: (row) => {
              const state = PROPOSAL_STATES[row.state];
              return <StatusBadge kind={state?.kind ?? 'netral'}>{state?.[language] ?? row.state}</StatusBadge>;
            },
          },
          {
            key: 'since',
            header: t.since,
            cell: (row) => <DateText date={dateInZone(new Date(row.from), agency.zone)} />,
          },
          { key: 'due', header: t.due, cell: (row) => (row.stage === null ? '' : <DateText date={row.dueOn} />) },
        ]}
      />
    </Section>
  );
};

const Aid = ({ sheet }: { sheet: Sheet }) => {
  const t = useText(texts);
  const { language } = useLanguage();
  return (
    <Section title={t.aid}>
      <DataTable
        caption={t.list(t.aid)}
        isCompact
        rows={sheet.aid}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'programme',
            header: t.programme,
            text: (row) => row.programme,
            cell: (row) => (
              <>
                {row.programme}
                {row.throughRecord !== null && <div className="muted">{t.through}</div>}
              </>
            ),
          },
          { key: 'period', header: t.period, cell: (row) => row.period ?? '' },
          { key: 'amount', header: t.amount, isNumber: true, cell: (row) => <Money amount={row.amount} /> },
          {
            key: 'state',
            header: t.state,
            cell: (row) => {
              const state = AID_STATES[row.state];
              return <StatusBadge kind={state?.kind ?? 'netral'}>{state?.[language] ?? row.state}</StatusBadge>;
            },
          },
          {
            key: 'got',
            header: t.got,
            cell: (row) => (row.handedOverAt === null ? t.notYet : <InstantText at={row.handedOverAt} />),
          },
        ]}
      />
    </Section>
  );
};

const Centre = ({ sheet }: { sheet: Sheet }) => {
  const t = useText(texts);
  const [newest] = sheet.centre.ranks;
  const { ownScore } = sheet;
  return (
    <Section title={t.centre} note={t.centreNote}>
      <p>{newest ? t.rank(newest.desil, newest.period) : t.noRank}</p>
      <p>
        {ownScore?.score == null ? t.noScore : t.score(ownScore.score, ownScore.cardVersion)}
        {ownScore && ownScore.missing.length > 0 && (
          <span className="muted"> ({t.missing(ownScore.missing.length)})</span>
        )}
      </p>
      {sheet.centre.statuses.length > 0 && (
        <DataTable
          caption={t.list(t.status)}
          isCompact
          rows={sheet.centre.statuses}
          rowKey={(row) => `${row.programme} ${row.period}`}
          columns={[
            { key: 'programme', header: t.programme, cell: (row) => row.programme },
            { key: 'period', header: t.period, cell: (row) => row.period },
            {
              key: 'status',
              header: t.status,
              cell: (row) => [row.status, row.exclude, row.reason].filter(Boolean).join(' · '),
            },
          ]}
        />
      )}
    </Section>
  );
};

const Ppks = ({ sheet }: { sheet: Sheet }) => {
  const t = useText(texts);
  const { language } = useLanguage();
  return (
    <Section title={t.ppks}>
      <DataTable
        caption={t.list(t.ppks)}
        isCompact
        rows={sheet.ppks}
        rowKey={(row) => row.id}
        empty={t.ppksNone}
        columns={[
          { key: 'kind', header: t.kind, cell: (row) => row.name[language] },
          { key: 'since', header: t.since, cell: (row) => <DateText date={row.since} /> },
          { key: 'basis', header: t.basis, cell: (row) => row.basis },
        ]}
      />
    </Section>
  );
};

const Letters = ({ sheet }: { sheet: Sheet }) => {
  const t = useText(texts);
  return (
    <Section title={t.letters}>
      <DataTable
        caption={t.list(t.letters)}
        isCompact
        rows={sheet.letters}
        rowKey={(row) => row.id}
        columns={[
          { key: 'number', header: t.number, cell: (row) => row.number },
          { key: 'about', header: t.about, cell: (row) => row.subject },
          { key: 'on', header: t.on, cell: (row) => <InstantText at={row.issuedAt} /> },
        ]}
      />
    </Section>
  );
};

/** What all divisions do for her: proposals, aid, the centre's figures beside ours, PPKS, letters. */
export const MatterSections = ({ sheet }: { sheet: Sheet }) => (
  <>
    <Proposals sheet={sheet} />
    <Aid sheet={sheet} />
    <Centre sheet={sheet} />
    <Ppks sheet={sheet} />
    <Letters sheet={sheet} />
  </>
);
