import styles from './KeyHint.module.css';
import { useKeySettings } from './keys.tsx';

const NAMES: Readonly<Record<string, string>> = { ArrowDown: '↓', ArrowUp: '↑', Escape: 'Esc' };

/** The key that does the same as the button it stands in; gone when the reader switched single letters off. */
export const KeyHint = ({ children }: { children: string }) => {
  const { isOn } = useKeySettings();
  if (!isOn && children.length === 1) return null;
  return (
    <kbd className={styles.key}>{NAMES[children] ?? (children.length === 1 ? children.toUpperCase() : children)}</kbd>
  );
};
