import { alertLapse } from './alert-lapse.handler.js';
import { certificateRender } from './certificate-render.handler.js';
import { countyFirstRecompute } from './county-first-recompute.handler.js';
import { listingClose } from './listing-close.handler.js';
import { listingClosed } from './listing-closed.handler.js';
import { listingEndOffer } from './listing-end-offer.handler.js';
import { listingOpen } from './listing-open.handler.js';
import { listingSettle } from './listing-settle.handler.js';
import { listingStartTimed } from './listing-start-timed.handler.js';
import { lotExpire } from './lot-expire.handler.js';
import { monthReportMake } from './month-report-make.handler.js';
import { paymentFailed } from './payment-failed.handler.js';
import { paymentRefunded } from './payment-refunded.handler.js';
import { paymentResolve } from './payment-resolve.handler.js';
import { paymentSubmit } from './payment-submit.handler.js';
import { paymentSucceeded } from './payment-succeeded.handler.js';
import { payoutResolve } from './payout-resolve.handler.js';
import { payoutSubmit } from './payout-submit.handler.js';
import { planAdvance } from './plan-advance.handler.js';
import { planDeclined } from './plan-declined.handler.js';
import { projectImportRun } from './project-import-run.handler.js';
import { reconciliationRun } from './reconciliation-run.handler.js';
import { refundResolve } from './refund-resolve.handler.js';
import { refundSubmit } from './refund-submit.handler.js';
import { registrationCovered } from './registration-covered.handler.js';
import { replacementLapse } from './replacement-lapse.handler.js';
import { tradeAdvance } from './trade-advance.handler.js';
import { tradeConfirm } from './trade-confirm.handler.js';
import { tradeLapse } from './trade-lapse.handler.js';
import { tradePapers } from './trade-papers.handler.js';
import { workerProbe } from './worker-probe.handler.js';

/** One file a job. A job of contracts/jobs that stands in no row keeps the worker from starting. */
export const handlers = [
  alertLapse,
  certificateRender,
  countyFirstRecompute,
  listingClose,
  listingClosed,
  listingEndOffer,
  listingOpen,
  listingSettle,
  listingStartTimed,
  lotExpire,
  monthReportMake,
  paymentFailed,
  paymentRefunded,
  paymentResolve,
  paymentSubmit,
  paymentSucceeded,
  payoutResolve,
  payoutSubmit,
  planAdvance,
  planDeclined,
  projectImportRun,
  reconciliationRun,
  refundResolve,
  refundSubmit,
  registrationCovered,
  replacementLapse,
  tradeAdvance,
  tradeConfirm,
  tradeLapse,
  tradePapers,
  workerProbe,
] as const;
