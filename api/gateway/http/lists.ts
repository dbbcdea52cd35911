import type { Statement } from '../database/table.js';
import type { WireObject } from '../database/unit.js';
import { missing } from '../domain/stripe-error.js';
import { KINDS, type Kind, type KindName } from '../resources/kinds.js';
import type { Reader } from './expand.js';
import type { Params } from './params.js';

/** A page of objects, newest first. */
export interface ListObject {
  readonly object: 'list';
  readonly url: string;
  readonly has_more: boolean;
  readonly data: WireObject[];
}

/** One condition; `?` in the text stands for its value. */
export interface Filter {
  readonly text: string;
  readonly value: unknown;
}

interface Page {
  readonly limit: number;
  readonly after: string | null | undefined;
  readonly before: string | null | undefined;
}

const COMPARISONS = { gt: '>', gte: '>=', lt: '<', lte: '<=' } as const;
const LATEST = 4_102_444_800;

/** `created=…` or `created[gte]=…`, in whole seconds. */
export function createdFilters(params: Params): Filter[] {
  const inSeconds = "date_trunc('second', created)";
  const nested = params.isObject('created') ? params.object('created') : undefined;
  if (nested) {
    const filters = Object.entries(COMPARISONS).flatMap(([key, sign]) => {
      const at = nested.integer(key, 0, LATEST);
      return at === undefined ? [] : [{ text: `${inSeconds} ${sign} to_timestamp(?)`, value: at }];
    });
    nested.finish();
    return filters;
  }
  const at = params.integer('created', 0, LATEST);
  return at === undefined ? [] : [{ text: `${inSeconds} = to_timestamp(?)`, value: at }];
}

/** Conditions for parameters that are compared as they are. */
export function equalFilters(params: Params, columns: readonly string[]): Filter[] {
  return columns.flatMap((column) => {
    const value = params.text(column);
    return value === undefined || value === null ? [] : [{ text: `${column} = ?`, value }];
  });
}

export function readPage(params: Params): Page {
  return {
    limit: params.integer('limit', 1, 100) ?? 10,
    after: params.text('starting_after'),
    before: params.text('ending_before'),
  };
}

function statementOf(kind: Kind, filters: readonly Filter[], page: Page): Statement {
  const values: unknown[] = [];
  const conditions = filters.map(({ text, value }) => {
    values.push(value);
    return text.replace('?', `$${values.length}`);
  });
  const cursor = page.before ?? page.after;
  if (cursor) {
    values.push(cursor);
    const sign = page.before ? '>' : '<';
    conditions.push(`seq ${sign} (SELECT seq FROM gateway.${kind.tableName} WHERE id = $${values.length})`);
  }
  values.push(page.limit + 1);
  const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';
  const text = `SELECT ${kind.columns} FROM gateway.${kind.tableName} ${where}
    ORDER BY seq ${page.before ? 'ASC' : 'DESC'} LIMIT $${values.length}`;
  return { name: '', text, values };
}

/**
 * One page of a list; both cursors exclude the object that they name.
 * @throws StripeError 404 for a cursor that names nothing
 */
export async function listPage(
  name: KindName,
  url: string,
  filters: readonly Filter[],
  page: Page,
  read: Reader,
): Promise<ListObject> {
  const kind: Kind = KINDS[name];
  const rows = await read(statementOf(kind, filters, page));
  const cursor = page.before ?? page.after;
  // A cursor that names nothing finds nothing; only then is it worth asking which it was.
  if (cursor && rows.length === 0) {
    const text = `SELECT id FROM gateway.${kind.tableName} WHERE id = $1`;
    const param = page.before ? 'ending_before' : 'starting_after';
    if ((await read({ name: '', text, values: [cursor] })).length === 0) throw missing(name, cursor, param);
  }
  const shown = rows.slice(0, page.limit);
  if (page.before) shown.reverse();
  const data = shown.map((row) => kind.toWire(row as never));
  return { object: 'list', url, has_more: rows.length > page.limit, data };
}
