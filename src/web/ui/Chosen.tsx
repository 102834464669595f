import { Input } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from './language.tsx';
import styles from './SearchField.module.css';

type Props = { label: string; description?: ReactNode; children: ReactNode; onClear: () => void };

/** What a picker holds, with the way back to the search. */
export const Chosen = ({ label, description, children, onClear }: Props) => {
  const t = useText({ id: { change: 'Ganti' }, en: { change: 'Change' } });
  return (
    <Input.Wrapper label={label} labelElement="div" description={description}>
      <div className={styles.chosen}>
        <span>{children}</span>
        <button type="button" className="link-button" onClick={onClear}>
          {t.change}
          <span className="spoken"> {label}</span>
        </button>
      </div>
    </Input.Wrapper>
  );
};
