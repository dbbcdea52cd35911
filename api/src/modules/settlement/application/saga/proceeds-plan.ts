import type { Fen } from '@muheng/contracts/common/quantity';
import type { Tx } from '../../../../kernel/unit-of-work/tx.js';
import type { PayoutPlan } from '../../../payments/application/prepare-payouts.js';
import { distribute } from '../../domain/proceeds.js';
import { findCityOf } from '../../persistence/trade-parties.repository.js';
import type { TradeRow } from '../../persistence/trade.repository.js';

/**
 * Who gets how much of a price, by the policy that the listing ran under (domain §14). The county is the seller, the
 * city pool its city; town, collective and households are no parties of the market: the seller holds their money until
 * it is paid out to them by name.
 */
export async function proceedsOf(tx: Tx, trade: TradeRow, price: Fen): Promise<PayoutPlan[]> {
  const { area, paddy } = trade.quantities;
  const rows = distribute(trade.quota, price, area > 0n ? area : paddy, trade.policy);
  const cityId = rows.some((row) => row.to === 'city-pool') ? await findCityOf(tx, trade.regionCode) : null;
  const plan = rows.map((row) => {
    const partyId = row.to === 'county' ? trade.sellerId : row.to === 'city-pool' ? cityId : null;
    const byName = trade.policy.proceedsByName?.includes(row.to) ?? false;
    return { beneficiary: row.to, partyId, holderId: partyId ?? trade.sellerId, amount: row.amount, byName };
  });
  if (trade.lateCharge === 0n) return plan;
  // What paying late cost is the seller's, who waited.
  const { sellerId, lateCharge: amount } = trade;
  return [...plan, { beneficiary: 'late-charge', partyId: sellerId, holderId: sellerId, amount }];
}
