import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { AppLink } from './AppLink.tsx';
import { saveCsv, toCsv } from './csv.ts';
import styles from './DataTable.module.css';
import { Icon } from './icons.tsx';
import { useText } from './language.tsx';
import { Money } from './Money.tsx';
import { ScrollRegion } from './ScrollRegion.tsx';
import { type Column, headerOf, isOfNumbers, plainCell, unitOf } from './table-column.ts';
import { Unknown } from './Unknown.tsx';
import { UNREAD } from './unread.ts';
import { usePhone } from './use-media.ts';
import { useRoving } from './use-roving.ts';
import { Waiting } from './Waiting.tsx';

const texts = {
  id: {
    empty: 'belum ada data',
    more: 'Muat lagi',
    loading: 'Memuat…',
    csv: 'Unduh CSV',
    actions: 'Tindakan',
    table: (caption: string) => `Tabel: ${caption}`,
    rows: (n: number) => `${n.toLocaleString('id-ID')} baris`,
  },
  en: {
    empty: 'no data yet',
    more: 'Load more',
    loading: 'Loading…',
    csv: 'Download CSV',
    actions: 'Actions',
    table: (caption: string) => `Table: ${caption}`,
    rows: (n: number) => `${n.toLocaleString('id-ID')} rows`,
  },
};

export type { Column } from './table-column.ts';

type Props<T> = {
  /** Names the table for those who hear it. */
  caption: string;
  rows: readonly T[];
  rowKey: (row: T) => string;
  columns: readonly Column<T>[];
  isLoading?: boolean;
  /** The next page, as `useList` gives it. */
  more?: { has: boolean; isLoading: boolean; load: () => void };
  /** Opens a row: an address inside the app, or an act. The first column becomes the link. J and K move, Enter opens. */
  href?: (row: T) => string;
  onOpen?: (row: T) => void;
  /** Marks the row that is open beside the table. */
  currentKey?: string | undefined;
  /** Buttons at the end of a row. */
  actions?: (row: T) => ReactNode;
  /** A CSV from the server (all rows), or one made of the rows on screen under this name. */
  csv?: { href: string } | { name: string };
  /** Said instead of "belum ada data". */
  empty?: ReactNode;
  /** Rows of 30 px instead of 36. */
  isCompact?: boolean;
};

/** A table of rows that are read: sticky header, numbers right-aligned, "muat lagi", CSV; on a phone one block a row. */
export const DataTable = <T,>(props: Props<T>) => {
  const { rows, more, csv, isLoading = false } = props;
  const t = useText(texts);
  const isPhone = usePhone();
  if (isLoading && rows.length === 0) return <Waiting />;
  // The notice above says why; that there are none would be untrue.
  if (rows === UNREAD) return null;
  return (
    <div className={styles.whole}>
      {rows.length === 0 ? (
        <div className={styles.empty}>{props.empty ?? t.empty}</div>
      ) : isPhone ? (
        <Blocks {...props} />
      ) : (
        <Grid {...props} />
      )}
      {rows.length > 0 && (
        <div className={`${styles.foot} screen-only`}>
          <span className="muted">{t.rows(rows.length)}</span>
          {more?.has && (
            <Button onClick={more.load} disabled={more.isLoading}>
              {more.isLoading ? t.loading : t.more}
            </Button>
          )}
          {csv && <CsvLink {...props} csv={csv} />}
        </div>
      )}
    </div>
  );
};

const CsvLink = <T,>({ csv, columns, rows }: Props<T> & { csv: NonNullable<Props<T>['csv']> }) => {
  const t = useText(texts);
  const word = (
    <>
      <Icon name="download" /> {t.csv}
    </>
  );
  if ('href' in csv)
    return (
      <a className={styles.csv} href={csv.href} download>
        {word}
      </a>
    );
  const save = () =>
    saveCsv(
      csv.name,
      toCsv(
        columns.map(headerOf),
        rows.map((row) => columns.map((column) => plainCell(column, row))),
      ),
    );
  return (
    <button type="button" className={`link-button ${styles.csv}`} onClick={save}>
      {word}
    </button>
  );
};

/** A cell's value; null and undefined are "belum diketahui". */
const cellOf = <T,>(column: Column<T>, row: T): ReactNode => {
  if (!('money' in column)) return column.cell(row) ?? <Unknown />;
  const amount = column.money(row);
  return amount === null ? '' : <Money amount={amount} isBare />;
};

const useOpening = <T,>({ rows, rowKey, href, onOpen, currentKey }: Props<T>) => {
  const opens = href !== undefined || onOpen !== undefined;
  const current = currentKey === undefined ? -1 : rows.findIndex((row) => rowKey(row) === currentKey);
  const { rowProps, listProps } = useRoving(rows.length, { isOn: opens, current });
  const opener = (row: T, at: number, children: ReactNode): ReactNode => {
    if (href)
      return (
        <AppLink className={styles.opener} href={href(row)} {...rowProps(at)}>
          {children}
        </AppLink>
      );
    if (onOpen)
      return (
        <button type="button" className={`link-button ${styles.opener}`} onClick={() => onOpen(row)} {...rowProps(at)}>
          {children}
        </button>
      );
    return children;
  };
  return { opener, listProps: opens ? listProps : {}, isCurrent: (at: number) => at === current };
};

const Grid = <T,>(props: Props<T>) => {
  const { caption, rows, rowKey, columns, actions, isCompact = false } = props;
  const t = useText(texts);
  const { opener, listProps, isCurrent } = useOpening(props);
  const place = (column: Column<T>) => (isOfNumbers(column) ? styles.number : undefined);
  return (
    <ScrollRegion className={styles.region} label={t.table(caption)}>
      <table className={isCompact ? `${styles.table} ${styles.compact}` : styles.table} {...listProps}>
        <caption className="spoken">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={place(column)} style={{ minWidth: column.width }}>
                {column.header}
                {unitOf(column) !== undefined && <span className={styles.unit}> ({unitOf(column)})</span>}
              </th>
            ))}
            {actions && (
              <th scope="col">
                <span className="spoken">{t.actions}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={rowKey(row)} aria-current={isCurrent(at) ? 'true' : undefined}>
              {columns.map((column, i) => (
                <td key={column.key} className={place(column)}>
                  {i === 0 ? opener(row, at, cellOf(column, row)) : cellOf(column, row)}
                </td>
              ))}
              {actions && <td className={styles.actions}>{actions(row)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
};

const Blocks = <T,>(props: Props<T>) => {
  const { caption, rows, rowKey, columns, actions } = props;
  const { opener, isCurrent } = useOpening(props);
  const [first, ...others] = columns;
  return (
    <ul className={styles.blocks} aria-label={caption}>
      {rows.map((row, at) => (
        <li key={rowKey(row)} aria-current={isCurrent(at) ? 'true' : undefined}>
          {first && <div className={styles.blockTitle}>{opener(row, at, cellOf(first, row))}</div>}
          <dl>
            {others
              .filter((column) => cellOf(column, row) !== '')
              .map((column) => (
                <div key={column.key}>
                  <dt>{headerOf(column)}</dt>
                  <dd>{cellOf(column, row)}</dd>
                </div>
              ))}
          </dl>
          {actions && <div className="row">{actions(row)}</div>}
        </li>
      ))}
    </ul>
  );
};
