import { Refusal } from './errors/refusal.js';

/**
 * Where a page ended: the sort value as PostgreSQL wrote it (an instant with microseconds and all, or a whole number) and
 * the id that breaks ties.
 */
export interface Keyset {
  at: string;
  id: string;
}

const places = {
  instant: /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z)_([0-9a-f-]{36})$/,
  number: /^(\d{1,18})_([0-9a-f-]{36})$/,
};

/** SQL text of a timestamptz for a cursor; `${column}` is ours, never a caller's. */
export const cursorText = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

export const encodeCursor = ({ at, id }: Keyset): string => Buffer.from(`${at}_${id}`).toString('base64url');

/** Throws `request.invalid` for a cursor that no page in an order of this kind gave. */
export function decodeCursor(
  cursor: string | undefined,
  kind: keyof typeof places = 'instant',
): Keyset | null {
  if (cursor === undefined) return null;
  const parts = places[kind].exec(Buffer.from(cursor, 'base64url').toString('utf8'));
  const [, at, id] = parts ?? [];
  if (at === undefined || id === undefined) throw new Refusal('request.invalid', { pointer: '/cursor' });
  return { at, id };
}

/** Cuts the one row too many that tells whether another page follows. */
export function pageOf<Row extends { cursorAt: string; id: string }>(
  rows: readonly Row[],
  limit: number,
): { rows: Row[]; nextCursor: string | null } {
  const kept = rows.slice(0, limit);
  const last = kept.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { rows: kept, nextCursor: more ? encodeCursor({ at: last.cursorAt, id: last.id }) : null };
}
