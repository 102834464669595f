import type * as Plot from '@observablehq/plot';
import { useEffect, useRef, useState } from 'react';
import { DataTable } from './DataTable.tsx';
import { ErrorNotice } from './ErrorNotice.tsx';
import styles from './Figure.module.css';
import { useText } from './language.tsx';
import { mendSvg } from './mend-svg.ts';
import type { Column } from './table-column.ts';
import { Waiting } from './Waiting.tsx';

type Props<T> = {
  /** What the figure shows, in one sentence with its numbers: "Tiga desa belum mulai menyalurkan." */
  finding: string;
  /** What is drawn, with unit, source and date, below the figure. */
  caption: string;
  rows: readonly T[];
  rowKey: (row: T) => string;
  /** The table twin and the CSV. */
  columns: readonly Column<T>[];
  /** Options of Observable Plot; `width` is the room there is, in px. */
  plot: (plot: typeof Plot, rows: readonly T[], width: number) => Plot.PlotOptions;
  csvName: string;
};

/** Draws into `place` whenever the rows or the room change; the library comes when the first figure is seen. */
const useDrawing = <T,>({ finding, rows, plot }: Props<T>) => {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const [library, setLibrary] = useState<typeof Plot>();
  const [error, setError] = useState<unknown>();
  useEffect(() => {
    import('@observablehq/plot').then((found) => setLibrary(found), setError);
  }, []);
  useEffect(() => {
    if (!place.current) return;
    const watch = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    watch.observe(place.current);
    return () => watch.disconnect();
  }, []);
  useEffect(() => {
    if (!library || width === 0) return;
    const drawn = library.plot({
      style: { fontFamily: 'inherit', fontSize: '12px', background: 'none', overflow: 'visible' },
      marginRight: 40,
      marginBottom: 36,
      ...plot(library, rows, width),
      width,
    });
    mendSvg(drawn, finding);
    place.current?.replaceChildren(drawn);
    return () => drawn.remove();
  }, [library, width, rows, plot, finding]);
  return { place, error, isReady: library !== undefined };
};

/** A figure with its finding, its table and its CSV. Define `plot` outside the page's component, or it is drawn at every render. */
export const Figure = <T,>(props: Props<T>) => {
  const { finding, caption, rows, rowKey, columns, csvName } = props;
  const t = useText({ id: { table: 'Tampilkan sebagai tabel' }, en: { table: 'Show as a table' } });
  const { place, error, isReady } = useDrawing(props);
  return (
    <figure className={styles.figure}>
      <p className={styles.finding}>{finding}</p>
      <ErrorNotice error={error} />
      {!isReady && !error && <Waiting />}
      <div ref={place} className={styles.place} />
      <figcaption className="muted">{caption}</figcaption>
      <details className={styles.table}>
        <summary>{t.table}</summary>
        <DataTable caption={finding} rows={rows} rowKey={rowKey} columns={columns} csv={{ name: csvName }} isCompact />
      </details>
    </figure>
  );
};
