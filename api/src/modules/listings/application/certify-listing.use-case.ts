import { Injectable } from '@nestjs/common';
import { quantities } from '@muheng/contracts/common/component';
import { cityCodeOf, regionDepartmentCode, regionGovernmentCode } from '@muheng/contracts/common/regions';
import type { ApprovalLane } from '@muheng/contracts/common/policy';
import type { certifyListingInput } from '@muheng/contracts/listings';
import type { Fen } from '@muheng/contracts/common/quantity';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { decided, unlessRefused } from '../../../kernel/errors/decided.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { BuyerEligibility } from '../../quota-bank/application/buyer-eligibility.service.js';
import { CountyFirst } from '../../quota-bank/application/county-first.service.js';
import { rulesOf } from '../domain/forms.js';
import { nextListingStatus, statusAfterApprovals } from '../domain/lifecycle.js';
import { lanesOf } from '../domain/policy.js';
import { boundsOf, refuseBelowMinLot, refuseOutOfPolicy } from '../domain/pricing.js';
import { decideApproval, type NewApproval, openRound } from '../persistence/approval.repository.js';
import { findPartyId } from '../persistence/party-ref.repository.js';
import { findItems, type ListingItemRow } from '../persistence/listing-item.repository.js';
import {
  findListing,
  type ListingRow,
  lockListing,
  updateListing,
} from '../persistence/listing.repository.js';
import { proofOf, recheckAtNotice } from './county-gate.js';
import { partyOf } from './draft-listing.use-case.js';
import { startNextLane } from './lane-deadline.js';
import { setUpSealing } from './set-up-sealing.js';
import { publish } from './give-notice.js';
import { listQuota } from './listed-quota.js';
import { recordEvents } from './listing-log.js';
import type { ListingView } from './listing-view.js';
import { viewAfterWrite } from './listing.queries.js';

/**
 * A second person of the selling county certifies that what is listed is surplus (domain §8). This is the lane
 * `county-check`; the quota moves to `listed` with it, so that nobody else can list it meanwhile.
 */
