import type { QuotaAsset, QuotaKind } from '@muheng/contracts/common/component';
import { assetOf, components, quantities, type Quantities } from '@muheng/contracts/common/component';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import type { QuotaBucket } from './journal.js';

/** What a party holds of one indicator in one bucket, from the balances. */
export async function quotaBalance(
  tx: Tx | ReadTx,
  partyId: string,
  quota: QuotaKind,
  bucket: QuotaBucket,
): Promise<Quantities> {
  const rows = await tx.query<{ asset: QuotaAsset; balance: bigint }>(
    'select asset, balance from account where party_id = $1 and bucket = $2 and asset = any($3)',
    [partyId, bucket, components.map((component) => assetOf(quota, component))],
  );
  const of = new Map(rows.map((row) => [row.asset, row.balance]));
  const [area, paddy, capacity] = components.map((component) => of.get(assetOf(quota, component)) ?? 0n);
  return quantities(area ?? 0n, paddy ?? 0n, capacity ?? 0n);
}

/** What one lot holds in one bucket, from its live slices. */
export async function lotBalance(tx: Tx | ReadTx, lotId: string, bucket: QuotaBucket): Promise<Quantities> {
  const rows = await tx.query<{ component: string; amount: bigint }>(
    `select split_part(asset, '.', 2) as component, sum(upper(serials) - lower(serials))::bigint as amount
     from slice where lot_id = $1 and bucket = $2 and retired_by is null group by asset`,
    [lotId, bucket],
  );
  const of = new Map(rows.map((row) => [row.component, row.amount]));
  return quantities(of.get('AREA') ?? 0n, of.get('PADDY') ?? 0n, of.get('CAPACITY') ?? 0n);
}
