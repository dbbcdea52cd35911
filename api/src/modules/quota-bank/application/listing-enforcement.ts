import type { QuotaKind } from '@muheng/contracts/common/component';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import type { EnforcementAction, ListedQuantity } from '../domain/enforcement.js';

export { type EnforcementAction, type ListedQuantity, shrinkItems } from '../domain/enforcement.js';
export { enforcementStage } from '../domain/enforcement-stage.js';

/** What one listing has to do about a breach, and until when somebody has to answer (domain §8); null: at once. */
export interface Enforcement {
  action: EnforcementAction;
  answerBy: Date | null;
}

/**
 * What county-first asks of listings when a margin turns negative. The listings module provides it (listings import
 * the quota bank, not the other way round). Both methods run in the transaction that holds the (county, indicator)
 * lock, and lock listings themselves. A breach that stands is reported with every recomputation, so
 * `enforce` does nothing to a listing on which the same action is already under way.
 */
export abstract class ListingEnforcement {
  /** Listings that hold quota of the county, newest first, each with its stage (`enforcementStage`). */
  abstract listedBy(tx: Tx, countyId: string, quota: QuotaKind): Promise<ListedQuantity[]>;
  /** Reduces, suspends and offers, withdraws or terminates; for `raise-breach` it marks the listing as in breach. */
  abstract enforce(
    tx: Tx,
    countyId: string,
    quota: QuotaKind,
    actions: readonly Enforcement[],
  ): Promise<void>;
}
