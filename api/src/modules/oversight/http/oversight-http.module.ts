import { Module } from '@nestjs/common';
import { OversightModule } from '../oversight.module.js';
import { AuditLogController } from './audit-log.controller.js';
import { OversightController } from './oversight.controller.js';
import { ReconciliationsController } from './reconciliations.controller.js';

@Module({
  imports: [OversightModule],
  controllers: [AuditLogController, OversightController, ReconciliationsController],
})
export class OversightHttpModule {}
