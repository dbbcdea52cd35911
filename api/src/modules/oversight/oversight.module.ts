import { Module } from '@nestjs/common';
import { PaymentsModule } from '../payments/payments.module.js';
import { QuotaBankModule } from '../quota-bank/quota-bank.module.js';
import { SettlementModule } from '../settlement/settlement.module.js';
import { AtlasQueries } from './application/atlas.queries.js';
import { AuditEntries } from './application/audit-entries.queries.js';
import { AlertQueries } from './application/alert.queries.js';
import { ChangeFeedQueries } from './application/change-feed.queries.js';
import { CockpitQueries } from './application/cockpit.queries.js';
import { SealMonths } from './application/seal-months.use-case.js';
import { DecideAlert } from './application/decide-alert.use-case.js';
import { PriceIndexQueries } from './application/price-index.queries.js';
import { ProofQueries } from './application/proof.queries.js';
import { PublishCheckpoint } from './application/publish-checkpoint.use-case.js';
import { MakeMonthReport } from './application/month-report/make-month-report.use-case.js';
import { MonthReports } from './application/month-report/month-reports.use-case.js';
import { CarryOut } from './application/measures/carry-out.js';
import { TakeMeasure } from './application/measures/take-measure.use-case.js';
import { KeepCase } from './application/keep-case.use-case.js';
import { ManageWebhooks } from './application/manage-webhooks.use-case.js';
import { MarketSummaryQueries } from './application/market-summary.queries.js';
import { ObjectToTrade } from './application/object-to-trade.use-case.js';
import { OverviewQueries } from './application/overview.queries.js';
import { RaiseAlert } from './application/raise-alert.use-case.js';
import { ReconcileMarket } from './application/reconcile-market.use-case.js';
import { ReconciliationQueries } from './application/reconciliation.queries.js';
import { Report } from './application/report.use-case.js';
import { KeepRegionMap } from './application/keep-region-map.use-case.js';
import { RegionMapQueries } from './application/region-map.queries.js';
import { SendWebhooks } from './application/send-webhooks.use-case.js';
import { StartReconciliation } from './application/start-reconciliation.use-case.js';
import { SuspensionQueries } from './application/suspension.queries.js';
import { WatchMarket } from './application/watch-market.use-case.js';
import { AuditSealer } from './persistence/audit-sealer.js';
import { PublicationNumberer } from './persistence/publication-numberer.js';
import { MarketAuditor } from './persistence/market-auditor.js';

const useCases = [
  AlertQueries,
  AuditEntries,
  ChangeFeedQueries,
  CockpitQueries,
  DecideAlert,
  KeepCase,
  MakeMonthReport,
  KeepRegionMap,
  ManageWebhooks,
  MarketSummaryQueries,
  MonthReports,
  ObjectToTrade,
  OverviewQueries,
  AtlasQueries,
  PriceIndexQueries,
  ProofQueries,
  PublishCheckpoint,
  RaiseAlert,
  ReconcileMarket,
  ReconciliationQueries,
  RegionMapQueries,
  Report,
  SealMonths,
  SendWebhooks,
  StartReconciliation,
  SuspensionQueries,
  TakeMeasure,
  WatchMarket,
];

/** Watches everyone; nobody imports it. */
@Module({
  imports: [QuotaBankModule, PaymentsModule, SettlementModule],
  providers: [...useCases, AuditSealer, CarryOut, MarketAuditor, PublicationNumberer],
  exports: [...useCases, AuditSealer, PublicationNumberer],
})
export class OversightModule {}
