import { Module } from '@nestjs/common';
import { KernelHttpModule } from '../../../kernel/http/kernel-http.module.js';
import { PlannerModule } from '../planner.module.js';
import { ClearingController } from './clearing.controller.js';
import { DemandController } from './demand.controller.js';
import { PlanRuns } from './plan-runs.js';
import { PlanRunsController } from './plan-runs.controller.js';
import { PlansController } from './plans.controller.js';
import { QuotaRequestsController } from './quota-requests.controller.js';

@Module({
  imports: [KernelHttpModule, PlannerModule],
  controllers: [
    PlansController,
    PlanRunsController,
    QuotaRequestsController,
    DemandController,
    ClearingController,
  ],
  providers: [PlanRuns],
})
export class PlannerHttpModule {}
