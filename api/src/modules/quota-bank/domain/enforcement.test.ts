import {
  addQuantities,
  components,
  quantities,
  subtractQuantities,
  zeroQuantities,
} from '@muheng/contracts/common/component';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { enforce, enforcementStages, type ListedQuantity, shrinkItems } from './enforcement.js';
import { enforcementStage } from './enforcement-stage.js';

const listed = quantities(250_000n, 0n, 100n);
const listing = (stage: ListedQuantity['stage'], name = 'L'): ListedQuantity => ({
  listing: name,
  stage,
  listed,
});
const short = quantities(-40_000n, -7n, 0n);

describe('the enforcement table (domain §8)', () => {
  it.each([
    ['not-open', 'reduce'],
    ['open-without-bids', 'offer-reduction'],
    ['open-with-bids', 'raise-breach'],
    ['closed-unconfirmed', 'raise-breach'],
    ['confirmed', 'block-new-listings'],
  ] as const)('%s → %s', (stage, action) => {
    expect(enforce(short, [listing(stage)], 0n)).toMatchObject([
      { action, shortfall: quantities(40_000n, 0n, 0n) },
    ]);
  });

  it('withdraws or terminates what would fall below the smallest lot', () => {
    const almostAll = quantities(-249_000n, 0n, 0n);
    expect(enforce(almostAll, [listing('not-open')], 13_334n)).toMatchObject([{ action: 'withdraw' }]);
    expect(enforce(almostAll, [listing('not-open')], 1_000n)).toMatchObject([{ action: 'reduce' }]);
    expect(enforce(quantities(-250_000n, 0n, 0n), [listing('open-without-bids')], 0n)).toMatchObject([
      { action: 'terminate' },
    ]);
  });

  it('leaves a deficit county without a listing of that component alone', () => {
    expect(enforce(short, [], 0n)).toEqual([]);
    expect(enforce(quantities(0n, -7n, 0n), [listing('not-open')], 0n)).toEqual([]);
  });

  it('lets the listing furthest from a buyer give way first', () => {
    const actions = enforce(
      quantities(-260_000n, 0n, 0n),
      [listing('open-with-bids', 'B'), listing('not-open', 'N')],
      0n,
    );
    expect(actions).toMatchObject([
      { listing: 'N', action: 'withdraw' },
      { listing: 'B', action: 'raise-breach', shortfall: quantities(10_000n, 0n, 0n) },
    ]);
  });

  it.each([
    ['draft', 0, null, null],
    ['notice', 0, null, 'not-open'],
    ['timed-bidding', 0, null, 'open-without-bids'],
    ['listing-open', 1, null, 'open-with-bids'],
    ['closed-sold', 3, 'result-publicity', 'closed-unconfirmed'],
    ['closed-sold', 3, 'confirmed', 'confirmed'],
    ['closed-sold', 3, 'defaulted', null],
    ['withdrawn', 0, null, null],
  ] as const)('a listing that is %s with %i bids and trade %s stands at %s', (status, bids, trade, stage) => {
    expect(enforcementStage(status, bids, trade)).toBe(stage);
  });
});

const amount = fc.bigInt({ min: 0n, max: 1_000_000n });
const three = fc.tuple(amount, amount, amount).map((each) => quantities(...each));
const listings = fc.array(
  fc.record({ listing: fc.uuid(), stage: fc.constantFrom(...enforcementStages), listed: three }),
);

describe('properties', () => {
  it('gives back exactly the shortfall, or all that is listed', () => {
    fc.assert(
      fc.property(three, listings, (deficit, each) => {
        const actions = enforce(subtractQuantities(zeroQuantities, deficit), each, 0n);
        const given = actions.reduce((sum, action) => addQuantities(sum, action.shortfall), zeroQuantities);
        const all = each.reduce((sum, one) => addQuantities(sum, one.listed), zeroQuantities);
        return components.every((k) => given[k] === (deficit[k] < all[k] ? deficit[k] : all[k]));
      }),
    );
  });

  it('shrinks items to exactly the reduced total', () => {
    fc.assert(
      fc.property(fc.array(three, { minLength: 1 }), fc.bigInt({ min: 0n, max: 100n }), (items, pct) => {
        const all = items.reduce(addQuantities, zeroQuantities);
        const target = quantities((all.area * pct) / 100n, (all.paddy * pct) / 100n, all.capacity);
        const kept = shrinkItems(
          items.map((each) => ({ quantities: each })),
          target,
        );
        expect(kept.reduce((sum, each) => addQuantities(sum, each.quantities), zeroQuantities)).toEqual(
          target,
        );
      }),
    );
    expect(() => shrinkItems([{ quantities: zeroQuantities }], quantities(1n, 0n, 0n))).toThrow(RangeError);
  });
});
