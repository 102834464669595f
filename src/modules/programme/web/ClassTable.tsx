import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { formatRupiah } from '#kernel/rupiah.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import { FilterChips } from '#web/ui/FilterChips.tsx';
import { useText } from '#web/ui/language.tsx';
import { Section } from '#web/ui/Section.tsx';
import { DIMENSIONS, type Dimension, UNKNOWN_CLASS } from '../domain/breakdown.ts';
import { coverageOf, shareText } from '../domain/coverage.ts';
import styles from './SimulationPage.module.css';
import type { Outcome } from './use-simulation.ts';

const texts = {
  id: {
    title: 'Siapa yang tercakup',
    by: 'Dilihat menurut',
    dimensions: {
      desil: 'desil (dari pusat)',
      kelamin: 'jenis kelamin kepala keluarga',
      umur: 'umur kepala keluarga',
      disabilitas: 'penyandang disabilitas',
    },
    unknown: 'tidak diketahui',
    desil: (key: string) => `desil ${key}`,
    sex: { P: 'perempuan', L: 'laki-laki' },
    ages: (from: string, to: string) => (to === '' ? `${from} tahun ke atas` : `${from} sampai ${to} tahun`),
    disability: { ya: 'ada', tidak: 'tidak ada' },
    families: 'Keluarga',
    eligible: 'Memenuhi',
    open: 'Belum diketahui',
    inside: 'Masuk',
    held: 'Ditahan',
    reserve: 'Cadangan',
    share: 'Bagian tempat',
    money: 'Dana',
    upTo: 'Sasaran sampai desil',
    covered: (part: string, served: number, of: number, upTo: number) =>
      `Cakupan: ${part} (${served} dari ${of} keluarga desil 1 sampai ${upTo} mendapat tempat).`,
    nobody: (upTo: number) => `Cakupan: tidak ada keluarga desil 1 sampai ${upTo} dalam register ini.`,
    leaked: (part: string, n: number, upTo: number) => `Bocor: ${part} tempat (${n}) untuk desil di atas ${upTo}.`,
    without: (part: string, n: number, of: number) =>
      `Desil tidak diketahui: ${part} tempat (${n}), dari ${of} keluarga yang belum berdesil. Mereka tidak dihitung bocor.`,
    noPlaces: 'Belum ada tempat yang terisi.',
  },
  en: {
    title: 'Who is covered',
    by: 'Seen by',
    dimensions: {
      desil: 'desil (of the centre)',
      kelamin: 'sex of the head',
      umur: 'age of the head',
      disabilitas: 'member with a disability',
    },
    unknown: 'unknown',
    desil: (key: string) => `desil ${key}`,
    sex: { P: 'female', L: 'male' },
    ages: (from: string, to: string) => (to === '' ? `${from} and older` : `${from} to ${to}`),
    disability: { ya: 'yes', tidak: 'none' },
    families: 'Families',
    eligible: 'Eligible',
    open: 'Unknown',
    inside: 'In',
    held: 'Held',
    reserve: 'Reserve',
    share: 'Share of places',
    money: 'Money',
    upTo: 'Aimed at desil up to',
    covered: (part: string, served: number, of: number, upTo: number) =>
      `Coverage: ${part} (${served} of ${of} families of desil 1 to ${upTo} have a place).`,
    nobody: (upTo: number) => `Coverage: no family of desil 1 to ${upTo} in this register.`,
    leaked: (part: string, n: number, upTo: number) => `Leakage: ${part} of the places (${n}) above desil ${upTo}.`,
    without: (part: string, n: number, of: number) =>
      `Desil unknown: ${part} of the places (${n}), of ${of} families without a desil. They do not count as leakage.`,
    noPlaces: 'No place is taken yet.',
  },
};
type Row = Outcome['breakdown']['desil'][number];

const useClassName = (dimension: Dimension) => {
  const t = useText(texts);
  return (key: string): string => {
    if (key === UNKNOWN_CLASS) return t.unknown;
    if (dimension === 'desil') return t.desil(key);
    if (dimension === 'kelamin') return key === 'P' ? t.sex.P : t.sex.L;
    if (dimension === 'disabilitas') return key === 'ya' ? t.disability.ya : t.disability.tidak;
    const [from = '', to = ''] = key.split('-');
    return t.ages(from, to);
  };
};

const Coverage = ({ rows }: { rows: readonly Row[] }) => {
  const t = useText(texts);
  const [upTo, setUpTo] = useState(4);
  const found = coverageOf(rows, upTo);
  const covered = shareText(found.withinServed, found.within);
  const leaked = shareText(found.beyondServed, found.served);
  const unknown = shareText(found.unknownServed, found.served);
  return (
    <div className={styles.coverage}>
      <NativeSelect
        label={t.upTo}
        data={['1', '2', '3', '4', '5', '6']}
        value={String(upTo)}
        onChange={(event) => setUpTo(Number(event.currentTarget.value))}
      />
      <ul aria-live="polite">
        <li>{covered === undefined ? t.nobody(upTo) : t.covered(covered, found.withinServed, found.within, upTo)}</li>
        {leaked === undefined || unknown === undefined ? (
          <li>{t.noPlaces}</li>
        ) : (
          <>
            <li>{t.leaked(leaked, found.beyondServed, upTo)}</li>
            <li>{t.without(unknown, found.unknownServed, found.unknown)}</li>
          </>
        )}
      </ul>
    </div>
  );
};

/** The list by desil as imported, sex and age of the head, disability; coverage and leakage with the unknown as a class of its own. */
export const ClassTable = ({ outcome, benefit }: { outcome: Outcome; benefit: bigint }) => {
  const t = useText(texts);
  const [dimension, setDimension] = useState<Dimension>('desil');
  const nameOf = useClassName(dimension);
  const rows = outcome.breakdown[dimension];
  const places = rows.reduce((sum, row) => sum + row.masuk + row.ditahan, 0);
  const count = (key: Exclude<keyof Row, 'key'>, header: string) => ({
    key,
    header,
    isNumber: true,
    cell: (row: Row) => row[key].toLocaleString('id-ID'),
    text: (row: Row) => row[key],
  });
  return (
    <Section title={t.title}>
      <Coverage rows={outcome.breakdown.desil} />
      <FilterChips
        label={t.by}
        chips={DIMENSIONS.map((key) => ({ key, label: t.dimensions[key] }))}
        value={dimension}
        onChange={setDimension}
      />
      <DataTable
        caption={`${t.title}: ${t.dimensions[dimension]}`}
        rows={rows}
        rowKey={(row) => row.key}
        isCompact
        csv={{ name: `simulasi-${dimension}` }}
        columns={[
          { key: 'class', header: t.dimensions[dimension], cell: (row) => nameOf(row.key), width: 120 },
          count('keluarga', t.families),
          count('ya', t.eligible),
          count('belum', t.open),
          count('masuk', t.inside),
          count('ditahan', t.held),
          count('cadangan', t.reserve),
          {
            key: 'share',
            header: t.share,
            isNumber: true,
            cell: (row) => shareText(row.masuk + row.ditahan, places) ?? '-',
          },
          {
            key: 'money',
            header: t.money,
            unit: 'Rp',
            isNumber: true,
            cell: (row) => formatRupiah(benefit * BigInt(row.masuk + row.ditahan)).replace(/^Rp\s*/, ''),
            text: (row) => (benefit * BigInt(row.masuk + row.ditahan)).toString(),
          },
        ]}
      />
    </Section>
  );
};
