import { Radio } from '@mantine/core';
import type { ReactNode } from 'react';
import { DateText } from '#web/ui/DateText.tsx';
import { useText } from '#web/ui/language.tsx';
import { MaskedNik } from '#web/ui/MaskedNik.tsx';
import { ScrollRegion } from '#web/ui/ScrollRegion.tsx';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import type { StatusKind } from '#web/ui/theme.ts';
import { Unknown } from '#web/ui/Unknown.tsx';
import styles from './desk.module.css';
import type { Pair, Side } from './PairDetail.tsx';

type Verdict = Pair['comparisons'][number]['verdict'];

const texts = {
  id: {
    caption: 'Dua catatan berdampingan',
    field: 'Isian',
    result: 'Perbandingan',
    record: (letter: string) => `Catatan ${letter}`,
    keep: 'Simpan yang ini',
    hidden: 'tidak ditampilkan',
    verdicts: { cocok: 'cocok', mirip: 'mirip', beda: 'beda', belum: 'belum diketahui' },
    sexes: { L: 'Laki-laki', P: 'Perempuan' },
    fields: {
      name: 'Nama',
      birth: 'Tanggal lahir',
      nik: 'NIK',
      mother: 'Nama ibu kandung',
      kk: 'Nomor KK',
      place: 'Wilayah',
      sex: 'Jenis kelamin',
      birthPlace: 'Tempat lahir',
      address: 'Alamat',
      phone: 'Telepon',
    } as Record<string, string>,
  },
  en: {
    caption: 'Two records side by side',
    field: 'Field',
    result: 'Comparison',
    record: (letter: string) => `Record ${letter}`,
    keep: 'Keep this one',
    hidden: 'not shown',
    verdicts: { cocok: 'agrees', mirip: 'alike', beda: 'differs', belum: 'not known' },
    sexes: { L: 'Male', P: 'Female' },
    fields: {
      name: 'Name',
      birth: 'Date of birth',
      nik: 'NIK',
      mother: 'Mother’s name',
      kk: 'KK number',
      place: 'Area',
      sex: 'Sex',
      birthPlace: 'Place of birth',
      address: 'Address',
      phone: 'Telephone',
    } as Record<string, string>,
  },
};
const KINDS: Readonly<Record<Verdict, StatusKind>> = {
  cocok: 'selesai',
  mirip: 'info',
  beda: 'netral',
  belum: 'netral',
};
type Words = typeof texts.id;

const cellOf = (side: Side, field: string, t: Words): ReactNode => {
  switch (field) {
    case 'name':
      return <strong>{side.name}</strong>;
    case 'birth':
      return <DateText date={side.birthOn} />;
    case 'nik':
      return <MaskedNik masked={side.maskedNik} label={`NIK ${side.name}`} />;
    case 'kk':
      return <MaskedNik masked={side.maskedKk} label={`KK ${side.name}`} />;
    case 'mother':
      return <span className="muted">{t.hidden}</span>;
    case 'sex':
      return side.sex === null ? <Unknown /> : t.sexes[side.sex];
    case 'place':
      return side.areaLabel ?? <Unknown />;
    case 'birthPlace':
      return side.birthPlace ?? <Unknown />;
    case 'address':
      return side.address ?? <Unknown />;
    default:
      return side.phone ?? <Unknown />;
  }
};

type Props = { pair: Pair; keep: string; onKeep: ((id: string) => void) | undefined };

/** What agrees and what does not, field by field, what weighs most first; the mother's name only as a word. */
export const ComparisonTable = ({ pair, keep, onKeep }: Props) => {
  const t = useText(texts);
  const [a, b] = pair.sides;
  if (!a || !b) return null;
  const head = (side: Side, letter: string) => (
    <th scope="col">
      {t.record(letter)}
      {onKeep && (
        <Radio
          className={styles.keep}
          name="keep"
          label={t.keep}
          checked={keep === side.id}
          onChange={() => onKeep(side.id)}
        />
      )}
    </th>
  );
  return (
    <ScrollRegion className={styles.region} label={t.caption}>
      <table className={styles.table}>
        <caption className="spoken">{t.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t.field}</th>
            {head(a, 'A')}
            <th scope="col">{t.result}</th>
            {head(b, 'B')}
          </tr>
        </thead>
        <tbody>
          {pair.comparisons.map(({ field, verdict, sentence }) => (
            <tr key={field}>
              <th scope="row">{t.fields[field] ?? field}</th>
              <td>{cellOf(a, field, t)}</td>
              <td title={sentence}>
                <StatusBadge kind={KINDS[verdict]}>{t.verdicts[verdict]}</StatusBadge>
              </td>
              <td>{cellOf(b, field, t)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
};
