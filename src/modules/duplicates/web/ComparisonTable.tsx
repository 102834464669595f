import { Radio } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatDate } from '#kernel/local-date.ts';
import { useLanguage, useText } from '#web/ui/language.tsx';
import { ScrollRegion } from '#web/ui/ScrollRegion.tsx';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import type { StatusKind } from '#web/ui/theme.ts';
import { Unknown } from '#web/ui/Unknown.tsx';
import { markLetters, markParts, markPlaces, type Piece } from '../domain/differences.ts';
import styles from './desk.module.css';
import { Marked } from './Marked.tsx';
import type { Pair, Side } from './PairDetail.tsx';

/** What is compared, of an open pair or of one that is read again. */
type Compared = Pick<Pair, 'comparisons' | 'sides' | 'numberMarks'>;

type Verdict = Pair['comparisons'][number]['verdict'];

const texts = {
  id: {
    caption: 'Dua catatan berdampingan',
    field: 'Isian',
    result: 'Perbandingan',
    record: (letter: string) => `Catatan ${letter}`,
    keep: 'Simpan yang ini',
    hidden: 'tidak ditampilkan',
    marked: 'Bergaris bawah',
    legend: ': huruf atau angka yang berbeda. Angka yang ditutup tetap tertutup.',
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
    marked: 'Underlined',
    legend: ': letters or digits that differ. Covered digits stay covered.',
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

const textOf = (side: Side, field: string, language: keyof typeof texts, t: Words): string | null => {
  switch (field) {
    case 'name':
      return side.name;
    case 'birth':
      return side.birthOn && formatDate(side.birthOn, { language });
    case 'nik':
      return side.maskedNik;
    case 'kk':
      return side.maskedKk;
    case 'sex':
      return side.sex && t.sexes[side.sex];
    case 'place':
      return side.areaLabel;
    case 'birthPlace':
      return side.birthPlace;
    case 'address':
      return side.address;
    default:
      return side.phone;
  }
};

/** Both values of a field with what differs marked; without marks where one of them is not known. */
const piecesOf = (
  pair: Compared,
  field: string,
  [a, b]: readonly [string | null, string | null],
): [Piece[], Piece[]] => {
  const plain = (text: string | null): Piece[] => [{ text: text ?? '', differs: false }];
  if (a === null || b === null) return [plain(a), plain(b)];
  if (field === 'nik' || field === 'kk') {
    const places = pair.numberMarks[field];
    return places ? [markPlaces(a, places), markPlaces(b, places)] : [plain(a), plain(b)];
  }
  if (field === 'birth') return markParts(a, b, ' ');
  if (field === 'place') return markParts(a, b, ', ');
  if (field === 'sex') return markParts(a, b, '\n');
  return markLetters(a, b);
};

const Row = ({ pair, comparison }: { pair: Compared; comparison: Pair['comparisons'][number] }) => {
  const t = useText(texts);
  const { language } = useLanguage();
  const { field, verdict, sentence } = comparison;
  const [a, b] = pair.sides;
  if (!a || !b) return null;
  const values = [textOf(a, field, language, t), textOf(b, field, language, t)] as const;
  const pieces = piecesOf(pair, field, values);
  const isNumber = field === 'nik' || field === 'kk';
  const cell = (at: 0 | 1): ReactNode => {
    if (field === 'mother') return <span className="muted">{t.hidden}</span>;
    if (values[at] === null) return <Unknown />;
    return <Marked pieces={pieces[at]} isNumber={isNumber} isStrong={field === 'name'} />;
  };
  return (
    <tr>
      <th scope="row">{t.fields[field] ?? field}</th>
      <td>{cell(0)}</td>
      <td title={sentence}>
        <StatusBadge kind={KINDS[verdict]}>{t.verdicts[verdict]}</StatusBadge>
      </td>
      <td>{cell(1)}</td>
    </tr>
  );
};

type Props = { pair: Compared; keep: string; onKeep: ((id: string) => void) | undefined };

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
    <>
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
            {pair.comparisons.map((comparison) => (
              <Row key={comparison.field} pair={pair} comparison={comparison} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <p className="muted">
        <mark className={styles.differs}>{t.marked}</mark> {t.legend}
      </p>
    </>
  );
};
