import type { ReactElement, ReactNode } from 'react';
import { cx } from '../../lib/cx.js';
import styles from './data-table.module.css';

export interface Column<Row> {
  key: string;
  head: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Figures stand right, with their unit in the head (look.md, Type). */
  figure?: boolean;
  /** The one cell that names the row; on a phone it is the card's title. */
  title?: boolean;
  /** Left out on a phone, where the row is a card. */
  wideOnly?: boolean;
  width?: string;
}

interface DataTableProps<Row> {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Marks a row: refused, live, chosen. */
  tone?: (row: Row) => 'up' | 'wait' | 'primary' | undefined;
  foot?: ReactNode;
}

/** A dense table on a desk; on a phone each row is a card that names its figures. */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  rowKey,
  tone,
  foot,
}: DataTableProps<Row>): ReactElement {
  return (
    <div className={styles['scroll']}>
      <table className={styles['table']}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) =>
              // A column of buttons has no head: an empty cell, for a header must have words.
              column.head === '' ? (
                <td key={column.key} />
              ) : (
                <th
                  key={column.key}
                  scope="col"
                  className={cx(column.figure && styles['figure'])}
                  style={column.width ? { width: column.width } : undefined}
                >
                  {column.head}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} className={cx(styles[tone?.(row) ?? 'plain'])}>
              {columns.map((column) => (
                <Cell key={column.key} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
        {foot ? <tfoot>{foot}</tfoot> : null}
      </table>
    </div>
  );
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }): ReactElement {
  const content = column.cell(row);
  const className = cx(
    column.figure && styles['figure'],
    column.title && styles['title'],
    column.wideOnly && styles['wideOnly'],
  );
  if (column.title) {
    return (
      <th scope="row" className={className}>
        {content}
      </th>
    );
  }
  return (
    <td className={className}>
      <span className={styles['cardLabel']} aria-hidden="true">
        {column.head}
      </span>
      <span className={styles['value']}>{content}</span>
    </td>
  );
}