@Injectable()
export class CertifyListing {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly countyFirst: CountyFirst,
    private readonly eligibility: BuyerEligibility,
  ) {}

  /**
   * Throws `listing.two-people`, `listing.wrong-status`, `request.conflict` (edited meanwhile), then in the order of
   * replay.md: `party.*`, `quota.*`, `county-first.*`, `listing.below-min-lot`, `listing.price-out-of-policy`.
   */
  async execute(
    context: CommandContext,
    listingId: string,
    input: z.output<typeof certifyListingInput>,
  ): Promise<ListingView> {
    const command = { name: 'listings.certify', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, { ...input, listingId }, async (tx) => {
      const seen = await findListing(tx, listingId);
      if (!seen || seen.sellerId !== partyOf(context)) {
        throw new Refusal('listing.not-found', { params: { listing: listingId } });
      }
      decided(nextListingStatus(seen.status, 'certify'));
      if (seen.createdBy === context.actor.personId) throw new Refusal('listing.two-people');
      const items = await findItems(tx, listingId);
      await this.checkBuyer(tx, seen);
      const countyFirst = await this.gate(tx, seen, items);
      const row = await lockListing(tx, listingId);
      if (row?.version !== seen.version) throw new Refusal('request.conflict');
      refuseTerms(row);
      if (rulesOf(row.form).isSealed) await setUpSealing(tx, row, input.sealing, context.actor.personId);
      // A purchase holds no quota of its own: sellers bring it with their offers.
      if (items.length > 0) await listQuota(tx, row, items);
      await updateListing(tx, listingId, {
        countyFirst,
        certifiedBy: context.actor.personId,
        certifiedAt: await tx.marketTime(),
      });
      await recordEvents(tx, listingId, [{ event: 'listing.certified', payload: {} }]);
      await this.sendOn(tx, row, context, input.statement ?? '经复核，同意签发。');
      tx.audit('listing', listingId);
      return viewAfterWrite(tx, listingId);
    });
  }

  /**
   * County-first, with the proof that the notice keeps. The region's reserve is nobody's local surplus: it is given out
   * by allocation only, and null is its proof. Throws `listing.seller-not-eligible` and what the gate throws.
   */
  private async gate(tx: Tx, row: ListingRow, items: ListingItemRow[]): Promise<ListingRow['countyFirst']> {
    const { sellerId: countyId, quota } = row;
    if (rulesOf(row.form).isPurchase) return null;
    if (!isReserve(row)) return proofOf(await this.countyFirst.certify(tx, { countyId, quota, items }));
    if (row.form !== 'allocation')
      throw new Refusal('listing.seller-not-eligible', { params: { party: regionDepartmentCode } });
    await this.countyFirst.markStale(tx, countyId, quota);
    return null;
  }

  /** A named buyer, and who asks in a purchase, is judged where a bidder would be at registration (domain §9). */
  private async checkBuyer(tx: Tx, row: ListingRow): Promise<void> {
    const buyerId = rulesOf(row.form).isPurchase ? row.sellerId : row.namedBuyerId;
    if (buyerId === null) return;
    await this.eligibility.check(tx, {
      buyerId,
      listingId: row.id,
      quantities: quantities(row.area, row.paddy, row.capacity),
      hasCountyConsent: true,
      keyProjectsOnly: row.form === 'allocation',
    });
  }

  /** Opens this round's lanes with the first one signed; a policy of one lane goes straight to its notice. */
  private async sendOn(tx: Tx, row: ListingRow, context: CommandContext, statement: string): Promise<void> {
    // The region's own reserve lies in no city.
    const lanes = lanesOf(row.policy, row.quota).filter((lane) => lane !== 'city' || !isReserve(row));
    const opened = await openLanes(tx, row, lanes);
    const own = opened.find((lane) => lane.lane === 'county-check');
    const { personId } = context.actor;
    if (own)
      await decideApproval(tx, own.id, {
        decision: 'approved',
        reason: statement,
        personId,
        onBehalfOf: null,
      });
    const status = statusAfterApprovals(lanes, own ? 1 : 0);
    if (status !== 'notice') {
      await startNextLane(tx, row, lanes, own ? 1 : 0);
      return updateListing(tx, row.id, { status });
    }
    await recheckAtNotice(this.countyFirst, tx, row);
    return publish(tx, row, await tx.marketTime());
  }
}

const isReserve = (row: ListingRow): boolean => row.regionCode === regionDepartmentCode;

/** `listing.*` comes last among the refusals (replay.md). */
function refuseTerms(row: ListingRow): void {
  const total = quantities(row.area, row.paddy, row.capacity);
  unlessRefused(refuseBelowMinLot(total, row.policy));
  const prices = {
    start: row.startPrice as Fen,
    step: (row.step ?? 1n) as Fen,
    deposit: row.deposit as Fen,
    ceiling: row.ceiling as Fen | null,
    floor: row.floor as Fen | null,
  };
  unlessRefused(refuseOutOfPolicy(prices, boundsOf(row.form, row.quota, total, row.policy)));
}

/** Which party signs a lane of a listing that lies in this region code (domain §4). */
const laneParty: Readonly<Record<ApprovalLane, (regionCode: string) => string | null>> = {
  'county-check': () => null,
  city: cityCodeOf,
  region: () => regionDepartmentCode,
  'region-government': () => regionGovernmentCode,
};

async function openLanes(tx: Tx, row: ListingRow, lanes: readonly ApprovalLane[]): Promise<NewApproval[]> {
  const rows: NewApproval[] = [];
  for (const [index, lane] of lanes.entries()) {
    const code = laneParty[lane](row.regionCode);
    const partyId = code === null ? row.sellerId : await findPartyId(tx, code);
    if (partyId === null) throw new Error(`party ${code} of lane ${lane} is missing`);
    rows.push({ id: uuidv7(), ordinal: index + 1, lane, partyId });
  }
  await openRound(tx, row.id, rows);
  return rows;
}
