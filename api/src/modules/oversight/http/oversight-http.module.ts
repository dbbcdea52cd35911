import { Module } from '@nestjs/common';
import { OversightModule } from '../oversight.module.js';
import { AuditLogController } from './audit-log.controller.js';
import { ChangesController } from './changes.controller.js';
import { ComplaintsController } from './complaints.controller.js';
import { MeasuresController } from './measures.controller.js';
import { OversightController } from './oversight.controller.js';
import { AtlasController } from './atlas.controller.js';
import { PriceIndexController } from './price-index.controller.js';
import { ReconciliationsController } from './reconciliations.controller.js';
import { SurveillanceController } from './surveillance.controller.js';
import { WebhooksController } from './webhooks.controller.js';

@Module({
  imports: [OversightModule],
  controllers: [
    AuditLogController,
    ChangesController,
    ComplaintsController,
    SurveillanceController,
    WebhooksController,
    MeasuresController,
    OversightController,
    AtlasController,
    PriceIndexController,
    ReconciliationsController,
  ],
})
export class OversightHttpModule {}
