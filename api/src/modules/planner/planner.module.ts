import { Module } from '@nestjs/common';
import { BiddingModule } from '../bidding/bidding.module.js';
import { ListingsModule } from '../listings/listings.module.js';
import { QuotaBankModule } from '../quota-bank/quota-bank.module.js';
import { ActOnPlan } from './application/act-on-plan.use-case.js';
import { CarryOutPlans } from './application/carry-out-plans.use-case.js';
import { ClearOnPaper } from './application/clear-on-paper.query.js';
import { DemandBook } from './application/demand-book.service.js';
import { FollowPlans } from './application/follow-plans.use-case.js';
import { MakePlans } from './application/make-plans.use-case.js';
import { PlanQueries } from './application/plan.queries.js';
import { QuotaNotices } from './application/quota-notices.query.js';
import { QuotaRequests } from './application/quota-requests.service.js';
import { SolverPool } from './application/solver/solver-pool.js';

const useCases = [
  ActOnPlan,
  CarryOutPlans,
  ClearOnPaper,
  DemandBook,
  FollowPlans,
  MakePlans,
  PlanQueries,
  QuotaNotices,
  QuotaRequests,
];

/** Covers needs from what is on offer: plans, the demand book, clearing on paper. */
@Module({
  imports: [QuotaBankModule, ListingsModule, BiddingModule],
  providers: [...useCases, SolverPool],
  exports: useCases,
})
export class PlannerModule {}
