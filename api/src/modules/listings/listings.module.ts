import { Module } from '@nestjs/common';
import { ListingEnforcement } from '../quota-bank/application/listing-enforcement.js';
import { QuotaBankModule } from '../quota-bank/quota-bank.module.js';
import { AnswerReduction } from './application/answer-reduction.use-case.js';
import { CertifyListing } from './application/certify-listing.use-case.js';
import { CountyFirstEnforcement } from './application/county-first-enforcement.js';
import { DecideApproval } from './application/decide-approval.use-case.js';
import { DraftListing } from './application/draft-listing.use-case.js';
import { ListingQueries } from './application/listing.queries.js';
import { LotOrderQueries } from './application/lot-order.queries.js';
import { OrderLots } from './application/order-lots.use-case.js';
import { OpenListing } from './application/open-listing.use-case.js';
import { PolicyQuery } from './application/policy.query.js';
import { KeepCalendar } from './application/keep-calendar.use-case.js';
import { PolicyStudio } from './application/policy-studio.use-case.js';
import { ReviewSample } from './application/review-sample.use-case.js';
import { WithdrawListing } from './application/withdraw-listing.use-case.js';

const useCases = [
  DraftListing,
  CertifyListing,
  DecideApproval,
  WithdrawListing,
  AnswerReduction,
  OpenListing,
  ListingQueries,
  LotOrderQueries,
  OrderLots,
  ReviewSample,
  PolicyQuery,
  KeepCalendar,
  PolicyStudio,
];

/** Drafts, certificates, approvals, notices (domain §7). */
@Module({
  imports: [QuotaBankModule],
  providers: [...useCases, { provide: ListingEnforcement, useClass: CountyFirstEnforcement }],
  exports: [...useCases, ListingEnforcement],
})
export class ListingsModule {}
