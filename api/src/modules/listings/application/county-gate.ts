import { components, type Quantities, quantities } from '@muheng/contracts/common/component';
import { formatHa, formatKg } from '@muheng/contracts/common/quantity';
import { Refusal } from '../../../kernel/errors/refusal.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { type Certification, CountyFirst } from '../../quota-bank/application/county-first.service.js';
import { rulesOf } from '../domain/forms.js';
import { findPartyRefs } from '../persistence/party-ref.repository.js';
import type { ListingRow } from '../persistence/listing.repository.js';

/**
 * Takes the seller's (county, indicator) row, the first in the lock order, before its listing is locked. Who lists a
 * purchase has no quota in it, and need not be a county.
 */
export async function lockSeller(countyFirst: CountyFirst, tx: Tx, row: SellerOf): Promise<void> {
  if (!rulesOf(row.form).isPurchase) await countyFirst.markStale(tx, row.sellerId, row.quota);
}

type SellerOf = Pick<ListingRow, 'sellerId' | 'quota' | 'form'>;
type Proof = NonNullable<ListingRow['countyFirst']>;

const wireField = { area: 'areaHa', paddy: 'paddyHa', capacity: 'capacityKg' } as const;

/** What the notice keeps of the arithmetic: the sums, not the needs behind them. */
export function proofOf({ arithmetic }: Certification): Proof {
  return {
    certifiedAt: arithmetic.at,
    declarationSignedOn: arithmetic.declaration.signedOn,
    lines: components.map((component) => {
      const field = wireField[component];
      return {
        component,
        available: arithmetic.available[field],
        need: arithmetic.need[field],
        reserve: arithmetic.reserve[field],
        margin: arithmetic.margin[field],
        surplus: arithmetic.surplus[field],
        asked: arithmetic.asked[field],
        holds: arithmetic.holds[component],
      };
    }),
  };
}

/**
 * County-first once more, at notice (reliability I9). What is listed has left Avail already, so no margin of a
 * component that the listing contains may be negative. Throws `county-first.surplus-exceeded`. The caller holds the
 * (county, indicator) lock.
 */
export async function recheckAtNotice(countyFirst: CountyFirst, tx: Tx, row: ListingRow): Promise<void> {
  if (rulesOf(row.form).isPurchase) return;
  const { position } = await countyFirst.assess(tx, row.sellerId, row.quota);
  const asked: Quantities = quantities(row.area, row.paddy, row.capacity);
  const short = components.find((each) => asked[each] > 0n && position.margin[each] < 0n);
  if (!short) return;
  const seller = (await findPartyRefs(tx, [row.sellerId])).get(row.sellerId);
  const left = position.margin[short] + asked[short];
  const surplus = left > 0n ? left : 0n;
  const text = (value: bigint): string =>
    short === 'capacity' ? `${formatKg(value)} kg` : `${formatHa(value)} ha`;
  throw new Refusal('county-first.surplus-exceeded', {
    params: {
      county: seller?.nameZh ?? '',
      component: short,
      surplus: text(surplus),
      asked: text(asked[short]),
      excess: text(asked[short] - surplus),
      largest: text(surplus),
    },
  });
}
