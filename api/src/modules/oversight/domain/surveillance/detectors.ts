import { formatCny, formatHa, scaleHalfUp } from '@muheng/contracts/common/quantity';
import { pricePerMu } from '../price-statistics.js';
import type { MarketFacts, Place, Suspicion } from './facts.js';
import type { SurveillanceSettings } from './settings.js';

const dayMs = 86_400_000;
type Detector = (facts: MarketFacts, settings: SurveillanceSettings) => Suspicion[];
const about = (type: string, { id, regionCode }: Place, partyId: string | null) => ({
  subjectType: type,
  subjectId: id,
  partyId,
  regionCode,
});

const retention: Detector = ({ counties }) =>
  counties.flatMap((county) =>
    county.farmland !== null && county.target !== null && county.farmland < county.target
      ? [
          {
            code: 'RETENTION_BELOW_TARGET',
            severity: 'high',
            ...about('county', county, county.id),
            evidence: { farmlandHa: formatHa(county.farmland), targetHa: formatHa(county.target) },
          },
        ]
      : [],
  );

const deficitListing: Detector = ({ counties }) =>
  counties.flatMap((county) =>
    county.deficits
      .filter(({ liveListings }) => liveListings > 0)
      .map(({ quota, liveListings }) => ({
        code: 'DEFICIT_COUNTY_LISTING',
        severity: 'high' as const,
        ...about('county', county, county.id),
        evidence: { quota, liveListings },
      })),
  );

const lateDeclaration: Detector = ({ counties, now }, { declarationMaxAgeDays }) =>
  counties.flatMap((county) => {
    const days =
      county.declaredAt === null ? null : Math.floor((now.getTime() - county.declaredAt.getTime()) / dayMs);
    // A county that never declared and sells nothing owes nothing.
    if (days === null && county.liveListings === 0) return [];
    return days !== null && days <= declarationMaxAgeDays
      ? []
      : [
          {
            code: 'LATE_NEEDS_DECLARATION',
            severity: 'low' as const,
            ...about('county', county, county.id),
            evidence: { declaredAt: county.declaredAt?.toISOString() ?? null, ageDays: days },
          },
        ];
  });

/** Against the mean of the same class over the 90 days before it, the trade itself left out. */
const outOfBand: Detector = ({ trades }, { priceBandPct }) =>
  trades.flatMap((trade) => {
    const before = trades.filter(
      (other) =>
        other !== trade &&
        other.priceClass === trade.priceClass &&
        other.area > 0n &&
        other.awardedAt <= trade.awardedAt &&
        trade.awardedAt.getTime() - other.awardedAt.getTime() <= 90 * dayMs,
    );
    const mean = pricePerMu(
      before.reduce((sum, { price, area }) => ({ price: sum.price + price, area: sum.area + area }), {
        price: 0n,
        area: 0n,
      }),
    );
    const own = pricePerMu(trade);
    if (before.length < 3 || mean === null || own === null) return [];
    const band = BigInt(Math.round(priceBandPct));
    const low = scaleHalfUp(mean, 100n - band, 100n);
    const high = scaleHalfUp(mean, 100n + band, 100n);
    if (own >= low && own <= high) return [];
    const evidence = {
      cnyPerMu: formatCny(own),
      meanCnyPerMu: formatCny(mean),
      trades: before.length,
      bandPct: priceBandPct,
    };
    return [
      {
        code: 'PRICE_OUT_OF_BAND',
        severity: 'medium' as const,
        ...about('trade', trade, trade.sellerId),
        evidence,
      },
    ];
  });

const singleBidder: Detector = ({ trades }) =>
  trades.flatMap((trade) =>
    trade.bidders === 1 && trade.price === trade.startPrice
      ? [
          {
            code: 'SINGLE_BIDDER_AT_START',
            severity: 'low' as const,
            ...about('trade', trade, trade.buyerId),
            evidence: { priceCny: formatCny(trade.price) },
          },
        ]
      : [],
  );

const lottery: Detector = ({ trades }) =>
  trades.flatMap((trade) =>
    trade.drawn
      ? [
          {
            code: 'CEILING_LOTTERY',
            severity: 'low' as const,
            ...about('trade', trade, trade.buyerId),
            evidence: { listing: trade.listingId, bidders: trade.bidders },
          },
        ]
      : [],
  );

