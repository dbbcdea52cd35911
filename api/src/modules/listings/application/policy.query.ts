import { Inject, Injectable } from '@nestjs/common';
import type { policyInForce } from '@muheng/contracts/listings';
import type { z } from 'zod';
import { CONFIG, type Config } from '../../../kernel/config.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { currentPolicy } from './current-policy.js';

/** The policy in force, for forms that propose what a listing would follow (domain §16). */
@Injectable()
export class PolicyQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async inForce(): Promise<z.input<typeof policyInForce>> {
    return this.unitOfWork.read(null, async (tx) => {
      const { pack, version, values } = await currentPolicy(tx, this.config.POLICY_PACK);
      return { pack, version, values };
    });
  }
}
