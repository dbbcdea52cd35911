import { Module } from '@nestjs/common';
import { ListingsModule } from '../listings.module.js';
import { CalendarController } from './calendar.controller.js';
import { ListingApprovalsController } from './listing-approvals.controller.js';
import { LotOrdersController } from './lot-orders.controller.js';
import { ListingsController } from './listings.controller.js';
import { PolicyController } from './policy.controller.js';
import { SampleReviewsController } from './sample-reviews.controller.js';

@Module({
  imports: [ListingsModule],
  controllers: [
    LotOrdersController,
    ListingsController,
    ListingApprovalsController,
    CalendarController,
    PolicyController,
    SampleReviewsController,
  ],
})
export class ListingsHttpModule {}
