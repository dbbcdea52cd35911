import { z } from 'zod';
import { cny, hectares, id, instant } from '../common/schema.js';
import { shareHolders } from '../common/sealing.js';
import { partyRef } from '../listings.js';

/** Sealed bids: keys of the holders, sealing, opening share by share, and the fallback (domain §11). */

const hex = (max: number) =>
  z
    .string()
    .regex(/^(?:[0-9a-f]{2})+$/)
    .max(max);
const digest = z.string().regex(/^[0-9a-f]{64}$/);

/** The key to which a holder's shares are sealed. The private half stays on the holder's machine. */
export const holderKeyInput = z
  .strictObject({ publicKey: hex(130).length(130) })
  .meta({ id: 'SetHolderKey' });
export const holderKey = z
  .strictObject({ party: partyRef, publicKey: z.string(), setAt: instant })
  .meta({ id: 'HolderKey' });
export const holderKeys = z.strictObject({ items: z.array(holderKey) }).meta({ id: 'HolderKeys' });

/** A bid that was sealed in the bidder's browser; `Idempotency-Key` is its id. */
export const sealedBidInput = z
  .strictObject({
    suite: z.string().max(40),
    listing: id,
    bidder: z.string().max(32),
    enc: hex(400),
    ciphertext: hex(2_000),
    commitment: digest,
  })
  .meta({ id: 'SealBid' });

/** Signed by the auction's receipt key (Ed25519) over `receiptText`. */
export const sealedReceipt = z
  .strictObject({
    id,
    listingId: id,
    seq: z.int(),
    commitment: digest,
    receivedAt: instant,
    receiptText: z.string(),
    signature: z.string(),
    receiptPublicKey: z.string(),
  })
  .meta({ id: 'SealedReceipt' });

/** A holder's own sealed share, to be opened on its machine after the close. */
export const ownShare = z
  .strictObject({ holder: z.enum(shareHolders), sealed: z.string(), digest, given: z.boolean() })
  .meta({ id: 'OwnShare' });
export const giveShareInput = z.strictObject({ share: hex(400) }).meta({ id: 'GiveShare' });
export const openingState = z
  .strictObject({ given: z.int(), needed: z.int(), opened: z.boolean() })
  .meta({ id: 'OpeningState' });

/** The fallback: a bidder shows what it sealed; it has to meet its commitment. */
export const revealBidInput = z
  .strictObject({ priceCny: cny, quantityHa: hectares.nullable(), salt: hex(64) })
  .meta({ id: 'RevealBid' });

/** Sealed bids as the public sees them: receipts from the close on, prices once opened. */
export const sealedLine = z
  .strictObject({
    id,
    seq: z.int(),
    bidderNo: z.int().nullable(),
    commitment: digest,
    receivedAt: instant,
    priceCny: cny.nullable(),
    quantityHa: hectares.nullable(),
    voidReason: z.string().nullable(),
    mine: z.boolean(),
  })
  .meta({ id: 'SealedLine' });
export const sealedLog = z.strictObject({ items: z.array(sealedLine) }).meta({ id: 'SealedLog' });
