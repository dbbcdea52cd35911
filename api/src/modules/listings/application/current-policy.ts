import type { Policy } from '@muheng/contracts/common/policy';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { findPolicyInForce } from '../persistence/policy.repository.js';

export interface PolicyInForce {
  id: string;
  pack: string;
  version: number;
  values: Policy;
}

/**
 * The policy that the market runs under now (domain §16): the pack that `market_setting` names, else the one of the
 * configuration. What has begun keeps its own snapshot.
 */
export async function currentPolicy(tx: Tx | ReadTx, configuredPack: string): Promise<PolicyInForce> {
  const [setting] = await tx.query<{ pack: string }>(
    `select value #>> '{}' as pack from market_setting where key = 'policy.pack'`,
  );
  const pack = setting?.pack ?? configuredPack;
  const found = await findPolicyInForce(tx, pack);
  if (!found) throw new Error(`policy pack ${pack} has no version in force`);
  const { id, version, values } = found;
  return { id, pack, version, values };
}
