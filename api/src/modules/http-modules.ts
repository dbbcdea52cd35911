import { BiddingHttpModule } from './bidding/http/bidding-http.module.js';
import { PracticeHttpModule } from './bidding/http/practice-http.module.js';
import { ListingsHttpModule } from './listings/http/listings-http.module.js';
import { NoticesHttpModule } from './notices/http/notices-http.module.js';
import { OversightHttpModule } from './oversight/http/oversight-http.module.js';
import { PartiesHttpModule } from './parties/http/parties-http.module.js';
import { PaymentsHttpModule } from './payments/http/payments-http.module.js';
import { PlannerHttpModule } from './planner/http/planner-http.module.js';
import { QuotaBankHttpModule } from './quota-bank/http/quota-bank-http.module.js';
import { SettlementHttpModule } from './settlement/http/settlement-http.module.js';

/** Every module's doors. */
export const httpModules = [
  PartiesHttpModule,
  PaymentsHttpModule,
  QuotaBankHttpModule,
  ListingsHttpModule,
  BiddingHttpModule,
  PracticeHttpModule,
  OversightHttpModule,
  SettlementHttpModule,
  PlannerHttpModule,
  NoticesHttpModule,
];
