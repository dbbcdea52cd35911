import { generateKeyPairSync } from 'node:crypto';
import { operatorCode, regionDepartmentCode } from '@muheng/contracts/common/regions';
import type { SealingCeremony, ShareHolder } from '@muheng/contracts/common/sealing';
import { shareHolders } from '@muheng/contracts/common/sealing';
import { Refusal } from '../../../kernel/errors/refusal.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { findPartyId } from '../persistence/party-ref.repository.js';
import type { ListingRow } from '../persistence/listing.repository.js';
import { insertSealing, partiesWithKey } from '../persistence/sealing.repository.js';

/** Who holds a share of a listing's key: its county, the operator, the region department (domain §4). */
async function holdersOf(tx: Tx, row: ListingRow): Promise<Record<ShareHolder, string>> {
  const operator = await findPartyId(tx, operatorCode);
  const regulator = await findPartyId(tx, regionDepartmentCode);
  if (operator === null || regulator === null) throw new Error('the market has no operator or no regulator');
  return { county: row.sellerId, operator, regulator };
}

/**
 * Takes the key that the certifying person's browser made: its public half, and three shares sealed to their holders.
 * The server never sees the private half. A pair of its own signs the receipts. Throws `listing.sealing-needed`.
 */
export async function setUpSealing(
  tx: Tx,
  row: ListingRow,
  ceremony: SealingCeremony | undefined,
  madeBy: string,
): Promise<void> {
  const parties = await holdersOf(tx, row);
  const known = await partiesWithKey(tx, Object.values(parties));
  const missing = shareHolders.find((holder) => !known.has(parties[holder]));
  const isWhole = shareHolders.every((holder) => ceremony?.shares.some((share) => share.holder === holder));
  if (missing !== undefined || ceremony === undefined || !isWhole) {
    throw new Refusal('listing.sealing-needed', {
      params: { holder: missing ?? 'county' },
      pointer: '/sealing',
    });
  }
  const receipts = generateKeyPairSync('ed25519');
  await insertSealing(tx, {
    listingId: row.id,
    ceremony,
    receiptKey: receipts.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    receiptPublicKey: receipts.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    madeBy,
    parties,
  });
}
