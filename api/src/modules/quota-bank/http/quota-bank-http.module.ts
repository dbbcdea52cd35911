import { Module } from '@nestjs/common';
import { QuotaBankModule } from '../quota-bank.module.js';
import { CountyFirstController } from './county-first.controller.js';
import { CountyRecordsController } from './county-records.controller.js';
import { ProjectImportsController } from './project-imports.controller.js';
import { BankPapersController } from './bank-papers.controller.js';
import { EligibilityController } from './eligibility.controller.js';
import { ProjectRecordsController } from './project-records.controller.js';
import { QuotaActsController } from './quota-acts.controller.js';
import { QuotaUsesController } from './quota-uses.controller.js';
import { ProjectsController } from './projects.controller.js';

@Module({
  imports: [QuotaBankModule],
  controllers: [
    BankPapersController,
    EligibilityController,
    ProjectRecordsController,
    QuotaActsController,
    QuotaUsesController,
    ProjectsController,
    CountyRecordsController,
    CountyFirstController,
    ProjectImportsController,
  ],
})
export class QuotaBankHttpModule {}
