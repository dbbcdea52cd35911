import { Module } from '@nestjs/common';
import { OversightModule } from '../oversight.module.js';
import { OversightController } from './oversight.controller.js';
import { ReconciliationsController } from './reconciliations.controller.js';

@Module({ imports: [OversightModule], controllers: [OversightController, ReconciliationsController] })
export class OversightHttpModule {}
