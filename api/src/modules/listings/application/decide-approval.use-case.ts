import { Injectable } from '@nestjs/common';
import type { approvalDecisionInput } from '@muheng/contracts/listings';
import type { z } from 'zod';
import type { Actor, CommandContext } from '../../../kernel/access/actor.js';
import { decided } from '../../../kernel/errors/decided.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { CountyFirst } from '../../quota-bank/application/county-first.service.js';
import { nextListingStatus, statusAfterApprovals } from '../domain/lifecycle.js';
import {
  type ApprovalRow,
  decideApproval,
  dropOpenLanes,
  findApprovals,
} from '../persistence/approval.repository.js';
import { isInterestHeld, storeInterest } from '../persistence/interest.repository.js';
import { findItems } from '../persistence/listing-item.repository.js';
import {
  findListing,
  type ListingRow,
  lockListing,
  updateListing,
} from '../persistence/listing.repository.js';
import { delegatorOf } from '../../parties/application/delegator.js';
import { startNextLane } from './lane-deadline.js';
import { lockSeller, recheckAtNotice } from './county-gate.js';
import { publish } from './give-notice.js';
import { unlistQuota } from './listed-quota.js';
import { recordEvents } from './listing-log.js';
import type { ListingView } from './listing-view.js';
import { viewAfterWrite } from './listing.queries.js';

type Input = z.output<typeof approvalDecisionInput>;

/** One lane signs or sends back, with a reason (domain §4: nobody signs twice). The last signature gives notice. */
@Injectable()
export class DecideApproval {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly countyFirst: CountyFirst,
  ) {}

  /**
   * Throws `listing.interest-undeclared`, `listing.interest-held`, `listing.not-found`, `listing.wrong-status`,
   * `listing.lane-not-yours`, `access.same-person`, and at the last signature `county-first.surplus-exceeded`.
   */
  async execute(context: CommandContext, listingId: string, input: Input): Promise<ListingView> {
    const command = { name: 'listings.decide-approval', scope: 'market' } as const;
    if (input.interest === 'held') await this.declareInterest(context, listingId);
    return this.unitOfWork.run(command, context, { ...input, listingId }, async (tx) => {
      refuseInterest(input);
      const seen = await findListing(tx, listingId);
      if (!seen || !supervises(context.actor, seen)) {
        throw new Refusal('listing.not-found', { params: { listing: listingId } });
      }
      // The county's row comes first in the lock order, because a signature may move quota or rest on the margin.
      await lockSeller(this.countyFirst, tx, seen);
      const row = await lockListing(tx, listingId);
      if (!row) throw new Error(`listing ${listingId} vanished`);
      const approvals = await findApprovals(tx, listingId);
      const round = approvals.filter((each) => each.round === approvals.at(-1)?.round);
      const { personId } = context.actor;
      const onBehalfOf = await delegatorOf(tx, personId);
      // Their own word, and that of whose signature they hold, binds them for good.
      if (await isInterestHeld(tx, listingId, [personId, onBehalfOf ?? personId]))
        throw new Refusal('listing.interest-held', { pointer: '/interest' });
      const lane = laneToSign(row, round, context.actor, onBehalfOf);
      const { decision, reason } = input;
      await decideApproval(tx, lane.id, { decision, reason, personId, onBehalfOf });
      if (input.decision === 'rejected') await sendBack(tx, row, lane, input.reason);
      else await this.sendOn(tx, row, round, lane);
      tx.audit('listing', listingId, { lane: lane.lane, decision, onBehalfOf });
      return viewAfterWrite(tx, listingId);
    });
  }

  /** Kept by itself, for what follows is refused. Of a listing that is not theirs to know nothing is kept. */
  private async declareInterest(context: CommandContext, listingId: string): Promise<void> {
    const command = { name: 'listings.declare-interest', scope: 'market' } as const;
    await this.unitOfWork.run(command, context, { listingId }, async (tx) => {
      const seen = await findListing(tx, listingId);
      if (!seen || !supervises(context.actor, seen)) return;
      await storeInterest(tx, listingId, context.actor.personId);
      tx.audit('listing', listingId, { interest: 'held' });
    });
  }

  private async sendOn(
    tx: Tx,
    row: ListingRow,
    round: readonly ApprovalRow[],
    lane: ApprovalRow,
  ): Promise<void> {
    const lanes = round.map((each) => each.lane);
    await recordEvents(tx, row.id, [{ event: 'listing.approved', payload: { lane: lane.lane } }]);
    const status = statusAfterApprovals(lanes, lane.ordinal);
    if (status !== 'notice') {
      await startNextLane(tx, row, lanes, lane.ordinal);
      return updateListing(tx, row.id, { status });
    }
    await recheckAtNotice(this.countyFirst, tx, row);
    return publish(tx, row, await tx.marketTime());
  }
}

/** Who has an interest of their own hands the matter on. */
function refuseInterest({ interest }: Input): void {
  if (interest === undefined) throw new Refusal('listing.interest-undeclared', { pointer: '/interest' });
  if (interest === 'held') throw new Refusal('listing.interest-held', { pointer: '/interest' });
}

/** Whether the person may know of this listing: of the selling party, or of one that supervises its region. */
export const supervises = (actor: Actor, row: Pick<ListingRow, 'sellerId' | 'regionCode'>): boolean =>
  row.sellerId === actor.partyId || (actor.scope !== '' && row.regionCode.startsWith(actor.scope));

function laneToSign(
  row: ListingRow,
  round: readonly ApprovalRow[],
  actor: Actor,
  onBehalfOf: string | null,
): ApprovalRow {
  decided(nextListingStatus(row.status, 'reject'));
  const lane = round.find((each) => each.decision === null);
  if (!lane) throw new Refusal('listing.wrong-status', { params: { status: row.status, action: 'approve' } });
  if (lane.partyId !== actor.partyId) {
    throw new Refusal('listing.lane-not-yours', { params: { lane: lane.lane } });
  }
  // A signature given into another's hand is still the same signature.
  const hands = [actor.personId, onBehalfOf].filter((id) => id !== null);
  const signed = round.some(({ personId, onBehalfOfId }) =>
    hands.some((hand) => hand === personId || hand === onBehalfOfId),
  );
  if (signed || hands.includes(row.createdBy)) throw new Refusal('access.same-person');
  return lane;
}

/** A rejection returns the listing to its maker and what it listed to `available`. */
async function sendBack(tx: Tx, row: ListingRow, lane: ApprovalRow, reason: string): Promise<void> {
  await unlistQuota(tx, row, await findItems(tx, row.id));
  await dropOpenLanes(tx, row.id);
  await updateListing(tx, row.id, {
    status: 'draft',
    certifiedBy: null,
    certifiedAt: null,
    countyFirst: null,
  });
  await recordEvents(tx, row.id, [{ event: 'listing.rejected', payload: { lane: lane.lane, reason } }]);
}
