import { Kernel1790000000001 } from './1790000000001-kernel.js';
import { Parties1790000000002 } from './1790000000002-parties.js';
import { Ledger1790000000003 } from './1790000000003-ledger.js';
import { QuotaBank1790000000004 } from './1790000000004-quota-bank.js';
import { Listings1790000000005 } from './1790000000005-listings.js';
import { Settlement1790000000006 } from './1790000000006-settlement.js';
import { Oversight1790000000007 } from './1790000000007-oversight.js';
import { Sessions1790000000008 } from './1790000000008-sessions.js';
import { QuotaMovements1790000000100 } from './1790000000100-quota-movements.js';
import { ProjectLifecycle1790000000101 } from './1790000000101-project-lifecycle.js';
import { LedgerSpeed1790000000150 } from './1790000000150-ledger-speed.js';
import { ReadsInParallel1790000000151 } from './1790000000151-reads-in-parallel.js';
import { LedgerMark1790000000152 } from './1790000000152-ledger-mark.js';
import { Priority1790000000153 } from './1790000000153-priority.js';
import { FindingFreeze1790000000154 } from './1790000000154-finding-freeze.js';
import { Draws1790000000200 } from './1790000000200-draws.js';
import { Forms1790000000201 } from './1790000000201-forms.js';
import { SessionEpoch1790000000250 } from './1790000000250-session-epoch.js';
import { ListingOrders1790000000251 } from './1790000000251-listing-orders.js';
import { FloorPulse1790000000252 } from './1790000000252-floor-pulse.js';
import { ProviderAttempts1790000000300 } from './1790000000300-provider-attempts.js';
import { PaymentsInSets1790000000301 } from './1790000000301-payments-in-sets.js';
import { LateCharge1790000000302 } from './1790000000302-late-charge.js';
import { Statements1790000000303 } from './1790000000303-statements.js';
import { Papers1790000000304 } from './1790000000304-papers.js';
import { AuditLog1790000000350 } from './1790000000350-audit-log.js';
import { Publication1790000000351 } from './1790000000351-publication.js';
import { Complaints1790000000352 } from './1790000000352-complaints.js';
import { Surveillance1790000000353 } from './1790000000353-surveillance.js';
import { Planner1790000000400 } from './1790000000400-planner.js';
import { PlanActs1790000000401 } from './1790000000401-plan-acts.js';
import { Demand1790000000402 } from './1790000000402-demand.js';
import { Allowance1790000000410 } from './1790000000410-allowance.js';
import { FewerMonths1790000000411 } from './1790000000411-fewer-months.js';
import { Purchases1790000000440 } from './1790000000440-purchases.js';
import { LimitsOfBidders1790000000441 } from './1790000000441-limits-of-bidders.js';
import { LotOrders1790000000442 } from './1790000000442-lot-orders.js';
import { Wallet1790000000470 } from './1790000000470-wallet.js';
import { Defaults1790000000471 } from './1790000000471-defaults.js';
import { Instalments1790000000472 } from './1790000000472-instalments.js';
import { ProceedsByName1790000000473 } from './1790000000473-proceeds-by-name.js';
import { Measures1790000000500 } from './1790000000500-measures.js';
import { Lanes1790000000501 } from './1790000000501-lanes.js';
import { Months1790000000502 } from './1790000000502-months.js';
import { PolicyStudio1790000000503 } from './1790000000503-policy-studio.js';
import { PlanRequests1790000000530 } from './1790000000530-plan-requests.js';
import { PolicyKeys1790000000550 } from './1790000000550-policy-keys.js';
import { MonthReports1790000000600 } from './1790000000600-month-reports.js';
import { Notices1790000000620 } from './1790000000620-notices.js';
import { MarketOccasions1790000000621 } from './1790000000621-market-occasions.js';
import { WatchOccasions1790000000622 } from './1790000000622-watch-occasions.js';
import { Retention1790000000623 } from './1790000000623-retention.js';
import { LimitsInUse1790000000640 } from './1790000000640-limits-in-use.js';
import { PracticeRooms1790000000641 } from './1790000000641-practice-rooms.js';
import { FeedOfWhatRuns1790000000642 } from './1790000000642-feed-of-what-runs.js';
import { RegionMap1790000000660 } from './1790000000660-region-map.js';
import { LentLots1790000000670 } from './1790000000670-lent-lots.js';
import { ListingSearch1790000000671 } from './1790000000671-listing-search.js';
import { SearchTerms1790000000672 } from './1790000000672-search-terms.js';
import { Matters1790000000680 } from './1790000000680-matters.js';
import { NoticeDeliveries1790000000681 } from './1790000000681-notice-deliveries.js';
import { Interests1790000000682 } from './1790000000682-interests.js';
import { CockpitByScope1790000000690 } from './1790000000690-cockpit-by-scope.js';
import { StatementsByHash1790000000691 } from './1790000000691-statements-by-hash.js';
import { SliceHistory1790000000700 } from './1790000000700-slice-history.js';
import { CockpitInOneLook1790000000720 } from './1790000000720-cockpit-in-one-look.js';
import { AccountsLast1790000000721 } from './1790000000721-accounts-last.js';
import { RareListings1790000000722 } from './1790000000722-rare-listings.js';
import { BalancesSideBySide1790000000730 } from './1790000000730-balances-side-by-side.js';