const overdue: Detector = ({ trades, now }) =>
  trades.flatMap((trade) =>
    trade.status === 'payment-due' && trade.paymentDueAt !== null && trade.paymentDueAt < now
      ? [
          {
            code: 'PAYMENT_OVERDUE',
            severity: 'medium' as const,
            ...about('trade', trade, trade.buyerId),
            evidence: { dueAt: trade.paymentDueAt.toISOString() },
          },
        ]
      : [],
  );

const notFiled: Detector = ({ trades, now }, { transferFilingDays }) =>
  trades.flatMap((trade) => {
    const waiting = trade.status === 'paid' || trade.status === 'transfer-filed';
    if (!waiting || trade.paidAt === null) return [];
    if (now.getTime() - trade.paidAt.getTime() <= transferFilingDays * dayMs) return [];
    const evidence = { paidAt: trade.paidAt.toISOString(), status: trade.status };
    return [
      {
        code: 'TRANSFER_NOT_FILED',
        severity: 'medium' as const,
        ...about('trade', trade, trade.sellerId),
        evidence,
      },
    ];
  });

const ended = new Set(['completed', 'defaulted', 'annulled']);
const frozen: Detector = ({ trades }) =>
  trades.flatMap((trade) =>
    trade.frozen && !ended.has(trade.status)
      ? [
          {
            code: 'LOT_FROZEN_IN_TRADE',
            severity: 'high' as const,
            ...about('trade', trade, trade.sellerId),
            evidence: { status: trade.status },
          },
        ]
      : [],
  );

const expiring: Detector = ({ lots, now }, { expiryWarningDays }) =>
  lots.flatMap((lot) => {
    if (lot.unusedArea === 0n || lot.validUntil === null || lot.validUntil <= now) return [];
    if (lot.validUntil.getTime() - now.getTime() > expiryWarningDays * dayMs) return [];
    const evidence = { validUntil: lot.validUntil.toISOString(), unusedHa: formatHa(lot.unusedArea) };
    return [
      { code: 'QUOTA_EXPIRING', severity: 'low' as const, ...about('lot', lot, lot.ownerId), evidence },
    ];
  });

const hoarding: Detector = ({ lots, now }, { hoardingMonths }) =>
  lots.flatMap((lot) => {
    const since = new Date(lot.createdAt);
    since.setUTCMonth(since.getUTCMonth() + hoardingMonths);
    if (!lot.bought || lot.unusedArea === 0n || since > now) return [];
    const evidence = { boughtAt: lot.createdAt.toISOString(), unusedHa: formatHa(lot.unusedArea) };
    return [
      { code: 'BUYER_HOARDING', severity: 'medium' as const, ...about('lot', lot, lot.ownerId), evidence },
    ];
  });

/** Capacity is in 0.0001 kg and area in m²: kilograms a hectare are capacity / area, both scaled by 10 000. */
const quality: Detector = ({ projects }, { capacityKgPerHaMin, capacityKgPerHaMax }) =>
  projects.flatMap((project) => {
    if (project.area === 0n || project.capacity === 0n) return [];
    const kgPerHa = project.capacity / project.area;
    const low = BigInt(Math.round(capacityKgPerHaMin));
    const high = BigInt(Math.round(capacityKgPerHaMax));
    if (kgPerHa >= low && kgPerHa <= high) return [];
    const evidence = {
      kgPerHa: kgPerHa.toString(),
      low: low.toString(),
      high: high.toString(),
      grade: project.grade,
    };
    return [
      {
        code: 'PROJECT_QUALITY_MISMATCH',
        severity: 'medium' as const,
        ...about('project', project, project.countyId),
        evidence,
      },
    ];
  });

const satellite: Detector = ({ projects }) =>
  projects.flatMap((project) =>
    project.patches > 0
      ? [
          {
            code: 'SATELLITE_PATCH_HIT',
            severity: 'high' as const,
            ...about('project', project, project.countyId),
            evidence: { patches: project.patches, observedOn: project.observedOn },
          },
        ]
      : [],
  );

/**
 * The alerts of domain §13 that follow from the state of the market. Not here: COUNTY_FIRST_BREACH, which its
 * enforcement raises at once; NEGATIVE_OR_UNBALANCED_ACCOUNT, which reconciliation does; LINKED_BIDDERS, by conduct.
 */
const detectors: readonly Detector[] = [
  retention,
  deficitListing,
  lateDeclaration,
  outOfBand,
  singleBidder,
  lottery,
  overdue,
  notFiled,
  frozen,
  expiring,
  hoarding,
  quality,
  satellite,
];

export const detect = (facts: MarketFacts, settings: SurveillanceSettings): Suspicion[] =>
  detectors.flatMap((detector) => detector(facts, settings));
