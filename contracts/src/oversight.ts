import { z } from 'zod';
import { breachDecisions, caseDecisions } from './common/alert-decisions.js';
import {
  cny,
  id,
  instant,
  page,
  pageQuery,
  partyCode,
  quantitiesWire,
  quotaKind,
  regionCode,
  signedQuantitiesWire,
} from './common/schema.js';

/** A part of a hundred with one decimal and its sign, e.g. `-1.9`. */
const percentChange = z.string().regex(/^-?\d{1,7}\.\d$/);
const count = z.number().int().min(0);
/** A number whose size nobody bounds: text, so that no reader rounds it. */
const integerText = z.string().regex(/^-?\d+$/);

export const partyLabel = z
  .strictObject({ code: partyCode, nameZh: z.string(), nameEn: z.string() })
  .meta({ id: 'PartyLabel' });

// --- Public figures (domain §12: county balances in aggregate, price statistics) ---

export const marketSummaryQuery = z.strictObject({ quota: quotaKind.default('SFQ') });

const holders = z.strictObject({ counties: count, quantities: quantitiesWire });

/** The week's volume-weighted price; null in a week without a trade. Weeks end now and run back seven days each. */
const weeklyPrice = z.strictObject({ endsAt: instant, cnyPerMu: cny.nullable() });

export const countyFocus = z
  .strictObject({
    county: partyLabel,
    cityCode: partyCode,
    avail: quantitiesWire,
    need: quantitiesWire,
    reserve: quantitiesWire,
    /** avail − need − reserve, sign kept: below zero is a deficit (domain §8). */
    margin: signedQuantitiesWire,
    computedAt: instant.nullable(),
    price: z.strictObject({
      /** The class with more area among the county's trades of these 13 weeks. */
      priceClass: z.enum(['dry', 'paddy', 'lsq']).nullable(),
      averageCnyPerMu: cny.nullable(),
      weeks: z.array(weeklyPrice),
    }),
    /** The last year's trades, largest first, at most three. */
    flows: z.array(
      z.strictObject({
        direction: z.enum(['sold-to', 'bought-from']),
        party: partyLabel,
        quantities: quantitiesWire,
      }),
    ),
  })
  .meta({ id: 'CountyFocus' });

export const marketSummary = z
  .strictObject({
    at: instant,
    quota: quotaKind,
    /** Counties whose area margin is above zero, with the sum of what each may list. */
    surplus: holders,
    /** Counties whose area margin is below zero, with the sum of what they lack. */
    deficit: holders,
    /** Counties whose area margin is exactly zero. */
    balanced: z.array(partyCode),
    year: z.strictObject({ trades: count, quantities: quantitiesWire, priceCny: cny }),
    /** Volume-weighted over this year's trades that carry area; the change is against the same figure a month ago. */
    averagePrice: z.strictObject({ cnyPerMu: cny.nullable(), changePct: percentChange.nullable() }),
    listings: z.strictObject({ notice: count, open: count, timed: count, closedThisYear: count }),
    counties: z.array(countyFocus),
  })
  .meta({ id: 'MarketSummary' });

// --- Alerts ---

export const alertCodes = [
  'COUNTY_FIRST_BREACH',
  'NEGATIVE_OR_UNBALANCED_ACCOUNT',
  'RETENTION_BELOW_TARGET',
  'DEFICIT_COUNTY_LISTING',
  'PRICE_OUT_OF_BAND',
  'SINGLE_BIDDER_AT_START',
  'CEILING_LOTTERY',
  'LINKED_BIDDERS',
  'PAYMENT_OVERDUE',
  'TRANSFER_NOT_FILED',
  'LOT_FROZEN_IN_TRADE',
  'QUOTA_EXPIRING',
  'BUYER_HOARDING',
  'PROJECT_QUALITY_MISMATCH',
  'LATE_NEEDS_DECLARATION',
  'SATELLITE_PATCH_HIT',
  /** Operations: a job that kills or fails its worker again and again, or work that stays due. */
  'JOB_QUARANTINED',
  'WORK_STUCK',
  /** The audit log no longer holds what was signed for the regulator. */
  'AUDIT_LOG_CHANGED',
] as const;

export const severity = z.enum(['high', 'medium', 'low']);

export const alert = z
  .strictObject({
    id,
    code: z.enum(alertCodes),
    severity,
    subjectType: z.string(),
    subjectId: id,
    /** What people call the subject: a listing's number and title, where it has them. */
    subject: z.string().nullable(),
    party: partyLabel.nullable(),
    regionCode,
    evidence: z.record(z.string(), z.unknown()),
    raisedAt: instant,
    dueAt: instant.nullable(),
    decision: z.string().nullable(),
    decidedAt: instant.nullable(),
  })
  .meta({ id: 'Alert' });
export const alertPage = page(alert).meta({ id: 'AlertPage' });
export const alertQuery = z.strictObject({
  ...pageQuery,
  state: z.enum(['open', 'decided', 'all']).default('open'),
});

