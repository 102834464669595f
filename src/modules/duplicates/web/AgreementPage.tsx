import { AppLink } from '#web/ui/AppLink.tsx';
import type { ReplyOf } from '#web/ui/contracts.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useText } from '#web/ui/language.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import { useGet } from '#web/ui/queries.ts';
import { Section } from '#web/ui/Section.tsx';
import { useMay } from '#web/ui/session.tsx';
import { Waiting } from '#web/ui/Waiting.tsx';
import { ModelSection } from './ModelSection.tsx';

type Agreement = ReplyOf<'GET /api/duplicate-agreement'>;
type Interval = Agreement['kappa'];

const texts = {
  id: {
    title: 'Kesepakatan dan model',
    note: 'Seberapa sepakat para petugas, seberapa tepat tiap golongan kemungkinan, dan model yang dipakai.',
    back: 'Kembali ke antrean',
    read: 'Bacaan kedua',
    agreement: 'Kesepakatan antarpetugas',
    agreementNote: (n: number) =>
      `Kappa Cohen: 1 selalu sepakat, 0 seperti kebetulan. Angkanya baru disebut mulai ${n} bacaan.`,
    notEnough: 'belum cukup',
    kappa: (value: string, low: string, high: string) => `Kappa ${value} (antara ${low} dan ${high}).`,
    few: (n: number, need: number) => `Belum cukup: ${n} dari ${need} bacaan yang diperlukan.`,
    open: (second: number, third: number) => `${second} menunggu petugas kedua, ${third} menunggu petugas ketiga.`,
    cross: 'Jawaban pertama dan kedua',
    secondSame: 'Kedua: orang yang sama',
    secondDifferent: 'Kedua: bukan',
    first: 'Jawaban pertama',
    answers: { sama: 'Pertama: orang yang sama', beda: 'Pertama: bukan' },
    officers: 'Per pasangan petugas',
    firstOfficer: 'Petugas pertama',
    secondOfficer: 'Petugas kedua',
    readings: 'Dibaca',
    agreed: 'Sepakat',
    kappaHead: 'Kappa',
    none: 'Belum ada yang dibaca dua kali.',
    precision: 'Ketepatan tiap golongan',
    precisionNote: 'Dari pasangan yang sudah diputus: berapa yang memang orang yang sama, dengan rentang 95 %.',
    band: 'Golongan',
    bands: { pasti: 'hampir pasti', mungkin: 'mungkin' },
    decided: 'Diputus',
    same: 'Orang yang sama',
    share: 'Bagian',
  },
  en: {
    title: 'Agreement and model',
    note: 'How far officers agree, how right each band is, and the model in use.',
    back: 'Back to the queue',
    read: 'Second reading',
    agreement: 'Agreement between officers',
    agreementNote: (n: number) => `Cohen’s kappa: 1 always agree, 0 as by chance. Said from ${n} readings on.`,
    notEnough: 'not enough yet',
    kappa: (value: string, low: string, high: string) => `Kappa ${value} (between ${low} and ${high}).`,
    few: (n: number, need: number) => `Not enough yet: ${n} of the ${need} readings needed.`,
    open: (second: number, third: number) => `${second} wait for a second officer, ${third} for a third.`,
    cross: 'First and second answer',
    secondSame: 'Second: same person',
    secondDifferent: 'Second: not',
    first: 'First answer',
    answers: { sama: 'First: same person', beda: 'First: not' },
    officers: 'By pair of officers',
    firstOfficer: 'First officer',
    secondOfficer: 'Second officer',
    readings: 'Read',
    agreed: 'Agreed',
    kappaHead: 'Kappa',
    none: 'Nothing was read twice yet.',
    precision: 'How right each band is',
    precisionNote: 'Of the pairs decided: how many are one person, with a 95 % interval.',
    band: 'Band',
    bands: { pasti: 'nearly certain', mungkin: 'possible' },
    decided: 'Decided',
    same: 'Same person',
    share: 'Share',
  },
};
const decimal = (n: number) => n.toFixed(2).replace('.', ',');
const percent = (n: number) => `${(n * 100).toFixed(1).replace('.', ',')} %`;
const spanOf = (interval: Interval, write: (n: number) => string, otherwise: string) =>
  interval ? `${write(interval.value)} (${write(interval.low)}–${write(interval.high)})` : otherwise;

