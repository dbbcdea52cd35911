import type { Policy } from '@muheng/contracts/common/policy';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';

export interface PolicyInForce {
  version: number;
  values: Policy;
}

/** The newest released version of a pack at market time. Listings found and release packs; this only reads. */
export async function findPolicyInForce(tx: Tx | ReadTx, pack: string): Promise<PolicyInForce | null> {
  const [row] = await tx.query<PolicyInForce>(
    `select version, values from policy_version
     where pack = $1 and released_at is not null and effective_from <= app_now() order by version desc limit 1`,
    [pack],
  );
  return row ?? null;
}
