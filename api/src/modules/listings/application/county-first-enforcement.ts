import { Injectable } from '@nestjs/common';
import { formatQuantities, type QuotaKind } from '@muheng/contracts/common/component';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import {
  type Enforcement,
  enforcementStage,
  type ListedQuantity,
  ListingEnforcement,
} from '../../quota-bank/application/listing-enforcement.js';
import { hasEnded } from '../domain/lifecycle.js';
import { lockListedBy } from '../persistence/listed-by.repository.js';
import {
  type Breach,
  type ListingRow,
  lockListing,
  updateListing,
} from '../persistence/listing.repository.js';
import { endWithoutSale } from './end-listing.js';
import { recordEvents } from './listing-log.js';
import { reduceListing } from './reduce-listing.js';

/** What county-first does to listings when a margin turns negative (domain §8 "Continuous enforcement"). */
@Injectable()
export class CountyFirstEnforcement extends ListingEnforcement {
  async listedBy(tx: Tx, countyId: string, quota: QuotaKind): Promise<ListedQuantity[]> {
    const rows = await lockListedBy(tx, countyId, quota);
    return rows.flatMap(({ id, status, bidCount, tradeStatus, listed }) => {
      const stage = enforcementStage(status, bidCount, tradeStatus);
      return stage === null ? [] : [{ listing: id, stage, listed }];
    });
  }

  async enforce(
    tx: Tx,
    _county: string,
    _quota: QuotaKind,
    enforcements: readonly Enforcement[],
  ): Promise<void> {
    for (const each of enforcements) {
      const row = await lockListing(tx, each.action.listing);
      if (row && (row.status === 'closed-sold' || !hasEnded(row.status))) await act(tx, row, each);
    }
  }
}

async function act(tx: Tx, row: ListingRow, { action, answerBy }: Enforcement): Promise<void> {
  const at = await tx.marketTime();
  switch (action.action) {
    case 'reduce':
      await reduceListing(tx, row, action.reduced);
      await recordEvents(tx, row.id, [
        {
          event: 'listing.reduced',
          payload: { quantities: formatQuantities(action.reduced), reason: 'county-first' },
        },
      ]);
      break;
    case 'withdraw':
      await endWithoutSale(tx, row, 'withdrawn', at, 'county-first');
      break;
    case 'terminate':
      await endWithoutSale(tx, row, 'terminated', at, 'county-first');
      break;
    case 'offer-reduction':
      await offer(tx, row, formatQuantities(action.reduced), at, answerBy);
      break;
    case 'raise-breach':
      if (row.breach === null || row.breach.decision !== null) {
        await updateListing(tx, row.id, { breach: breachOf(at, null, answerBy) });
      }
      break;
    case 'block-new-listings':
      break;
  }
}

const breachOf = (at: Date, reduced: Breach['reduced'], answerBy: Date | null): Breach => ({
  at: at.toISOString(),
  reduced,
  answerBy: answerBy?.toISOString() ?? null,
  decision: null,
});

/** Suspends and offers the reduction. A second look changes the offer, not the time in which to answer. */
async function offer(
  tx: Tx,
  row: ListingRow,
  reduced: Breach['reduced'],
  at: Date,
  answerBy: Date | null,
): Promise<void> {
  const standing = row.status === 'suspended' ? row.breach : null;
  if (standing && JSON.stringify(standing.reduced) === JSON.stringify(reduced)) return;
  if (standing) return updateListing(tx, row.id, { breach: { ...standing, reduced } });
  await updateListing(tx, row.id, {
    status: 'suspended',
    suspendedFrom: row.status,
    breach: breachOf(at, reduced, answerBy),
    offerEndsAt: answerBy,
  });
  const payload = { status: 'suspended', closesAt: null, reason: 'county-first' };
  await recordEvents(tx, row.id, [{ event: 'listing.suspended', payload }]);
}
