import { createHash, randomBytes } from 'node:crypto';
import {
  commitTo,
  draw,
  type DrawEntry,
  type DrawRecord,
  type DrawRule,
} from '@muheng/contracts/common/draw';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { findDrawSecret, insertDrawSecret, publishDraw } from '../persistence/draw.repository.js';
import { recordEvents } from './listing-log.js';

const secretBytes = 32;

/** SHA-256 of a text as hex, for the rules that are handed one. */
export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** Makes a secret for a listing and answers the commitment that its notice publishes (domain §11 F1.7). */
export async function commitToDraw(tx: Tx, listingId: string): Promise<string> {
  const secret = randomBytes(secretBytes).toString('hex');
  const commitment = commitTo(sha256, listingId, secret);
  await insertDrawSecret(tx, listingId, secret, commitment);
  return commitment;
}

/** Draws by what the notice committed to; nothing is published yet. Throws Error without a commitment. */
export async function drawByCommitment(
  tx: Tx,
  listingId: string,
  rule: DrawRule,
  log: readonly DrawEntry[],
): Promise<DrawRecord> {
  const secret = await findDrawSecret(tx, listingId);
  if (secret === null) throw new Error(`listing ${listingId} has no commitment to draw by`);
  return draw(sha256, rule, listingId, secret, log);
}

/** An order that was fixed beforehand has decided between equal bids: it is the draw of the listing. */
export const publishTieBreak = publishDraw;

/**
 * Draws by the rule among those of a closed log and publishes the record. The caller holds the listing's lock and has
 * judged that the auction is over. Throws Error for a listing whose notice committed to nothing.
 */
export async function drawInPublic(
  tx: Tx,
  listingId: string,
  rule: DrawRule,
  log: readonly DrawEntry[],
): Promise<DrawRecord> {
  const record = await drawByCommitment(tx, listingId, rule, log);
  await publishDraw(tx, listingId, record);
  const { commitment, publicValue, seed, candidates } = record;
  await recordEvents(tx, listingId, [
    { event: 'drawn', payload: { commitment, publicValue, seed, candidates: candidates.length } },
  ]);
  return record;
}
