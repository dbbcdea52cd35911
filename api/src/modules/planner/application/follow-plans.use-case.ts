import { Injectable } from '@nestjs/common';
import { v5 as uuidv5 } from 'uuid';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import {
  type ActRow,
  findActsDeclined,
  findActsThatLost,
  loseAct,
} from '../persistence/plan-act.repository.js';
import { insertPlanSet } from '../persistence/plan-set.repository.js';
import { withdrawRequestsOf } from '../persistence/quota-request.repository.js';
import { MakePlans } from './make-plans.use-case.js';

/** Follows plans that are carried out: when a lot is lost, what is still missing is planned anew. */
@Injectable()
export class FollowPlans {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly makePlans: MakePlans,
  ) {}

  /**
   * A listing has ended. Solves first, writes after: dying between the two loses nothing, for the job comes again and
   * an act that is no longer open is left alone.
   */
  async execute(context: CommandContext, listingId: string): Promise<void> {
    const lost = await this.unitOfWork.readMarket((tx) => findActsThatLost(tx, listingId));
    for (const act of lost) await this.planAnew(context, act);
  }

  /** An owner has declined what a plan had asked for. As `execute`. */
  async declined(context: CommandContext, requestId: string): Promise<void> {
    const lost = await this.unitOfWork.readMarket((tx) => findActsDeclined(tx, requestId));
    for (const act of lost) await this.planAnew(context, act);
  }

  private async planAnew(context: CommandContext, act: ActRow): Promise<void> {
    const input = { quota: 'SFQ', needId: act.needId, patience: 'quick' } as const;
    const buyer = { partyId: act.partyId, partyCode: act.partyCode };
    const result = await this.makePlans.solve(buyer, input).catch((error: unknown) => {
      // Somebody who may buy nothing now (suspended, covered) gets no new plan; the act stays as it is shown.
      if (error instanceof Refusal) return null;
      throw error;
    });
    if (result === null) return;
    const command = { name: 'planner.follow', scope: 'market' } as const;
    const own = { ...context, key: uuidv5(act.id, context.key) };
    await this.unitOfWork.run(command, own, { act: act.id }, async (tx) => {
      await insertPlanSet(tx, { result, partyId: act.partyId, input, byPersonId: act.byPersonId });
      // A twin of this job was quicker: the act points at its plan, ours is one more to choose from.
      if (!(await loseAct(tx, act.id, result.id))) return null;
      await withdrawRequestsOf(tx, act.id);
      tx.audit('plan-act', act.id, { lost: true, next: result.id });
      tx.notify('market', { event: 'plan-lost', actId: act.id });
      return null;
    });
  }
}
