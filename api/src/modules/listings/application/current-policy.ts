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

/** The policy that the market runs under now (domain §16). What has begun keeps its own snapshot. */
export async function currentPolicy(tx: Tx | ReadTx, pack: string): Promise<PolicyInForce> {
  const found = await findPolicyInForce(tx, pack);
  if (!found) throw new Error(`policy pack ${pack} has no version in force`);
  const { id, version, values } = found;
  return { id, pack, version, values };
}
