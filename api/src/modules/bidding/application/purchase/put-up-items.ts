import type { registerInput } from '@muheng/contracts/bidding';
import { components } from '@muheng/contracts/common/component';
import { formatHa, formatKg } from '@muheng/contracts/common/quantity';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import type { Actor } from '../../../../kernel/access/actor.js';
import { Refusal } from '../../../../kernel/errors/refusal.js';
import type { Tx } from '../../../../kernel/unit-of-work/tx.js';
import { readItems } from '../../../listings/application/listing-draft.js';
import { bidderNumber } from '../../domain/bidder-number.js';
import type { FormListing } from '../../persistence/form-listing.repository.js';
import { insertOfferItems, type OfferItem } from '../../persistence/offer.repository.js';
import { countRegistrations, insertRegistration } from '../../persistence/registration.repository.js';

type Items = NonNullable<z.output<typeof registerInput>['items']>;

const sellers: ReadonlySet<string> = new Set(['county', 'zone']);

/**
 * A seller registers for a purchase with the lots that it would deliver: exactly what is asked for, and its own. They
 * are held once a second person has certified them. Throws `listing.seller-not-eligible`, `bidding.items-needed`,
 * `quota.not-found`, `quota.nothing-asked`, `bidding.offer-differs`. The caller has judged time and parties.
 */
export async function putUpItems(
  tx: Tx,
  actor: Actor & { partyId: string },
  row: FormListing,
  { items, deposit }: { items: Items | undefined; deposit: bigint },
): Promise<string> {
  if (!sellers.has(actor.partyKind)) {
    throw new Refusal('listing.seller-not-eligible', { params: { party: actor.partyCode } });
  }
  if (items === undefined) throw new Refusal('bidding.items-needed', { pointer: '/items' });
  const content = await readItems(tx, actor.partyId, items);
  // A lot of the other indicator is as unknown here as one of somebody else.
  if (content.quota !== row.quota) {
    throw new Refusal('quota.not-found', {
      params: { lot: items[0]?.lotId ?? '' },
      pointer: '/items/0/lotId',
    });
  }
  refuseOther(row, content.total);
  const id = uuidv7();
  await insertRegistration(tx, {
    id,
    listingId: row.id,
    buyerId: actor.partyId,
    bidderNo: bidderNumber(row.id, await countRegistrations(tx, row.id)),
    needId: null,
    projectCode: null,
    status: 'applied',
    deposit,
    deficit: null,
    byPersonId: actor.personId,
  });
  await insertOfferItems(tx, id, content.items);
  return id;
}

/** `bidding.offer-differs`: a purchase takes what it asks for, whole; more or less of anything is another deal. */
function refuseOther({ offered: wanted }: FormListing, total: OfferItem['quantities']): void {
  const component = components.find((each) => wanted[each] !== total[each]);
  if (component === undefined) return;
  const text = (value: bigint): string =>
    component === 'capacity' ? `${formatKg(value)} kg` : `${formatHa(value)} ha`;
  throw new Refusal('bidding.offer-differs', {
    params: { component, offered: text(total[component]), wanted: text(wanted[component]) },
    pointer: '/items',
  });
}