export const decideAlertInput = z
  .strictObject({
    decision: z.enum([...breachDecisions, ...caseDecisions]),
    reason: z.string().trim().min(1).max(500),
  })
  .meta({ id: 'DecideAlert' });

// --- Reconciliation (domain §13, reliability §2) ---

export const finding = z
  .strictObject({
    id,
    code: z.string(),
    subject: z.string(),
    expected: z.string(),
    actual: z.string(),
    owner: partyLabel.nullable(),
    dueAt: instant.nullable(),
    foundAt: instant,
    closedAt: instant.nullable(),
    outcome: z.string().nullable(),
    /** Numbers of lots and codes of parties that stand frozen until it is gone. */
    frozen: z.array(z.string()),
  })
  .meta({ id: 'Finding' });
export const findingPage = page(finding).meta({ id: 'FindingPage' });
export const findingQuery = z.strictObject({
  ...pageQuery,
  state: z.enum(['open', 'closed', 'all']).default('open'),
});

export const reconciliation = z
  .strictObject({
    id,
    state: z.enum(['waiting', 'running', 'done', 'failed']),
    /** short: the minute's run over what is open. full: everything. */
    depth: z.enum(['short', 'full']),
    startedAt: instant,
    finishedAt: instant.nullable(),
    marketAt: instant,
    ok: z.boolean().nullable(),
    /** How many postings, slices and so on were looked at. */
    checked: z.record(z.string(), count),
    findings: count,
    /** SHA-256 over the report; the same stands in the audit log, so a report cannot be exchanged. */
    digest: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .nullable(),
    progress: z.strictObject({ done: count, total: count }).nullable(),
  })
  .meta({ id: 'Reconciliation' });
export const reconciliationDetail = reconciliation
  .extend({ items: z.array(finding) })
  .meta({ id: 'ReconciliationDetail' });
export const reconciliationPage = page(reconciliation).meta({ id: 'ReconciliationPage' });
export const reconciliationQuery = z.strictObject(pageQuery);
export const reconciliationStarted = z.strictObject({ id }).meta({ id: 'ReconciliationStarted' });

/** What `npm run reconcile -- --json` prints. */
export const reconcileReport = z
  .strictObject({
    ok: z.boolean(),
    checked: z.record(z.string(), count),
    findings: z.array(
      z.strictObject({ code: z.string(), subject: z.string(), expected: z.string(), actual: z.string() }),
    ),
    seconds: z.number(),
  })
  .meta({ id: 'ReconcileReport' });

// --- The regulator's cockpit ---

/** opening + in − out = due; what the slices say must be the same (domain §13). */
const identityRow = z.strictObject({
  asset: z.string(),
  opening: integerText,
  projectIn: integerText,
  writtenOff: integerText,
  deducted: integerText,
  nationalPool: integerText,
  expired: integerText,
  due: integerText,
  held: integerText,
  difference: integerText,
});

export const overview = z
  .strictObject({
    at: instant,
    /** Region-code prefix that the figures cover. */
    scope: z.string(),
    year: z.strictObject({
      trades: count,
      failedListings: count,
      quantities: quantitiesWire,
      priceCny: cny,
      /** Area traded against the same days of last year. */
      changePct: percentChange.nullable(),
    }),
    deposits: z.strictObject({ heldCny: cny, count }),
    approvals: z.strictObject({ waiting: count, earliestDueAt: instant.nullable() }),
    alerts: z.strictObject({ high: count, medium: count, low: count, items: z.array(alert) }),
    counties: z.array(z.strictObject({ county: partyLabel, margin: signedQuantitiesWire, alerts: count })),
    live: z.array(
      z.strictObject({
        listingId: id,
        number: z.string().nullable(),
        title: z.string(),
        seller: partyLabel,
        status: z.string(),
        priceCny: cny,
        cnyPerMu: cny.nullable(),
        bids: count,
        endsAt: instant.nullable(),
      }),
    ),
    prices: z.strictObject({
      /** Mean of the last 90 days, with the band of ±30 % around it. */
      mean90CnyPerMu: cny.nullable(),
      lowCnyPerMu: cny.nullable(),
      highCnyPerMu: cny.nullable(),
      points: z.array(
        z.strictObject({
          tradeId: id,
          at: instant,
          sellerCode: partyCode,
          cnyPerMu: cny,
          outOfBand: z.boolean(),
        }),
      ),
    }),
    reconciliation: z.strictObject({
      last: reconciliation.nullable(),
      openFindings: count,
      /** Region-wide, in m² and 0.0001 kg as whole numbers. */
      identity: z.array(identityRow),
    }),
  })
  .meta({ id: 'Overview' });
export const overviewQuery = z.strictObject({
  quota: quotaKind.default('SFQ'),
  /** Narrows to one city or county of the reader's scope. */
  region: z
    .string()
    .regex(/^64\d{0,4}$/)
    .optional(),
});
