import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/access/actor.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { findActs } from '../persistence/plan-act.repository.js';
import { findPlanSet, type PlanSetWire } from '../persistence/plan-set.repository.js';
import { type ActView, viewActs } from './act-view.js';

/** Plans that were made, under the reader's own sight. */
@Injectable()
export class PlanQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Throws `planner.plan-not-found`. */
  async one(actor: Actor, id: string): Promise<PlanSetWire> {
    const found = await this.unitOfWork.read(actor, (tx) => findPlanSet(tx, id));
    if (!found) throw new Refusal('planner.plan-not-found');
    return found;
  }

  /** What the reader's party carries out, newest first, with where each step stands now. */
  async acts(actor: Actor): Promise<{ items: ActView[] }> {
    const items = await this.unitOfWork.readMarket(async (tx) =>
      viewActs(tx, await findActs(tx, actor.partyId ?? '')),
    );
    return { items };
  }
}
