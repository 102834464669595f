import { useText } from './language.tsx';
import { useSlow } from './use-slow.ts';

/** Says after 0.4 s that something is on its way; shorter waits say nothing. */
export const Waiting = ({ what }: { what?: string | undefined }) => {
  const t = useText({ id: { reading: 'Sedang membaca…' }, en: { reading: 'Reading…' } });
  const isSlow = useSlow(true);
  return (
    <p role="status" className="muted" style={{ minHeight: 20 }}>
      {isSlow ? (what ?? t.reading) : ''}
    </p>
  );
};
