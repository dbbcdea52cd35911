import { z } from 'zod';
import { id } from '../common/schema.js';

/**
 * Every job by name (architecture §7). Payloads carry ids only; `requestId` follows the request that caused the job.
 * The worker refuses to boot when a name here has no handler.
 */
const job = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.strictObject({ requestId: z.string(), ...shape });

/** The market's queues, wherever they are kept: what takes long stands apart, and paper apart from that again. */
export const queueNames = { prompt: 'market', slow: 'market-slow', paper: 'market-papers' } as const;

const ofListing = job({ listingId: id });
const due = job({ subjectId: id });

export const jobs = {
  /** Due by market time; the sweeper derives these from the due_work view. */
  'listing.open': due,
  'listing.start-timed': due,
  'listing.close': due,
  /** A reduction that county-first offered and nobody accepted in time. */
  'listing.end-offer': due,
  'trade.confirm': due,
  /** A contract unsigned or a balance unpaid past its deadline. */
  'trade.lapse': due,
  /** The time in which the region decides about a breach is over. */
  'alert.lapse': due,
  'refund.submit': due,
  'county-first.recompute': due,
  /** A lot whose validity has run out; a replacement that nobody made in time. */
  'lot.expire': due,
  'replacement.lapse': due,
  /** Asked for by a command, through the outbox. */
  'listing.closed': ofListing,
  'payment.submit': due,
  /** Looks a payment, refund or payout up at the provider: after an unanswered call, or when a webhook says so. */
  'payment.resolve': due,
  'refund.resolve': due,
  'payout.resolve': due,
  /** The money has come, will not come, or has gone back: told to the module of the payment's subject. */
  'payment.succeeded': job({ paymentIds: z.array(id).min(1) }),
  'payment.failed': job({ paymentId: id }),
  'payment.refunded': job({ paymentIds: z.array(id).min(1) }),
  'payout.submit': due,
  /** Takes a trade as far as it can go; also derived by the sweeper, so no step waits for a lost wake-up. */
  'trade.advance': due,
  'certificate.render': due,
  /** Confirmation of sale, contract and receipt, as far as a trade can have them by now. */
  'trade.papers': due,
  /** An ended listing whose award or deposits nobody has seen to yet. */
  'listing.settle': due,
  /** A chosen plan: buys what it means to buy at a fixed price. An owner declined what a plan had asked for. */
  'plan.advance': due,
  /** The wallet stands for the deposit of a registration that was waiting for its payment. */
  'registration.covered': job({ registrationId: id }),
  'plan.declined': due,
  /** One area's report of a sealed month, as PDF and xlsx. */
  'month-report.make': due,
  'project-import.run': job({ importId: id }),
  'reconciliation.run': job({ reconciliationId: id }),
  /** Proves that jobs are made and done; made by the worker for itself. */
  'worker.probe': job({}),
} as const;

export type JobName = keyof typeof jobs;
export type JobPayload<N extends JobName> = z.infer<(typeof jobs)[N]>;
export const jobNames = Object.keys(jobs) as JobName[];
