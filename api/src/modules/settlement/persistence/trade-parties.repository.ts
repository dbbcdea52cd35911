import type { Tx } from '../../../kernel/unit-of-work/tx.js';

/** The city that a county lies in, by the first four digits of its code; null for the region's own. */
export async function findCityOf(tx: Tx, regionCode: string): Promise<string | null> {
  const [row] = await tx.query<{ id: string }>(
    `select id from party where kind = 'city' and region_code = $1`,
    [`${regionCode.slice(0, 4)}00`],
  );
  return row?.id ?? null;
}

/** Those of some parties that are counties, in id order: the order of their margins' locks. */
export async function countiesAmong(tx: Tx, partyIds: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select id from party where id = any($1) and kind = 'county' order by id`,
    [partyIds],
  );
  return rows.map((row) => row.id);
}

/** The id of a seat of government, which every market has. */
export async function idOfCode(tx: Tx, code: string): Promise<string> {
  const [row] = await tx.query<{ id: string }>('select id from party where code = $1', [code]);
  if (!row) throw new Error(`party ${code} is not founded`);
  return row.id;
}

/** Parties' codes by id, for the numbers of their lots. */
export async function codesOf(tx: Tx, partyIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ id: string; code: string }>('select id, code from party where id = any($1)', [
    partyIds,
  ]);
  return new Map(rows.map(({ id, code }) => [id, code]));
}
