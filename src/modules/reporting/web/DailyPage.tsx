import { Button } from '@mantine/core';
import { useState } from 'react';
import { dateInZone, type LocalDate } from '#kernel/local-date.ts';
import { DateField } from '#web/ui/DateField.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { FactList } from '#web/ui/FactList.tsx';
import { useText } from '#web/ui/language.tsx';
import { Money } from '#web/ui/Money.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { useGet } from '#web/ui/queries.ts';
import { Section } from '#web/ui/Section.tsx';
import { useSession } from '#web/ui/session.tsx';

const texts = {
  id: {
    title: 'Laporan harian',
    day: 'Hari',
    print: 'Cetak PDF',
    numbers: 'Angka hari itu',
    seal: 'Segel jejak audit',
    note: 'Cetak dan simpan di luar komputer. Bila jejak audit diubah atau dipotong sesudahnya, pemeriksaan dengan akar ini gagal.',
    usulanMasuk: 'Usulan masuk',
    usulanDiputus: 'Usulan diputus',
    serahTerima: 'Serah terima efektif',
    nilai: 'Nilai serah terima',
    ganda: 'Serah terima ganda',
    perbuatan: 'Perbuatan tercatat',
    pembacaan: 'Pembacaan data lengkap',
    block: 'Blok',
    root: 'Akar',
    check: 'Memeriksa',
    none: 'Belum ada blok tersegel',
  },
  en: {
    title: 'Daily report',
    day: 'Day',
    print: 'Print PDF',
    numbers: 'Numbers of the day',
    seal: 'Seal of the audit',
    note: 'Print it and keep it outside the computer. If the audit is changed or cut afterwards, a check with this root fails.',
    usulanMasuk: 'Proposals received',
    usulanDiputus: 'Proposals decided',
    serahTerima: 'Effective handovers',
    nilai: 'Value handed over',
    ganda: 'Double handovers',
    perbuatan: 'Acts recorded',
    pembacaan: 'Full records read',
    block: 'Block',
    root: 'Root',
    check: 'To check',
    none: 'No block is sealed yet',
  },
};

/** The numbers of a day and the root that proves the audit. */
export const Page = () => {
  const t = useText(texts);
  const { agency } = useSession();
  const [on, setOn] = useState<LocalDate | ''>(() => dateInZone(new Date(), agency.zone));
  const daily = useGet('/api/report/daily', { query: on ? { on } : {}, keep: true });
  const data = daily.data;
  return (
    <>
      <PageTitle
        note={data && <DateText date={data.on} weekday />}
        actions={
          <Button component="a" href={`/api/report/daily.pdf${on ? `?on=${on}` : ''}`} target="_blank" variant="filled">
            {t.print}
          </Button>
        }
      >
        {t.title}
      </PageTitle>
      <ErrorNotice error={daily.error} onRetry={() => void daily.refetch()} />
      <div className="row">
        <DateField label={t.day} value={on} onChange={setOn} />
      </div>
      {data && (
        <>
          <Section title={t.numbers}>
            <FactList
              facts={[
                { label: t.usulanMasuk, value: data.numbers.usulanMasuk },
                { label: t.usulanDiputus, value: data.numbers.usulanDiputus },
                { label: t.serahTerima, value: data.numbers.serahTerima },
                { label: t.nilai, value: <Money amount={data.numbers.nilaiSerahTerima} /> },
                { label: t.ganda, value: data.numbers.ganda },
                { label: t.perbuatan, value: data.numbers.perbuatan },
                { label: t.pembacaan, value: data.numbers.pembacaan },
              ]}
            />
          </Section>
          <Section title={t.seal} note={t.note}>
            <FactList
              facts={[
                { label: t.block, value: data.block },
                { label: t.root, value: <code style={{ overflowWrap: 'anywhere' }}>{data.root || t.none}</code> },
                ...(data.root === ''
                  ? []
                  : [{ label: t.check, value: <code style={{ overflowWrap: 'anywhere' }}>{data.check}</code> }]),
              ]}
            />
          </Section>
        </>
      )}
    </>
  );
};
