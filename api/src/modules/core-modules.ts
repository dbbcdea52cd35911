import { BiddingModule } from './bidding/bidding.module.js';
import { ListingsModule } from './listings/listings.module.js';
import { NoticesModule } from './notices/notices.module.js';
import { OversightModule } from './oversight/oversight.module.js';
import { PartiesModule } from './parties/parties.module.js';
import { PaymentsModule } from './payments/payments.module.js';
import { PlannerModule } from './planner/planner.module.js';
import { QuotaBankModule } from './quota-bank/quota-bank.module.js';
import { SettlementModule } from './settlement/settlement.module.js';

/** Every module's rules, use cases and reads; what the worker sees. */
export const coreModules = [
  PartiesModule,
  PaymentsModule,
  QuotaBankModule,
  ListingsModule,
  BiddingModule,
  OversightModule,
  SettlementModule,
  PlannerModule,
  NoticesModule,
];
