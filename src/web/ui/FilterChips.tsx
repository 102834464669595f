import styles from './FilterChips.module.css';

export type Chip<K extends string> = { key: K; label: string; count?: number | undefined };
type Props<K extends string> = { label: string; chips: readonly Chip<K>[]; value: K; onChange: (key: K) => void };

/** One choice of a few, each with its number: the filters of a queue. */
export const FilterChips = <K extends string>({ label, chips, value, onChange }: Props<K>) => (
  <fieldset className={styles.chips}>
    <legend className="spoken">{label}</legend>
    {chips.map((chip) => (
      <button
        key={chip.key}
        type="button"
        className={styles.chip}
        aria-pressed={chip.key === value}
        onClick={() => onChange(chip.key)}
      >
        {chip.label}
        {chip.count !== undefined && <span className="number"> {chip.count.toLocaleString('id-ID')}</span>}
      </button>
    ))}
  </fieldset>
);
