import { Module } from '@nestjs/common';
import { OversightModule } from '../oversight.module.js';
import { AuditLogController } from './audit-log.controller.js';
import { ChangesController } from './changes.controller.js';
import { ComplaintsController } from './complaints.controller.js';
import { MeasuresController } from './measures.controller.js';
import { MonthReportsController } from './month-reports.controller.js';
import { OversightController } from './oversight.controller.js';
import { AtlasController } from './atlas.controller.js';
import { PriceIndexController } from './price-index.controller.js';
import { ReconciliationsController } from './reconciliations.controller.js';
import { RegionMapController } from './region-map.controller.js';
import { SurveillanceController } from './surveillance.controller.js';
import { SuspensionsController } from './suspensions.controller.js';
import { WebhooksController } from './webhooks.controller.js';

@Module({
  imports: [OversightModule],
  controllers: [
    AuditLogController,
    ChangesController,
    ComplaintsController,
    SurveillanceController,
    SuspensionsController,
    WebhooksController,
    MeasuresController,
    MonthReportsController,
    OversightController,
    AtlasController,
    PriceIndexController,
    ReconciliationsController,
    RegionMapController,
  ],
})
export class OversightHttpModule {}
