import type { ApprovalLane, PolicyKey } from '@muheng/contracts/common/policy';

/** What a value of the policy consists of: enough to type it in fields. The server's schema alone judges it. */
export type Shape =
  /** A number, an amount in CNY or an area in hectares; where it may be empty, empty is null: there is no such bound. */
  | { kind: 'number' | 'amount' | 'area'; empty?: true }
  | { kind: 'choice'; of: readonly string[] }
  | { kind: 'parts'; of: Readonly<Record<string, Shape>>; empty?: true }
  /** In order; rows that have a percentage add up to 100. */
  | { kind: 'list'; of: Shape };

const number: Shape = { kind: 'number' };
const optionalNumber: Shape = { kind: 'number', empty: true };
const amount: Shape = { kind: 'amount' };
const optionalAmount: Shape = { kind: 'amount', empty: true };
const choice = (...of: readonly string[]): Shape => ({ kind: 'choice', of });
const parts = (of: Readonly<Record<string, Shape>>): Shape => ({ kind: 'parts', of });
const list = (of: Shape): Shape => ({ kind: 'list', of });

const onOff = choice('on', 'off');
const daysUnit = choice('working', 'calendar');
const payee = choice(
  'county',
  'town',
  'collective',
  'household',
  'reclamation-cost',
  'city-pool',
  'region',
  'operator',
);
const shares = list(parts({ to: payee, pct: number }));
const bound: Shape = {
  kind: 'parts',
  of: { dry: optionalAmount, paddy: optionalAmount, lsq: optionalAmount },
  empty: true,
};
const lanes = [
  'county-check',
  'city',
  'region',
  'region-government',
] as const satisfies readonly ApprovalLane[];
const lanesInOrder = list(choice(...lanes));

/** Every key that is not a number. */
const shapes: Partial<Record<PolicyKey, Shape>> = {
  absFloorAreaHa: { kind: 'area' },
  timedBiddingEntry: choice('listing-bid', 'any-registered'),
  proxyBidding: onOff,
  runnerUpOffer: onOff,
  installments: onOff,
  installmentPlan: list(parts({ pct: number, days: number })),
  buyerDeficitCap: onOff,
  retentionGate: onOff,
  lsqGovApproval: onOff,
  ceilingPct: optionalNumber,
  startPriceCnyPerMu: parts({ dry: amount, paddy: amount, lsq: amount }),
  startPriceCnyPerKg: amount,
  guidePriceCnyPerMu: bound,
  floorPriceCnyPerMu: bound,
  capPriceCnyPerMu: bound,
  contractDaysUnit: daysUnit,
  paymentDaysUnit: daysUnit,
  forfeitTo: choice('seller', 'region', 'operator'),
  maxShareOneBuyerPct: optionalNumber,
  proceedsByName: list(payee),
  lsqDeductions: list(parts({ to: payee, cnyPerMu: amount })),
  lsqShares: shares,
  sfqShares: shares,
  approvalLanes: parts({ SFQ: lanesInOrder, LSQ: lanesInOrder }),
  approvalLaneDays: parts(Object.fromEntries(lanes.map((lane) => [lane, number]))),
  objectionLevels: list(parts({ owner: choice('region', 'region-government'), days: number })),
};

export const shapeOf = (key: PolicyKey): Shape => shapes[key] ?? number;