const Officers = ({ data }: { data: Agreement }) => {
  const t = useText(texts);
  const { table, kappa } = data;
  const all = table.sameBoth + table.sameFirst + table.sameSecond + table.differentBoth;
  return (
    <Section title={t.agreement} note={t.agreementNote(data.enough)}>
      <p>
        <strong>
          {kappa ? t.kappa(decimal(kappa.value), decimal(kappa.low), decimal(kappa.high)) : t.few(all, data.enough)}
        </strong>{' '}
        <span className="muted">{t.open(data.open.waiting, data.open.third)}</span>
      </p>
      <DataTable
        caption={t.cross}
        rows={[
          { answer: 'sama' as const, same: table.sameBoth, different: table.sameFirst },
          { answer: 'beda' as const, same: table.sameSecond, different: table.differentBoth },
        ]}
        rowKey={(row) => row.answer}
        isCompact
        columns={[
          { key: 'first', header: t.first, cell: (row) => t.answers[row.answer] },
          { key: 'same', header: t.secondSame, isNumber: true, cell: (row) => row.same },
          { key: 'different', header: t.secondDifferent, isNumber: true, cell: (row) => row.different },
        ]}
      />
      <DataTable
        caption={t.officers}
        rows={data.officers}
        rowKey={(row) => `${row.first} ${row.second}`}
        empty={t.none}
        csv={{ href: '/api/duplicate-agreement.csv' }}
        columns={[
          { key: 'first', header: t.firstOfficer, cell: (row) => row.first },
          { key: 'second', header: t.secondOfficer, cell: (row) => row.second },
          { key: 'readings', header: t.readings, isNumber: true, cell: (row) => row.readings },
          { key: 'agreed', header: t.agreed, isNumber: true, cell: (row) => row.agreed },
          { key: 'kappa', header: t.kappaHead, cell: (row) => spanOf(row.kappa, decimal, t.notEnough) },
        ]}
      />
    </Section>
  );
};

/** How far officers agree, how right the bands are, and the models learnt from decisions. */
export const Page = () => {
  const t = useText(texts);
  const mayModel = useMay('duplicate.model');
  const agreement = useGet('/api/duplicate-agreement');
  const { data } = agreement;
  return (
    <>
      <PageTitle
        note={t.note}
        actions={
          <>
            <AppLink href="/kemungkinan-ganda/bacaan-kedua">{t.read}</AppLink>
            <AppLink href="/kemungkinan-ganda">{t.back}</AppLink>
          </>
        }
      >
        {t.title}
      </PageTitle>
      <ErrorNotice error={agreement.error} onRetry={() => void agreement.refetch()} />
      {agreement.isPending && <Waiting />}
      {data && (
        <>
          <Officers data={data} />
          <Section title={t.precision} note={t.precisionNote}>
            <DataTable
              caption={t.precision}
              rows={data.bands}
              rowKey={(row) => row.band}
              csv={{ name: 'ketepatan-golongan' }}
              columns={[
                { key: 'band', header: t.band, cell: (row) => t.bands[row.band] },
                { key: 'decided', header: t.decided, isNumber: true, cell: (row) => row.decisions },
                { key: 'same', header: t.same, isNumber: true, cell: (row) => row.same },
                { key: 'share', header: t.share, cell: (row) => spanOf(row.share, percent, t.notEnough) },
              ]}
            />
          </Section>
          <ModelSection data={data} may={mayModel} />
        </>
      )}
    </>
  );
};
