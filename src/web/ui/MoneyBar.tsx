import { formatRupiah } from '#kernel/rupiah.ts';
import styles from './MoneyBar.module.css';

export type BarPart = { key: 'cair' | 'dipesan' | 'tersisa'; label: string; amount: bigint };

const percent = (part: bigint, whole: bigint): string =>
  whole <= 0n ? '0%' : `${Number((part * 10_000n) / whole) / 100}%`;

/** One line's pagu as a bar of its parts, which sum exactly; legible in black and white, and read as a list. */
export const MoneyBar = ({ total, parts }: { total: { label: string; amount: bigint }; parts: readonly BarPart[] }) => (
  <div className={styles.whole}>
    <div className={styles.bar} aria-hidden="true">
      {parts.map((part) => (
        <span key={part.key} className={styles[part.key]} style={{ width: percent(part.amount, total.amount) }} />
      ))}
    </div>
    <dl className={styles.legend}>
      <div>
        <dt>{total.label}</dt>
        <dd className="number">{formatRupiah(total.amount)}</dd>
      </div>
      {parts.map((part) => (
        <div key={part.key}>
          <dt>
            <span className={`${styles.key} ${styles[part.key]}`} /> {part.label}
          </dt>
          <dd className="number">{formatRupiah(part.amount)}</dd>
        </div>
      ))}
    </dl>
  </div>
);