/** Every migration, in order. Merged ones never change: a new need is a new file at the end. */
export const migrations = [
  Kernel1790000000001,
  Parties1790000000002,
  Ledger1790000000003,
  QuotaBank1790000000004,
  Listings1790000000005,
  Settlement1790000000006,
  Oversight1790000000007,
  Sessions1790000000008,
  QuotaMovements1790000000100,
  ProjectLifecycle1790000000101,
  LedgerSpeed1790000000150,
  ReadsInParallel1790000000151,
  LedgerMark1790000000152,
  Priority1790000000153,
  FindingFreeze1790000000154,
  Draws1790000000200,
  Forms1790000000201,
  SessionEpoch1790000000250,
  ListingOrders1790000000251,
  FloorPulse1790000000252,
  ProviderAttempts1790000000300,
  PaymentsInSets1790000000301,
  LateCharge1790000000302,
  Statements1790000000303,
  Papers1790000000304,
  AuditLog1790000000350,
  Publication1790000000351,
  Complaints1790000000352,
  Surveillance1790000000353,
  Planner1790000000400,
  PlanActs1790000000401,
  Demand1790000000402,
  Allowance1790000000410,
  FewerMonths1790000000411,
  Purchases1790000000440,
  LimitsOfBidders1790000000441,
  LotOrders1790000000442,
  Wallet1790000000470,
  Defaults1790000000471,
  Instalments1790000000472,
  ProceedsByName1790000000473,
  Measures1790000000500,
  Lanes1790000000501,
  Months1790000000502,
  PolicyStudio1790000000503,
  PlanRequests1790000000530,
  PolicyKeys1790000000550,
  MonthReports1790000000600,
  Notices1790000000620,
  MarketOccasions1790000000621,
  WatchOccasions1790000000622,
  Retention1790000000623,
  LimitsInUse1790000000640,
  PracticeRooms1790000000641,
  FeedOfWhatRuns1790000000642,
  RegionMap1790000000660,
  LentLots1790000000670,
  ListingSearch1790000000671,
  SearchTerms1790000000672,
  Matters1790000000680,
  NoticeDeliveries1790000000681,
  Interests1790000000682,
  CockpitByScope1790000000690,
  StatementsByHash1790000000691,
  SliceHistory1790000000700,
  CockpitInOneLook1790000000720,
  AccountsLast1790000000721,
  RareListings1790000000722,
  BalancesSideBySide1790000000730,
];
