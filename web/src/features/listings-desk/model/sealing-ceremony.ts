import { operatorCode, regionDepartmentCode } from '@muheng/contracts/common/regions';
import { makeSealingKey, type SealingCeremony } from '@muheng/contracts/common/sealing';
import { apiGet } from '../../../lib/api.js';
import { get } from '../../../lib/call.js';
import { sha256Text } from '../../../lib/sha256.js';
import type { Listing } from '../api/listings.js';

/**
 * Makes the key of a sealed auction on this machine and splits it to the holders. Null while a holder has registered no
 * key: the market's refusal then says which.
 */
export async function ceremonyOf(listing: Listing): Promise<SealingCeremony | null> {
  const { hpke, shamir } = await import('../../../lib/sealing.js');
  const { items } = await apiGet(get('/holder-keys'));
  const keyOf = (code: string): string | undefined =>
    items.find((item) => item.party.code === code)?.publicKey;
  const county = keyOf(listing.seller.code);
  const operator = keyOf(operatorCode);
  const regulator = keyOf(regionDepartmentCode);
  if (county === undefined || operator === undefined || regulator === undefined) return null;
  return makeSealingKey(hpke, shamir, sha256Text, listing.id, { county, operator, regulator });
}
