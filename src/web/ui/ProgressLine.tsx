import { useEffect, useState } from 'react';
import { useText } from './language.tsx';
import styles from './ProgressLine.module.css';
import { addSample, paceOf, type Sample } from './progress.ts';

const number = (n: number): string => Math.round(n).toLocaleString('id-ID');
const texts = {
  id: {
    count: (done: number, total: number, unit: string) => `${number(done)} dari ${number(total)} ${unit}`,
    pace: (perSecond: number) => `${number(perSecond)} per detik`,
    seconds: (n: number) => `sisa sekitar ${n} detik`,
    minutes: (n: number) => `sisa sekitar ${n} menit`,
  },
  en: {
    count: (done: number, total: number, unit: string) => `${number(done)} of ${number(total)} ${unit}`,
    pace: (perSecond: number) => `${number(perSecond)} a second`,
    seconds: (n: number) => `about ${n} seconds left`,
    minutes: (n: number) => `about ${n} minutes left`,
  },
};

type Props = {
  label: string;
  done: number;
  total: number;
  /** What is counted: `baris`, `surat`. */
  unit: string;
};

/** How far a long run is: count, rate, rest. Read it again with `every` of useGet; it judges the pace by the counts it is given. */
export const ProgressLine = ({ label, done, total, unit }: Props) => {
  const t = useText(texts);
  const [samples, setSamples] = useState<readonly Sample[]>([]);
  useEffect(() => setSamples((before) => addSample(before, { at: Date.now(), done })), [done]);
  const pace = done < total ? paceOf(samples, total) : undefined;
  return (
    <div className={styles.whole}>
      <div className={styles.words}>
        <span>{label}</span>
        <span className="number">{t.count(done, total, unit)}</span>
      </div>
      <progress className={styles.bar} value={done} max={Math.max(total, 1)} aria-label={label} />
      <p className="muted number">
        {pace
          ? `${t.pace(pace.perSecond)}, ${pace.secondsLeft < 90 ? t.seconds(pace.secondsLeft) : t.minutes(Math.ceil(pace.secondsLeft / 60))}`
          : ''}
      </p>
    </div>
  );
};
