import { formatNik } from '#kernel/nik.ts';
import { AppLink } from './AppLink.tsx';
import type { ReplyOf } from './contracts.ts';
import { DateText } from './DateText.tsx';
import styles from './LikelyList.module.css';
import { useLanguage, useText } from './language.tsx';
import { StatusBadge } from './StatusBadge.tsx';

export type Likely = ReplyOf<'POST /api/person/likely'>;

const texts = {
  id: {
    none: 'Tidak ada yang mirip di wilayah tugas Anda.',
    notReady: 'Pemeriksaan ganda belum siap; sementara ini hanya nama, tanggal lahir, dan nomor yang dibandingkan.',
    open: 'Buka lembarnya',
    noNik: 'belum ada NIK',
    pasti: 'Hampir pasti orang yang sama',
    mungkin: 'Mungkin orang yang sama',
    family: 'Keluarganya',
    alone: 'Tidak ada anggota keluarga lain yang tercatat.',
    why: 'Yang cocok dan yang beda',
    cocok: 'Cocok',
    mirip: 'Mirip',
    beda: 'Beda',
    fields: {
      name: 'nama',
      birth: 'tanggal lahir',
      nik: 'NIK',
      kk: 'Nomor KK',
      mother: 'nama ibu',
      sex: 'jenis kelamin',
      place: 'wilayah',
      birthPlace: 'tempat lahir',
      address: 'alamat',
      phone: 'telepon',
    },
  },
  en: {
    none: 'Nobody alike in your area.',
    notReady: 'The check for doubles is not ready; meanwhile only names, dates of birth and numbers are compared.',
    open: 'Open the sheet',
    noNik: 'no NIK yet',
    pasti: 'Almost certainly the same person',
    mungkin: 'Perhaps the same person',
    family: 'The family',
    alone: 'Nobody else of the family is on record.',
    why: 'What agrees and what differs',
    cocok: 'Agrees',
    mirip: 'Alike',
    beda: 'Differs',
    fields: {
      name: 'name',
      birth: 'date of birth',
      nik: 'NIK',
      kk: 'KK number',
      mother: 'mother’s name',
      sex: 'sex',
      place: 'area',
      birthPlace: 'place of birth',
      address: 'address',
      phone: 'phone',
    },
  },
};
const VERDICTS = ['cocok', 'mirip', 'beda'] as const;
const shortPlace = (label: string | null): string => label?.split(', ').slice(0, 2).join(', ') ?? '';

type Item = Likely['items'][number];

const Reasons = ({ comparisons }: { comparisons: Item['comparisons'] }) => {
  const t = useText(texts);
  const groups = VERDICTS.map((verdict) => ({
    verdict,
    fields: comparisons
      .filter((one) => one.verdict === verdict)
      .map(({ field }) => t.fields[field as keyof typeof t.fields] ?? field),
  })).filter(({ fields }) => fields.length > 0);
  if (groups.length === 0) return null;
  return (
    <dl className={styles.reasons} aria-label={t.why}>
      {groups.map(({ verdict, fields }) => (
        <div key={verdict}>
          <dt>{t[verdict]}</dt>
          <dd>{fields.join(', ')}</dd>
        </div>
      ))}
    </dl>
  );
};

const Family = ({ relatives }: { relatives: Item['relatives'] }) => {
  const t = useText(texts);
  const { language } = useLanguage();
  return (
    <div>
      <p className="muted">{t.family}</p>
      {relatives.length === 0 ? (
        <p>{t.alone}</p>
      ) : (
        <ul className={styles.family}>
          {relatives.map(({ id, name, role, birthOn }) => (
            <li key={id}>
              {name}
              {role && <span className="muted"> · {role[language]}</span>}
              {birthOn && (
                <span className="muted">
                  {' '}
                  · <DateText date={birthOn} />
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};

/** People on record who may be the one about to be registered, with band, reasons and family; of anybody else one neutral line. */
export const LikelyList = ({ likely }: { likely: Likely }) => {
  const t = useText(texts);
  return (
    <>
      {!likely.isReady && <p className="muted">{t.notReady}</p>}
      {likely.elsewhere !== null && (
        <div className={styles.elsewhere}>
          <StatusBadge kind="info">{likely.elsewhere}</StatusBadge>
        </div>
      )}
      {likely.items.length === 0 && likely.elsewhere === null && <p className="muted">{t.none}</p>}
      {likely.items.length > 0 && (
        <ul className={styles.people}>
          {likely.items.map(({ person, band, sentence, comparisons, relatives }) => (
            <li key={person.id}>
              <div className="row">
                <strong>{person.name}</strong>
                {band && <StatusBadge kind={band === 'pasti' ? 'tindakan' : 'menunggu'}>{t[band]}</StatusBadge>}
              </div>
              <div className="muted">
                <span className="number">{person.maskedNik ? formatNik(person.maskedNik) : t.noNik}</span> ·{' '}
                <DateText date={person.birthOn} /> · {shortPlace(person.areaLabel)}
              </div>
              <p>{sentence}</p>
              <Reasons comparisons={comparisons} />
              <Family relatives={relatives} />
              <AppLink href={`/orang/${person.id}`}>
                {t.open}
                <span className="spoken"> {person.name}</span>
              </AppLink>
            </li>
          ))}
        </ul>
      )}
    </>
  );
};
