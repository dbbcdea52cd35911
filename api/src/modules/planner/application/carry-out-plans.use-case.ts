import { Injectable, Logger } from '@nestjs/common';
import { v5 as uuidv5 } from 'uuid';
import { type CommandContext, systemActor } from '../../../kernel/access/actor.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { Buy } from '../../bidding/application/buy.use-case.js';
import { findDuePurchases } from '../persistence/plan-act.repository.js';

/** Buys what a plan means to buy at a fixed price, as soon as the market lets it: nothing is left to decide there. */
@Injectable()
export class CarryOutPlans {
  private readonly log = new Logger('CarryOutPlans');

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly buy: Buy,
  ) {}

  /**
   * After an act, when a listing opens, and when a deposit has come or the wallet stands for it. Each purchase is a command of its own with a key
   * made of act and listing, for the person who acted: dying between two loses nothing, and no job buys twice.
   */
  async execute(
    context: CommandContext,
    of: { actId?: string; listingId?: string; paymentIds?: readonly string[]; registrationId?: string },
  ): Promise<{ bought: number }> {
    const due = await this.unitOfWork.readMarket((tx) => findDuePurchases(tx, of));
    let bought = 0;
    for (const { actId, listingId, ...buyer } of due) {
      const own = { ...context, key: uuidv5(listingId, actId), actor: { ...systemActor, ...buyer } };
      try {
        await this.buy.execute(own, listingId);
        bought += 1;
      } catch (error) {
        // Somebody was quicker, or the hour has not come: the end of the listing tells the plan, its opening us.
        if (!(error instanceof Refusal)) throw error;
        this.log.debug(`Plan ${actId} did not buy ${listingId}: ${error.code}`);
      }
    }
    return { bought };
  }
}
