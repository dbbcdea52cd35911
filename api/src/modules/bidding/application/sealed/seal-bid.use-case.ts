import { sign } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { sealedBidInput, sealedReceipt } from '@muheng/contracts/bidding';
import { sealingSuite } from '@muheng/contracts/common/sealing';
import type { z } from 'zod';
import type { CommandContext } from '../../../../kernel/access/actor.js';
import { unlessRefused } from '../../../../kernel/errors/decided.js';
import { Refusal } from '../../../../kernel/errors/refusal.js';
import type { Tx } from '../../../../kernel/unit-of-work/tx.js';
import { UnitOfWork } from '../../../../kernel/unit-of-work/unit-of-work.js';
import { recordEvents } from '../../../listings/application/listing-log.js';
import { requireMove } from '../../../listings/application/move-listing.js';
import { refuseOutsideWindow } from '../../domain/forms/window.js';
import { findBidder } from '../../persistence/auction.repository.js';
import { countBidIn, lockFormListing } from '../../persistence/form-listing.repository.js';
import {
  findSealedAuction,
  findTwin,
  insertSealedBid,
  type SealedAuctionRow,
} from '../../persistence/sealed.repository.js';
import { participantOf, windowOf } from '../form-window.js';
import { sealedForms } from './sealed-terms.js';

type Input = z.output<typeof sealedBidInput>;
type Receipt = z.input<typeof sealedReceipt>;

/**
 * Takes a bid that nobody here can read, and signs for it. Whether its price is good shows when it is opened; the
 * bidder's own page has judged it before sealing.
 */
@Injectable()
export class SealBid {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * The idempotency key is the bid's id. Throws `listing.not-found`, `.not-approved`, `.form-not-allowed`, then in the
   * order of replay.md `bidding.closed`, `.own-listing`, `.not-registered`, `.not-in-window`; then `listing.wrong-status`, and
   * last `bidding.sealed-malformed`, `.sealed-foreign`, `.sealed-replayed`.
   */
  async execute(context: CommandContext, listingId: string, input: Input): Promise<Receipt> {
    const { partyId, partyCode, personId } = context.actor;
    if (partyId === null) throw new Refusal('access.forbidden');
    const command = { name: 'bidding.seal', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, { ...input, listingId }, async (tx) => {
      const { row, window } = windowOf(await lockFormListing(tx, listingId), listingId, sealedForms);
      const at = await tx.marketTime();
      const bidder = (await findBidder(tx, listingId, partyId)) ?? undefined;
      const who = participantOf(partyCode, bidder, row, window.depositClosesAt);
      unlessRefused(refuseOutsideWindow(window.terms, window.state, who, at));
      const auction = await findSealedAuction(tx, listingId);
      if (!bidder || !auction) throw new Error(`nobody bid for ${listingId}, or it has no key`);
      // Once the order of ties stands, seals are closed, whatever moved the clock since.
      requireMove(row, 'seal', auction.tieRecord !== null);
      await refuseEnvelope(tx, listingId, partyCode, input);
      const seq = await countBidIn(tx, listingId);
      const { buyerId, bidderNo } = bidder;
      await insertSealedBid(tx, {
        ...input,
        id: context.key,
        listingId,
        seq,
        buyerId,
        bidderNo,
        personId,
        at,
      });
      const line = { seq, commitment: input.commitment, receivedAt: at.toISOString() };
      await recordEvents(tx, listingId, [{ event: 'bid.sealed', payload: { ...line, bidCount: seq } }]);
      tx.audit('listing', listingId, { sealed: seq });
      return receiptOf(auction, listingId, partyCode, { ...line, id: context.key });
    });
  }
}

/** P-256 points are 65 bytes; AES-GCM adds 16 to what is never empty. */
const encHex = 130;
const ciphertextHexMin = 34;

async function refuseEnvelope(tx: Tx, listingId: string, bidder: string, input: Input): Promise<void> {
  const isWhole =
    input.suite === sealingSuite &&
    input.enc.length === encHex &&
    input.enc.startsWith('04') &&
    input.ciphertext.length >= ciphertextHexMin;
  if (!isWhole) throw new Refusal('bidding.sealed-malformed');
  if (input.listing !== listingId || input.bidder !== bidder)
    throw new Refusal('bidding.sealed-foreign', { params: { bidder } });
  const seq = await findTwin(tx, listingId, input);
  if (seq !== null) throw new Refusal('bidding.sealed-replayed', { params: { seq } });
}

function receiptOf(
  auction: SealedAuctionRow,
  listingId: string,
  bidder: string,
  line: { id: string; seq: number; commitment: string; receivedAt: string },
): Receipt {
  const { seq, commitment, receivedAt } = line;
  const receiptText = [sealingSuite, 'receipt', listingId, seq, bidder, commitment, receivedAt].join('\n');
  return {
    ...line,
    listingId,
    receiptText,
    signature: sign(null, Buffer.from(receiptText), auction.receiptKey).toString('hex'),
    receiptPublicKey: auction.receiptPublicKey,
  };
}
