import { Input } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { type Choice, ChoiceList } from './ChoiceList.tsx';
import { useText } from './language.tsx';
import styles from './SearchField.module.css';
import { comboboxProps, useChoices } from './use-choices.ts';

type Props = {
  label: string;
  description?: ReactNode;
  error?: ReactNode;
  name?: string;
  typed: string;
  onTyped: (typed: string) => void;
  choices: readonly Choice[];
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

/** A field that finds as one types; the pickers are made of it. The arrows walk the choices, Enter takes one, Esc closes. */
export const SearchField = (props: Props) => {
  const { label, description, error, name, typed, onTyped, choices, least } = props;
  const id = useId();
  const list = useChoices(choices.length, (at) => {
    const choice = choices[at];
    if (choice) props.onChoose(choice.key);
  });
  const isShown = list.isOpen && typed.trim().length >= least;
  return (
    <Input.Wrapper
      id={id}
      label={label}
      description={description}
      error={error}
      className={styles.place}
      onBlur={() => list.setOpen(false)}
    >
      <Input
        id={id}
        name={name}
        {...comboboxProps(id, list.active, isShown && choices.length > 0)}
        error={error !== undefined && error !== null}
        value={typed}
        onFocus={() => list.setOpen(true)}
        onKeyDown={list.press}
        onChange={(event) => {
          list.typed();
          onTyped(event.currentTarget.value);
        }}
      />
      <Drop {...props} id={id} isShown={isShown} active={list.active} choose={list.choose} />
    </Input.Wrapper>
  );
};

type DropProps = Props & { id: string; isShown: boolean; active: number; choose: (at: number) => void };

const Drop = ({ id, choices, isSearching, isShown, active, choose }: DropProps) => {
  const t = useText(texts);
  const isNone = choices.length === 0;
  return (
    <div className={styles.drop} hidden={!isShown || (isNone && isSearching)}>
      <p role="status" className={isNone ? styles.none : 'spoken'}>
        {!isShown || isSearching ? '' : isNone ? t.none : t.count(choices.length)}
      </p>
      <ChoiceList id={id} choices={choices} active={active} onChoose={choose} />
    </div>
  );
};
