import { AppLink } from '#web/ui/AppLink.tsx';
import { DataTable } from '#web/ui/DataTable.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { FactList } from '#web/ui/FactList.tsx';
import { useText } from '#web/ui/language.tsx';
import { Money } from '#web/ui/Money.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { useGet } from '#web/ui/queries.ts';
import { UNREAD } from '#web/ui/unread.ts';

const texts = {
  id: {
    title: 'Bantuan ganda',
    note: 'Satu orang yang menerima bantuan sejenis lewat dua catatan. Yang dihitung hanya kelebihannya: haknya satu kali, sebesar yang terbesar dari keduanya.',
    back: 'Kembali ke antrean',
    pair: 'Pasangan',
    open: 'Buka',
    programme: 'Program',
    period: 'Periode',
    names: 'Tercatat sebagai',
    and: 'dan',
    area: 'Wilayah',
    stake: 'Kelebihan',
    paid: 'Sudah dibayar',
    toPay: 'Belum dibayar',
    count: 'Orang',
    none: 'Tidak ada bantuan sejenis yang mengalir lewat dua catatan.',
    states: {
      terbuka: 'belum diputus',
      tanya: 'ditanyakan',
      menunggu: 'menunggu orang kedua',
      dipesan: 'penggabungan dipesan',
      sama: 'sudah digabung',
      beda: 'beda',
    },
    state: 'Keadaan',
  },
  en: {
    title: 'Double aid',
    note: 'One person who receives the same aid through two records. Only the excess is counted: she is due it once, the larger of the two.',
    back: 'Back to the queue',
    pair: 'Pair',
    open: 'Open',
    programme: 'Programme',
    period: 'Period',
    names: 'Recorded as',
    and: 'and',
    area: 'Area',
    stake: 'Excess',
    paid: 'Paid already',
    toPay: 'Still to pay',
    count: 'People',
    none: 'No aid of one kind flows through two records.',
    states: {
      terbuka: 'not decided',
      tanya: 'asked',
      menunggu: 'waits for a second person',
      dipesan: 'merge booked',
      sama: 'merged',
      beda: 'different',
    },
    state: 'State',
  },
};

/** The same aid through two records, with what was paid too often and what can still be held back. */
export const Page = () => {
  const t = useText(texts);
  const found = useGet('/api/double-aid');
  const total = found.data?.total;
  return (
    <>
      <PageTitle note={t.note} actions={<AppLink href="/kemungkinan-ganda">{t.back}</AppLink>}>
        {t.title}
      </PageTitle>
      <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
      {total && (
        <FactList
          facts={[
            { label: t.count, value: total.pairs.toLocaleString('id-ID') },
            { label: t.stake, value: <Money amount={total.atStake} /> },
            { label: t.paid, value: <Money amount={total.paid} /> },
            { label: t.toPay, value: <Money amount={total.toPay} /> },
          ]}
        />
      )}
      <DataTable
        caption={t.title}
        rows={found.data?.items ?? UNREAD}
        rowKey={(row) => `${row.pairId} ${row.programmeId} ${row.period ?? ''}`}
        isLoading={found.isPending}
        empty={t.none}
        csv={{ href: '/api/double-aid.csv' }}
        columns={[
          {
            key: 'names',
            header: t.names,
            cell: (row) => (
              <>
                {row.a.name} {t.and} {row.b.name}
              </>
            ),
          },
          { key: 'area', header: t.area, cell: (row) => row.areaLabel },
          { key: 'programme', header: t.programme, cell: (row) => row.programme },
          { key: 'period', header: t.period, cell: (row) => row.period ?? '' },
          { key: 'stake', header: t.stake, money: (row) => row.atStake },
          { key: 'paid', header: t.paid, money: (row) => row.paid },
          { key: 'toPay', header: t.toPay, money: (row) => row.toPay },
          { key: 'state', header: t.state, cell: (row) => t.states[row.state] },
          {
            key: 'pair',
            header: t.pair,
            cell: (row) => (
              <AppLink href={row.state === 'sama' ? `/orang/${row.a.id}` : `/kemungkinan-ganda?id=${row.pairId}`}>
                {t.open}
                <span className="spoken"> {row.a.name}</span>
              </AppLink>
            ),
          },
        ]}
      />
    </>
  );
};
