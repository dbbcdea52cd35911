import { apportion } from '@muheng/contracts/common/apportion';
import type { QuotaKind } from '@muheng/contracts/common/component';
import { type Policy, percentRatio } from '@muheng/contracts/common/policy';
import { type Fen, parseCny, scaleHalfUp } from '@muheng/contracts/common/quantity';

/** One row of the distribution: `to` is the payee's name in the pack (county, town, city-pool …). */
export interface ProceedsRow {
  kind: 'deduction' | 'share';
  to: string;
  amount: Fen;
}

type ProceedsPolicy = Pick<Policy, 'lsqDeductions' | 'lsqShares' | 'sfqShares'>;

/**
 * Distributes a price (domain §14): deductions at so much for a 亩 in the pack's order, each rounded half up and never
 * more than what is left, then shares of the rest by largest remainder. One row for each, none merged, zero rows left
 * out (replay.md "proceeds"); the rows add up to the price. `land` is the m² sold (area, else paddy).
 */
export function distribute(
  quota: QuotaKind,
  price: Fen,
  land: bigint,
  policy: ProceedsPolicy,
): ProceedsRow[] {
  const rows: ProceedsRow[] = [];
  let left: bigint = price;
  for (const { to, cnyPerMu } of quota === 'LSQ' ? policy.lsqDeductions : []) {
    const wanted = scaleHalfUp(land * parseCny(cnyPerMu), 15n, 10_000n);
    const amount = wanted < left ? wanted : left;
    left -= amount;
    rows.push({ kind: 'deduction', to, amount: amount as Fen });
  }
  const shares = quota === 'LSQ' ? policy.lsqShares : policy.sfqShares;
  const weights = shares.map(({ pct }) => percentRatio(pct).numerator);
  const parts = apportion(left, weights);
  shares.forEach(({ to }, index) => rows.push({ kind: 'share', to, amount: (parts[index] ?? 0n) as Fen }));
  return rows.filter(({ amount }) => amount > 0n);
}
