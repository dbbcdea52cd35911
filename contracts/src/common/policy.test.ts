import { expect, test } from 'vitest';
import { policySchema, storedPolicySchema } from './policy.js';

/** As the first release stored it: an installation keeps such rows for ever. */
const first = {
  stepPct: 5,
  minLotMu: 0,
  forfeitTo: 'seller',
  lsqShares: [
    {
      to: 'county',
      pct: 100,
    },
  ],
  sfqShares: [
    {
      to: 'county',
      pct: 100,
    },
  ],
  ceilingPct: 150,
  depositPct: 20,
  noticeDays: 10,
  refundDays: 5,
  reservePct: 10,
  staggerMin: 0,
  listingDays: 5,
  paymentDays: 30,
  askWindowMin: 5,
  contractDays: 10,
  installments: 'off',
  lateDailyPct: 0.05,
  proxyBidding: 'off',
  approvalLanes: {
    LSQ: ['county-check', 'city', 'region', 'region-government'],
    SFQ: ['county-check', 'city', 'region'],
  },
  lsqDeductions: [],
  outageSeconds: 60,
  retentionGate: 'on',
  runnerUpOffer: 'off',
  absFloorAreaHa: '0.0000',
  cityWindowDays: 0,
  lsqGovApproval: 'on',
  timedWindowMin: 4,
  buyerDeficitCap: 'on',
  lateDefaultDays: 30,
  paymentDaysUnit: 'calendar',
  secondBanMonths: 36,
  capPriceCnyPerMu: null,
  contractDaysUnit: 'working',
  defaultBanMonths: 12,
  listingBidStopMin: 60,
  lsqTurnoverMonths: 36,
  needHorizonMonths: 12,
  negotiatedBandPct: 20,
  timedBiddingEntry: 'listing-bid',
  floorPriceCnyPerMu: null,
  guidePriceCnyPerMu: null,
  startPriceCnyPerKg: '30.00',
  startPriceCnyPerMu: {
    dry: '50000.00',
    lsq: '150000.00',
    paddy: '80000.00',
  },
  maxShareOneBuyerPct: null,
  quotaValidityMonths: 24,
  resultPublicityDays: 5,
  declarationMaxAgeDays: 90,
  depositCloseBeforeEndHours: 24,
};

test('a policy of the first release still reads, with the keys that came later as things were before', () => {
  expect(policySchema.safeParse(first).success).toBe(false);
  expect(storedPolicySchema.parse(first)).toEqual({ ...first, walletExposurePct: 100 });
});
