import { type Fen, parseHa, type SquareMetres, tryCny } from '@muheng/contracts/common/quantity';
import { openBid, type SealedContent } from '@muheng/contracts/common/sealing';
import type { Tx } from '../../../../kernel/unit-of-work/tx.js';
import { closeInParts } from '../../../listings/application/close-in-parts.js';
import { closeListing } from '../../../listings/application/close-listing.js';
import { publishTieBreak, sha256 } from '../../../listings/application/draw.js';
import { recordEvents } from '../../../listings/application/listing-log.js';
import { type OpenedBid, refuseSealedBid, type SealedTerms } from '@muheng/contracts/common/sealed-bid';
import { decideFirstPrice } from '../../domain/forms/sealed-first-price.js';
import { clearUniform } from '../../domain/forms/sealed-uniform.js';
import type { FormListing } from '../../persistence/form-listing.repository.js';
import {
  findOpenings,
  findSealedAuction,
  findSealedBids,
  insertOpenings,
  markOpened,
  type Opening,
  type SealedBidRow,
} from '../../persistence/sealed.repository.js';
import { hpke } from './hpke.js';
import { sealedTermsOf } from './sealed-terms.js';

/** What a bid says, or why it does not count; the reason is the code that its bidder would have been refused with. */
export function judgeContent(terms: SealedTerms, bidId: string, content: SealedContent | null): Opening {
  const unreadable = { bidId, price: null, area: null, voidReason: 'bidding.sealed-malformed' };
  const price = content && tryCny(content.priceCny);
  const isArea = content?.quantityHa == null || /^\d{1,10}\.\d{4}$/.test(content.quantityHa);
  if (!content || price === null || price <= 0n || !isArea) return unreadable;
  const area = content.quantityHa === null ? null : parseHa(content.quantityHa);
  const refused = refuseSealedBid(terms, { price, area });
  return {
    bidId,
    price,
    area: area !== null && area > 0n ? area : null,
    voidReason: refused?.refused ?? null,
  };
}

/** Opens every bid that no bidder has revealed itself, with the key that two shares made. */
export async function openAll(tx: Tx, row: FormListing, privateKey: Uint8Array): Promise<void> {
  const terms = sealedTermsOf(row);
  const known = new Set((await findOpenings(tx, row.id)).map((opening) => opening.bidId));
  const bids = (await findSealedBids(tx, row.id)).filter((bid) => !known.has(bid.id));
  const opened = await Promise.all(
    bids.map(async (bid) => judgeContent(terms, bid.id, await openOne(row.id, privateKey, bid))),
  );
  await insertOpenings(tx, row.id, 'shares', opened);
}

const openOne = (
  listing: string,
  privateKey: Uint8Array,
  bid: SealedBidRow,
): Promise<SealedContent | null> => {
  const { bidder, enc, ciphertext, commitment } = bid;
  return openBid(hpke, sha256, privateKey, { suite: '', listing, bidder, enc, ciphertext, commitment });
};

/** Decides over what is open, publishes it and closes the listing (domain §11). The caller holds both locks. */
export async function decideSealed(tx: Tx, row: FormListing, way: 'shares' | 'revelation'): Promise<string> {
  await markOpened(tx, row.id, way);
  const auction = await findSealedAuction(tx, row.id);
  const bids = await findSealedBids(tx, row.id);
  const byId = new Map(bids.map((bid) => [bid.id, bid]));
  const openings = await findOpenings(tx, row.id);
  const good = openings.flatMap((opening): OpenedBid[] => {
    const bid = byId.get(opening.bidId);
    if (!bid || opening.voidReason !== null || opening.price === null) return [];
    const { seq, bidder } = bid;
    return [{ seq, bidder, price: opening.price as Fen, area: opening.area as SquareMetres | null }];
  });
  const payload = { way, bids: bids.length, good: good.length };
  await recordEvents(tx, row.id, [{ event: 'seals.opened', payload }]);
  const order = auction?.tieRecord?.order ?? [];
  const at = await tx.marketTime();
  const registrationOf = new Map(bids.map((bid) => [bid.bidder, bid]));
  if (row.form === 'sealed-uniform') {
    const result = clearUniform(row.offered.area as SquareMetres, good, order);
    if (!result) return endUnsold(tx, row, at);
    const awards = result.awards.map(({ bidder, area, price }) => ({
      ...found(registrationOf, bidder),
      area,
      price,
    }));
    await closeInParts(tx, row.id, awards, at);
    return 'sold';
  }
  const result = decideFirstPrice(good, order);
  if (!result) return endUnsold(tx, row, at);
  if (result.tied.length > 1 && auction?.tieRecord) await publishTieBreak(tx, row.id, auction.tieRecord);
  const { buyerId, bidderNo } = found(registrationOf, result.winner);
  await closeListing(tx, row.id, { buyerId, bidderNo, price: result.price }, at);
  return 'sold';
}

async function endUnsold(tx: Tx, row: FormListing, at: Date): Promise<string> {
  await closeListing(tx, row.id, null, at);
  return 'failed';
}

function found(bids: ReadonlyMap<string, SealedBidRow>, bidder: string): SealedBidRow {
  const bid = bids.get(bidder);
  if (!bid) throw new Error(`${bidder} won without a bid`);
  return bid;
}
