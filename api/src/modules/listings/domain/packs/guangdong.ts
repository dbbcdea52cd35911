import type { PolicyOverrides } from '@muheng/contracts/common/policy';

/** What Guangdong does differently from `ningxia` (domain §16): another province is data, not code. */
export const guangdong: PolicyOverrides = {
  timedBiddingEntry: 'any-registered',
  ceilingPct: 250,
  startPriceCnyPerMu: { dry: '200000.00', paddy: '300000.00', lsq: '500000.00' },
  proceedsByName: ['household'],
  lsqDeductions: [
    { to: 'reclamation-cost', cnyPerMu: '50000.00' },
    { to: 'city-pool', cnyPerMu: '50000.00' },
  ],
  lsqShares: [
    { to: 'county', pct: 5 },
    { to: 'town', pct: 5 },
    { to: 'collective', pct: 15 },
    { to: 'household', pct: 75 },
  ],
};
