import { Module } from '@nestjs/common';
import { PlannerModule } from '../planner.module.js';
import { PlansController } from './plans.controller.js';

@Module({ imports: [PlannerModule], controllers: [PlansController] })
export class PlannerHttpModule {}
