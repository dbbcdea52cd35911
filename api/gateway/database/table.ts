/** One statement. The name lets each connection plan it once. */
export interface Statement {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** How a column's value reaches PostgreSQL: `json` is written as text, all else as it is. */
export type ColumnKind = 'plain' | 'json';

type Columns<Row> = { readonly [Column in keyof Row & string]-?: ColumnKind };

/** A table whose rows are read and saved whole. */
export interface Table<Row extends { readonly id: string }> {
  readonly name: string;
  /** Inserts the row, or replaces the one with its id. */
  save(row: Row): Statement;
  /** The row of an id, or none. `lock` keeps it for this transaction. */
  byId(id: string, lock?: 'lock'): Statement;
  /** Rows whose column has this value, newest first; locked if asked. */
  where(column: keyof Row & string, value: unknown, lock?: 'lock'): Statement;
}

/**
 * Describes a table by its columns. `seq`, which every table has beside them, is the order of creation.
 * @param name without the schema
 */
export function table<Row extends { readonly id: string }>(name: string, columns: Columns<Row>): Table<Row> {
  const names = Object.keys(columns) as (keyof Row & string)[];
  const list = names.join(', ');
  const holders = names.map((_, index) => `$${index + 1}`).join(', ');
  const updates = names.filter((column) => column !== 'id').map((column) => `${column} = EXCLUDED.${column}`);
  const save = `INSERT INTO gateway.${name} (${list}) VALUES (${holders})
    ON CONFLICT (id) DO UPDATE SET ${updates.join(', ')}`;
  const where = (column: string, lock?: 'lock'): string =>
    `SELECT ${list} FROM gateway.${name} WHERE ${column} = $1 ORDER BY seq DESC${lock ? ' FOR UPDATE' : ''}`;
  const valueOf = (row: Row, column: keyof Row & string): unknown => {
    const value = row[column];
    return columns[column] === 'json' && value !== null ? JSON.stringify(value) : value;
  };
  const find = (column: string, value: unknown, lock?: 'lock'): Statement => ({
    name: `${name}.${column}${lock ? '.lock' : ''}`,
    text: where(column, lock),
    values: [value],
  });
  return {
    name,
    save: (row) => ({
      name: `${name}.save`,
      text: save,
      values: names.map((column) => valueOf(row, column)),
    }),
    byId: (id, lock) => find('id', id, lock),
    where: find,
  };
}
