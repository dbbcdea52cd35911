import type { bucketBalances, lot, need, project } from '@muheng/contracts/quota-bank';
import { formatQuantities, subtractQuantities, zeroQuantities } from '@muheng/contracts/common/component';
import type { z } from 'zod';
import type { Buckets } from '../persistence/holdings.repository.js';
import type { LotOrigin, LotRow } from '../persistence/lot.repository.js';
import type { NeedRow } from '../persistence/need.repository.js';
import type { ProjectRow } from '../persistence/project.repository.js';
import { quantitiesOf } from '../persistence/quantity-columns.js';
import { needOf } from './assessment.js';

export type ProjectView = z.input<typeof project>;
export type LotView = z.input<typeof lot>;
export type NeedView = z.input<typeof need>;
export type BalancesView = z.input<typeof bucketBalances>;

export function projectView({ area, paddy, capacity, ...row }: ProjectRow): ProjectView {
  return {
    ...row,
    quantities: formatQuantities(quantitiesOf({ area, paddy, capacity })),
    bankedAt: row.bankedAt?.toISOString() ?? null,
  };
}

/** Every bucket of a party or a lot, zeros included. */
export function balancesView(buckets: Buckets | undefined): BalancesView {
  const of = (bucket: string) => formatQuantities(buckets?.get(bucket) ?? zeroQuantities);
  return {
    available: of('available'),
    listed: of('listed'),
    inSettlement: of('in-settlement'),
    earmarked: of('earmarked'),
    frozen: of('frozen'),
    writtenOff: of('written-off'),
    deducted: of('deducted'),
    expired: of('expired'),
    nationalPool: of('national-pool'),
  };
}

export function lotView(row: LotRow, buckets: Buckets | undefined): LotView {
  const { area, paddy, capacity, projectId: _project, loanNumber, loanDueOn, loanReturnedAt, ...lot } = row;
  const { lender, ...rest } = lot;
  return {
    ...rest,
    loan: loanOfLot({ loanNumber, lender, loanDueOn, loanReturnedAt }),
    validUntil: row.validUntil?.toISOString() ?? null,
    quantities: formatQuantities(quantitiesOf({ area, paddy, capacity })),
    balances: balancesView(buckets),
    createdAt: row.createdAt.toISOString(),
  };
}

/** The loan by which a lot came, as far as the reader may see it. */
export const loanOfLot = ({ loanNumber, lender, loanDueOn, loanReturnedAt }: LotOrigin): LotView['loan'] =>
  loanNumber === null || lender === null || loanDueOn === null
    ? null
    : { number: loanNumber, lender, dueOn: loanDueOn, returnedAt: loanReturnedAt?.toISOString() ?? null };

export function needView(row: NeedRow): NeedView {
  const { required, covered } = needOf(row);
  const { id, number, party, quota, category, title, projectCode, status, regionConfirmed, wantedBy } = row;
  return {
    id,
    number,
    party,
    quota,
    category,
    title,
    projectCode,
    required: formatQuantities(required),
    covered: formatQuantities(covered),
    uncovered: formatQuantities(subtractQuantities(required, covered)),
    status,
    regionConfirmed,
    wantedBy,
    registeredAt: row.registeredAt.toISOString(),
  };
}
