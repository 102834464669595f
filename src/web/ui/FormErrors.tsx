import { useEffect, useRef } from 'react';
import styles from './FormErrors.module.css';
import { useText } from './language.tsx';

export type FieldFault = {
  /** The `id` or `name` of the field. */
  field: string;
  sentence: string;
};

const toField = (field: string): void => {
  const found = document.getElementById(field) ?? document.getElementsByName(field)[0];
  found?.focus();
  found?.scrollIntoView({ block: 'center' });
};

/**
 * What must be mended before a form can go, on top of it, each line leading to its field. It takes the focus when it appears or changes.
 * Give each field its own `error` as well.
 */
export const FormErrors = ({ faults }: { faults: readonly FieldFault[] }) => {
  const t = useText({
    id: { title: (n: number) => `${n} isian perlu diperbaiki` },
    en: { title: (n: number) => `${n} fields need mending` },
  });
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (faults.length > 0) box.current?.focus();
  }, [faults]);
  if (faults.length === 0) return null;
  return (
    <div ref={box} tabIndex={-1} role="alert" className={styles.box}>
      <h2>{t.title(faults.length)}</h2>
      <ul>
        {faults.map((fault) => (
          <li key={fault.field}>
            <a
              href={`#${fault.field}`}
              onClick={(event) => {
                event.preventDefault();
                toField(fault.field);
              }}
            >
              {fault.sentence}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
};
