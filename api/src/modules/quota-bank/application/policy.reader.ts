import { Inject, Injectable } from '@nestjs/common';
import type { Policy } from '@muheng/contracts/common/policy';
import { CONFIG, type Config } from '../../../kernel/config.js';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { findPolicyInForce } from '../persistence/policy.repository.js';

export interface CurrentPolicy {
  /** Pack and version, as shown beside every number that rests on it: `ningxia v3`. */
  name: string;
  values: Policy;
}

/** The policy that a rule of this module follows now (domain §16). */
@Injectable()
export class PolicyReader {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Throws Error when the market has no such pack: it was founded wrongly. */
  async current(tx: Tx | ReadTx): Promise<CurrentPolicy> {
    const pack = this.config.POLICY_PACK;
    const policy = await findPolicyInForce(tx, pack);
    if (!policy) throw new Error(`The policy pack ${pack} has no version in force.`);
    return { name: `${pack} v${policy.version}`, values: policy.values };
  }
}
