import type { Quantities, QuotaKind } from '@muheng/contracts/common/component';
import type { Refused } from '@muheng/contracts/common/problems';
import { refuseBeyondDeficit } from '../domain/buyer-eligibility.js';

export { committedSql } from '../persistence/buyer-exposure.repository.js';

export interface CappedBid {
  /** Name of the buyer, for the sentence. */
  name: string;
  quota: QuotaKind;
  /** What the buyer lacked when it registered. */
  deficit: Quantities;
  /** Open awards, and listings that it leads, other than this one. */
  committed: Quantities;
  /** What the listing offers. */
  quantities: Quantities;
}

/** The buyer's cap once more, at a bid (domain §9 "Buyer need"): null, or `party.not-eligible` with the arithmetic. */
export const refuseBeyondCap = ({ name, deficit, committed, quantities }: CappedBid): Refused | null =>
  refuseBeyondDeficit({ name, deficit, committed }, quantities);
