import type { ReactNode } from 'react';
import { AppLink } from '#web/ui/AppLink.tsx';
import type { ReplyOf } from '#web/ui/contracts.ts';
import { DateText, InstantText } from '#web/ui/DateText.tsx';
import { useLanguage, useText } from '#web/ui/language.tsx';
import { Money } from '#web/ui/Money.tsx';
import { Section } from '#web/ui/Section.tsx';
import { ComparisonTable } from './ComparisonTable.tsx';
import styles from './desk.module.css';

export type Pair = ReplyOf<'GET /api/duplicate/:id'>;
export type Side = Pair['sides'][number];

const texts = {
  id: {
    families: 'Keluarga masing-masing',
    alone: 'Tidak ada anggota lain yang tercatat.',
    aid: 'Bantuan menurut SK',
    noAid: 'Tidak ada bantuan yang tercatat.',
    ended: 'tidak berlaku lagi',
    record: (letter: string) => `Catatan ${letter}`,
    sheet: 'Buka lembar orang',
    stake: 'Bantuan yang sama diterima lewat dua catatan. Yang dibayar dua kali:',
    second: 'Salah satu pernah menerima bantuan menurut SK: penggabungan perlu orang kedua.',
    waits: (name: string) => `${name} mengusulkan penggabungan ini dan menunggu orang kedua.`,
    decided: (name: string) => `Diputus bukan orang yang sama oleh ${name}.`,
    booked: (name: string) => `Dipesan oleh ${name}: digabung sehari sesudah yang menahannya berakhir.`,
    asked: (name: string) => `${name} sudah menanyakan ke desa atau kelurahan.`,
    seen: 'terakhir didata',
  },
  en: {
    families: 'Their families',
    alone: 'No other member on record.',
    aid: 'Aid under a decree',
    noAid: 'No aid on record.',
    ended: 'no longer in force',
    record: (letter: string) => `Record ${letter}`,
    sheet: 'Open the person’s sheet',
    stake: 'The same aid goes to both records. Paid twice:',
    second: 'One of them once received aid under a decree: merging needs a second person.',
    waits: (name: string) => `${name} proposed this merge; it waits for a second person.`,
    decided: (name: string) => `${name} decided: not the same person.`,
    booked: (name: string) => `Booked by ${name}: merged the day after what bars it ends.`,
    asked: (name: string) => `${name} has asked the desa or kelurahan.`,
    seen: 'last seen',
  },
};

const Sides = ({ sides, of }: { sides: readonly Side[]; of: (side: Side) => ReactNode }) => {
  const t = useText(texts);
  return (
    <div className={styles.sides}>
      {sides.map((side, at) => (
        <div key={side.id}>
          <h3>{t.record(at === 0 ? 'A' : 'B')}</h3>
          {of(side)}
        </div>
      ))}
    </div>
  );
};

const Family = ({ side }: { side: Side }) => {
  const t = useText(texts);
  const { language } = useLanguage();
  const say = (role: Side['role']) => role?.[language];
  return (
    <>
      <ul>
        <li>
          <strong>{side.name}</strong> {side.role && <span className="muted">{say(side.role)}</span>}
        </li>
        {side.relatives.map((relative) => (
          <li key={relative.id}>
            {relative.name}{' '}
            <span className="muted">
              {say(relative.role)} {relative.birthOn && <DateText date={relative.birthOn} />}
            </span>
          </li>
        ))}
      </ul>
      {side.relatives.length === 0 && <p className="muted">{t.alone}</p>}
      <p className="muted">
        {t.seen} <DateText date={side.observedOn} />
      </p>
      <AppLink href={`/orang/${side.id}`}>{t.sheet}</AppLink>
    </>
  );
};

/** The families of both records, one beside the other. */
export const Families = ({ sides }: { sides: readonly Side[] }) => (
  <Sides sides={sides} of={(side) => <Family side={side} />} />
);

const Aid = ({ side }: { side: Side }) => {
  const t = useText(texts);
  if (side.aid.length === 0) return <p className="muted">{t.noAid}</p>;
  return (
    <ul>
      {side.aid.map((line) => (
        <li key={`${line.programmeId} ${line.decree}`}>
          {line.programme}, {line.decree}: <Money amount={line.amount} />
          {!line.isInForce && <span className="muted"> ({t.ended})</span>}
        </li>
      ))}
    </ul>
  );
};

const Standing = ({ pair }: { pair: Pair }) => {
  const t = useText(texts);
  const name = pair.decidedByName ?? '';
  const said = { menunggu: t.waits, dipesan: t.booked, tanya: t.asked, beda: t.decided };
  const sentence = pair.state in said ? said[pair.state as keyof typeof said](name) : undefined;
  return (
    <>
      {sentence && (
        <p className={styles.bar}>
          {sentence} <InstantText at={pair.decidedAt} /> {pair.reason}
        </p>
      )}
      {pair.needsSecond && (pair.state === 'terbuka' || pair.state === 'tanya') && (
        <p className={styles.bar}>{t.second}</p>
      )}
      {pair.atStake !== '0' && (
        <p className={styles.bar}>
          {t.stake}{' '}
          <strong>
            <Money amount={pair.atStake} />
          </strong>
        </p>
      )}
    </>
  );
};

type Props = { pair: Pair; keep: string; onKeep: ((id: string) => void) | undefined; bars: readonly string[] };

/** Two records, what agrees, their families and aid beside them, and what stands in the way. */
export const PairDetail = ({ pair, keep, onKeep, bars }: Props) => {
  const t = useText(texts);
  return (
    <>
      <p data-pair={pair.id}>
        <strong>{pair.sentence}</strong>
      </p>
      <Standing pair={pair} />
      {bars.map((sentence) => (
        <p key={sentence} className={styles.bar}>
          {sentence}
        </p>
      ))}
      <ComparisonTable pair={pair} keep={keep} onKeep={onKeep} />
      <Section title={t.families}>
        <Families sides={pair.sides} />
      </Section>
      <Section title={t.aid}>
        <Sides sides={pair.sides} of={(side) => <Aid side={side} />} />
      </Section>
    </>
  );
};
