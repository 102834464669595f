import { Input } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import { useText } from './language.tsx';
import styles from './SearchField.module.css';

export type SearchChoice = { key: string; label: string; note?: string | undefined };

type Props = {
  label: string;
  description?: ReactNode;
  error?: ReactNode;
  name?: string;
  typed: string;
  onTyped: (typed: string) => void;
  choices: readonly SearchChoice[];
  onChoose: (key: string) => void;
  isSearching: boolean;
  /** Fewest letters before it searches. */
  least: number;
};

const texts = {
  id: {
    none: 'Tidak ada yang cocok. Coba sebagian kata, atau ejaan lain.',
    count: (n: number) => `${n} pilihan, pakai panah atas dan bawah`,
  },
  en: {
    none: 'Nothing matches. Try part of a word, or another spelling.',
    count: (n: number) => `${n} choices, use up and down arrows`,
  },
};

const useChoices = ({ choices, onChoose }: Props) => {
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const active = Math.min(at, Math.max(choices.length - 1, 0));
  const choose = (choice: SearchChoice | undefined) => {
    if (!choice) return;
    setOpen(false);
    onChoose(choice.key);
  };
  const press = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by !== 0) {
      event.preventDefault();
      setOpen(true);
      setAt((active + by + choices.length) % Math.max(choices.length, 1));
    } else if (event.key === 'Enter' && isOpen && choices.length > 0) {
      event.preventDefault();
      choose(choices[active]);
    } else if (event.key === 'Escape' && isOpen) {
      event.stopPropagation();
      setOpen(false);
    }
  };
  return { isOpen, setOpen, active, setAt, choose, press };
};

/** A field that finds as one types; the pickers are made of it. The arrows walk the choices, Enter takes one, Esc closes. */
export const SearchField = (props: Props) => {
  const { label, description, error, name, typed, onTyped, choices, isSearching, least } = props;
  const t = useText(texts);
  const id = useId();
  const { isOpen, setOpen, active, setAt, choose, press } = useChoices(props);
  const isShown = isOpen && typed.trim().length >= least;
  return (
    <Input.Wrapper
      id={id}
      label={label}
      description={description}
      error={error}
      className={styles.place}
      onBlur={() => setOpen(false)}
    >
      <Input
        id={id}
        name={name}
        role="combobox"
        aria-expanded={isShown && choices.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={isShown && choices.length > 0 ? `${id}-${active}` : undefined}
        autoComplete="off"
        spellCheck={false}
        error={error !== undefined && error !== null}
        value={typed}
        onFocus={() => setOpen(true)}
        onKeyDown={press}
        onChange={(event) => {
          setOpen(true);
          setAt(0);
          onTyped(event.currentTarget.value);
        }}
      />
      <div className={styles.drop} hidden={!isShown || (choices.length === 0 && isSearching)}>
        <p role="status" className={choices.length > 0 ? 'spoken' : styles.none}>
          {!isShown || isSearching ? '' : choices.length > 0 ? t.count(choices.length) : t.none}
        </p>
        <div id={`${id}-list`} role="listbox" aria-label={label}>
          {choices.map((choice, i) => (
            <div
              key={choice.key}
              id={`${id}-${i}`}
              role="option"
              tabIndex={-1}
              aria-selected={i === active}
              className={styles.choice}
              onMouseDown={(event) => {
                event.preventDefault();
                choose(choice);
              }}
            >
              <span>{choice.label}</span>
              {choice.note !== undefined && <span className="muted">{choice.note}</span>}
            </div>
          ))}
        </div>
      </div>
    </Input.Wrapper>
  );
};
