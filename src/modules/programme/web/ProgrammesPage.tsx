import { Button } from '@mantine/core';
import { useState } from 'react';
import { BIDANG } from '#web/ui/bidang.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useLanguage, useText } from '#web/ui/language.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { useGet } from '#web/ui/queries.ts';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import { useMay } from '#web/ui/session.tsx';
import { UNREAD } from '#web/ui/unread.ts';
import { NewProgramme } from './NewProgramme.tsx';
import { RUN_STATES } from './programme-words.ts';

const texts = {
  id: {
    title: 'Program daerah',
    note: 'Program yang diputus dan didanai daerah ini. Program pusat diurus lewat SIKS-NG.',
    add: 'Program baru',
    name: 'Program',
    bidang: 'Bidang',
    period: 'Periode',
    benefit: 'Bantuan',
    source: 'Sumber dana',
    pagu: 'Pagu baris',
    left: 'Tersisa',
    list: 'Daftar terbaru',
    none: 'belum ada daftar',
    counts: (a: number, b: number, c: number) => `${a} masuk, ${b} ditahan, ${c} cadangan`,
    noLine: 'belum ditunjuk',
    empty: 'Belum ada program daerah.',
  },
  en: {
    title: 'Local programmes',
    note: 'Programmes this region decides and pays for. Those of the centre go through SIKS-NG.',
    add: 'New programme',
    name: 'Programme',
    bidang: 'Division',
    period: 'Period',
    benefit: 'Benefit',
    source: 'Source of funds',
    pagu: 'Pagu of the line',
    left: 'Left',
    list: 'Newest list',
    none: 'no list yet',
    counts: (a: number, b: number, c: number) => `${a} in, ${b} held, ${c} reserve`,
    noLine: 'none yet',
    empty: 'No local programme yet.',
  },
};

/** Local programmes with their money and newest list. */
export const Page = () => {
  const t = useText(texts);
  const { language } = useLanguage();
  const [isAdding, setAdding] = useState(false);
  const mayPrepare = useMay('programme.prepare');
  const programmes = useGet('/api/programme');
  return (
    <>
      <PageTitle
        note={t.note}
        actions={
          mayPrepare && (
            <Button variant="filled" onClick={() => setAdding(true)}>
              {t.add}
            </Button>
          )
        }
      >
        {t.title}
      </PageTitle>
      <ErrorNotice error={programmes.error} onRetry={() => void programmes.refetch()} />
      <DataTable
        caption={t.title}
        rows={programmes.data?.items ?? UNREAD}
        rowKey={(row) => row.id}
        href={(row) => `/program/${row.id}`}
        isLoading={programmes.isPending}
        empty={t.empty}
        csv={{ name: 'program-daerah' }}
        columns={[
          { key: 'name', header: t.name, cell: (row) => row.name, width: 180 },
          { key: 'bidang', header: t.bidang, cell: (row) => BIDANG[row.bidang]?.[language] ?? row.bidang },
          { key: 'period', header: t.period, cell: (row) => row.period },
          { key: 'benefit', header: t.benefit, money: (row) => row.benefit },
          { key: 'source', header: t.source, cell: (row) => row.fundSource ?? t.noLine },
          { key: 'pagu', header: t.pagu, money: (row) => row.pagu },
          { key: 'left', header: t.left, money: (row) => row.tersisa },
          {
            key: 'list',
            header: t.list,
            width: 200,
            cell: (row) =>
              row.list === null ? (
                <span className="muted">{t.none}</span>
              ) : (
                <span className="row">
                  <StatusBadge kind={RUN_STATES[row.list.state].kind}>
                    {RUN_STATES[row.list.state][language]}
                  </StatusBadge>
                  {t.counts(row.list.masuk, row.list.ditahan, row.list.cadangan)}
                </span>
              ),
            text: (row) =>
              row.list ? `${row.list.state}: ${t.counts(row.list.masuk, row.list.ditahan, row.list.cadangan)}` : '',
          },
        ]}
      />
      {isAdding && <NewProgramme onClose={() => setAdding(false)} />}
    </>
  );
};
