import { Unknown } from '#web/ui/Unknown.tsx';

/** Stands for an old value nobody knew: it is not struck through, because nothing is replaced. */
export const NoOld = () => (
  <span style={{ display: 'inline-block' }}>
    <Unknown />
  </span>
);
