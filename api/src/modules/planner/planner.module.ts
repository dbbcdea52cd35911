import { Module } from '@nestjs/common';
import { QuotaBankModule } from '../quota-bank/quota-bank.module.js';
import { MakePlans } from './application/make-plans.use-case.js';
import { PlanQueries } from './application/plan.queries.js';
import { SolverPool } from './application/solver/solver-pool.js';

const useCases = [MakePlans, PlanQueries];

/** Covers needs from what is on offer: plans, the demand book, clearing on paper. */
@Module({ imports: [QuotaBankModule], providers: [...useCases, SolverPool], exports: useCases })
export class PlannerModule {}
