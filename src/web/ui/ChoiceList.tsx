import styles from './ChoiceList.module.css';
import { useText } from './language.tsx';

export type Choice = { key: string; label: string; note?: string | undefined };
type Props = { id: string; choices: readonly Choice[]; active: number; onChoose: (at: number) => void };

/** The choices below a field; the field keeps the focus, so a press with the mouse must not take it. */
export const ChoiceList = ({ id, choices, active, onChoose }: Props) => {
  const t = useText({ id: { choices: 'Pilihan' }, en: { choices: 'Choices' } });
  return (
    <div id={`${id}-list`} role="listbox" aria-label={t.choices}>
      {choices.map((choice, at) => (
        <div
          key={choice.key}
          id={`${id}-${at}`}
          role="option"
          tabIndex={-1}
          aria-selected={at === active}
          className={styles.choice}
          onMouseDown={(event) => {
            event.preventDefault();
            onChoose(at);
          }}
        >
          <span>{choice.label}</span>
          {choice.note !== undefined && <span className="muted">{choice.note}</span>}
        </div>
      ))}
    </div>
  );
};
