import { Icon, type IconName } from './icons.tsx';
import styles from './StatusBadge.module.css';
import type { StatusKind } from './theme.ts';

const ICONS: Readonly<Record<StatusKind, IconName>> = {
  selesai: 'check',
  menunggu: 'clock',
  tindakan: 'alert',
  info: 'info',
  netral: 'ring',
};

/**
 * A status: always a word and an icon, never colour alone. `tindakan` is for what the reader must do, not a verdict on a person;
 * desil and poverty are never given a kind.
 */
export const StatusBadge = ({ kind, children }: { kind: StatusKind; children: string }) => (
  <span className={`${styles.badge} ${styles[kind]}`}>
    <Icon name={ICONS[kind]} size={12} />
    {children}
  </span>
);
