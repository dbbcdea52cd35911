import type { QuotaKind } from '@muheng/contracts/common/component';

/** Where the money for a reclamation project came from (domain §5 "Funding matters"). */
export const fundingSources = ['county', 'reclamation-fee', 'social', 'new-construction-land-fee'] as const;
export type FundingSource = (typeof fundingSources)[number];

/** Farmland paid from the new construction land fee is excluded from saleable indicators (domain §5, C13 art. 42). */
export const isSaleableFunding = (source: FundingSource): boolean => source !== 'new-construction-land-fee';

/** What a lot has to prove before it can be listed (domain §8, condition 4). */
export interface LotRecord {
  number: string;
  quota: QuotaKind;
  isOwn: boolean;
  isAccepted: boolean;
  isFiled: boolean;
  isMeasured: boolean;
  isFrozen: boolean;
  isBought: boolean;
  landClassChanged: boolean;
  /** Evidence that the people of a demolition zone are resettled; of no matter for supplementary quota. */
  residentsResettled: boolean;
  fundingSource: FundingSource;
  validUntil: Date | null;
}

type Test = (lot: LotRecord, now: Date) => boolean;

/** Why a lot cannot be sold, in the order in which it is told. */
const obstacles = {
  'not-owner': (lot) => !lot.isOwn,
  bought: (lot) => lot.isBought,
  'not-accepted': (lot) => !lot.isAccepted,
  'not-filed': (lot) => !lot.isFiled,
  'not-measured': (lot) => !lot.isMeasured,
  'residents-not-resettled': (lot) => lot.quota === 'LSQ' && !lot.residentsResettled,
  'funding-source': (lot) => !isSaleableFunding(lot.fundingSource),
  'land-class-unchanged': (lot) => lot.quota === 'SFQ' && !lot.landClassChanged,
  frozen: (lot) => lot.isFrozen,
  expired: (lot, now) => lot.validUntil !== null && lot.validUntil <= now,
} as const satisfies Record<string, Test>;
export type SaleObstacle = keyof typeof obstacles;

/** Every reason why this lot cannot be listed at `now`; none means that it is clean. */
export function saleObstacles(lot: LotRecord, now: Date): SaleObstacle[] {
  const tests: Record<string, Test> = obstacles;
  return Object.keys(tests).filter((name) => tests[name]?.(lot, now)) as SaleObstacle[];
}
