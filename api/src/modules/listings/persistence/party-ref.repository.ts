import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';

export interface PartyRefRow {
  code: string;
  nameZh: string;
  nameEn: string;
  regionCode: string;
}

/** Names of parties, by id. */
export async function findPartyRefs(
  tx: Tx | ReadTx,
  ids: readonly string[],
): Promise<Map<string, PartyRefRow>> {
  const rows = await tx.query<PartyRefRow & { id: string }>(
    `select id, code, name_zh as "nameZh", name_en as "nameEn", region_code as "regionCode"
     from party where id = any($1)`,
    [ids],
  );
  return new Map(rows.map(({ id, ...party }) => [id, party]));
}

/** Names of parties, in the order of these codes. */
export const findPartiesByCode = (tx: Tx | ReadTx, codes: readonly string[]): Promise<PartyRefRow[]> =>
  tx.query<PartyRefRow>(
    `select code, name_zh as "nameZh", name_en as "nameEn", region_code as "regionCode"
     from party where code = any($1) order by array_position($1::text[], code)`,
    [codes],
  );

/** The party with this code: whose lane it is. */
export async function findPartyId(tx: Tx, code: string): Promise<string | null> {
  const [row] = await tx.query<{ id: string }>('select id from party where code = $1', [code]);
  return row?.id ?? null;
}
