import { components, type Quantities, type QuotaKind, quantities } from '@muheng/contracts/common/component';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';

/** bucket → quantities; a bucket that never held anything is absent. */
export type Buckets = Map<string, Quantities>;

interface HoldingRow {
  key: string;
  bucket: string;
  component: string;
  amount: bigint;
}

function gather(rows: readonly HoldingRow[]): Map<string, Buckets> {
  const amounts = new Map<string, Map<string, Map<string, bigint>>>();
  for (const { key, bucket, component, amount } of rows) {
    const buckets = amounts.get(key) ?? new Map<string, Map<string, bigint>>();
    const each = buckets.get(bucket) ?? new Map<string, bigint>();
    amounts.set(key, buckets.set(bucket, each.set(component.toLowerCase(), amount)));
  }
  const triple = (each: Map<string, bigint>): Quantities => {
    const [area, paddy, capacity] = components.map((component) => each.get(component) ?? 0n);
    return quantities(area ?? 0n, paddy ?? 0n, capacity ?? 0n);
  };
  return new Map(
    [...amounts].map(([key, buckets]) => [
      key,
      new Map([...buckets].map(([name, each]) => [name, triple(each)])),
    ]),
  );
}

/** What parties hold of one indicator, bucket by bucket, from the balances; by party id. */
export async function readPartyHoldings(
  tx: Tx | ReadTx,
  partyIds: readonly string[],
  quota: QuotaKind,
): Promise<Map<string, Buckets>> {
  const rows = await tx.query<HoldingRow>(
    `select party_id as key, bucket, split_part(asset, '.', 2) as component, balance as amount
     from account where party_id = any($1) and asset like $2 || '.%' and bucket <> 'origin'`,
    [partyIds, quota],
  );
  return gather(rows);
}

/** What lots hold, bucket by bucket, from their live slices; by lot id. */
export async function readLotHoldings(
  tx: Tx | ReadTx,
  lotIds: readonly string[],
): Promise<Map<string, Buckets>> {
  const rows = await tx.query<HoldingRow>(
    `select lot_id as key, bucket, split_part(asset, '.', 2) as component,
       sum(upper(serials) - lower(serials))::bigint as amount
     from slice where lot_id = any($1) and retired_by is null group by lot_id, bucket, asset`,
    [lotIds],
  );
  return gather(rows);
}
