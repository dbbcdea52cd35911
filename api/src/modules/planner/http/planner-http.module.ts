import { Module } from '@nestjs/common';
import { PlannerModule } from '../planner.module.js';
import { ClearingController } from './clearing.controller.js';
import { DemandController } from './demand.controller.js';
import { PlansController } from './plans.controller.js';

@Module({ imports: [PlannerModule], controllers: [PlansController, DemandController, ClearingController] })
export class PlannerHttpModule {}
