import { Link } from '@tanstack/react-router';
import { Icon } from '#web/ui/icons.tsx';
import { useText } from '#web/ui/language.tsx';
import { useGet } from '#web/ui/queries.ts';
import styles from './Shell.module.css';

/** The way to one's own box, with how many messages there are unread. */
export const Bell = () => {
  const t = useText({
    id: { box: 'Kotak pesan', unread: (n: number) => `${n} belum dibaca` },
    en: { box: 'Messages', unread: (n: number) => `${n} unread` },
  });
  const { data } = useGet('/api/box/unread', { every: 60_000 });
  const unread = data?.unread ?? 0;
  return (
    <Link
      to="/pesan"
      className={`${styles.tool} screen-only`}
      title={unread > 0 ? `${t.box}: ${t.unread(unread)}` : t.box}
      aria-label={unread > 0 ? `${t.box}, ${t.unread(unread)}` : t.box}
    >
      <Icon name="bell" />
      {unread > 0 && <strong aria-hidden="true">{unread > 99 ? '99+' : unread}</strong>}
    </Link>
  );
};
