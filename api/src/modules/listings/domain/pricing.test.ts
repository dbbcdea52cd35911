import { parseQuantities, type Quantities } from '@muheng/contracts/common/component';
import { isRefused } from '@muheng/contracts/common/problems';
import { type Fen, formatCny, parseCny } from '@muheng/contracts/common/quantity';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolvePolicy } from './policy.js';
import {
  boundsOf,
  capCeiling,
  completePrices,
  proposedStart,
  reducePrices,
  refuseBelowMinLot,
  refuseOutOfPolicy,
  refuseSenseless,
  smallestLot,
} from './pricing.js';

const policyWith = (overrides: object = {}, pack = 'ningxia') => {
  const policy = resolvePolicy(pack, overrides);
  if (isRefused(policy)) throw new Error(policy.refused);
  return policy;
};
const ningxia = policyWith();
const land = (areaHa: string, paddyHa = '0', capacityKg = '0'): Quantities =>
  parseQuantities({ areaHa, paddyHa, capacityKg });
const wire = (prices: object) =>
  Object.fromEntries(
    Object.entries(prices).map(([key, value]) => [key, value === null ? null : formatCny(value as bigint)]),
  );

describe('proposed prices (domain §15, table of example lots)', () => {
  it.each([
    [
      '彭阳',
      'SFQ',
      land('60.8544', '0', '365126.4'),
      '45640800.00',
      '9128160.00',
      '2282040.00',
      '68461200.00',
    ],
    [
      '同心',
      'SFQ',
      land('133.3334', '0', '1000000.5'),
      '100000050.00',
      '20000010.00',
      '5000002.50',
      '150000075.00',
    ],
    [
      '盐池',
      'SFQ',
      land('86.6667', '0', '520000.2'),
      '65000025.00',
      '13000005.00',
      '3250001.25',
      '97500037.50',
    ],
    [
      '平罗',
      'SFQ',
      land('40.0000', '40.0000', '480000'),
      '48000000.00',
      '9600000.00',
      '2400000.00',
      '72000000.00',
    ],
    ['平罗 capacity', 'SFQ', land('0', '0', '100000'), '3000000.00', '600000.00', '150000.00', '4500000.00'],
    ['西吉', 'LSQ', land('26.6667'), '60000075.00', '12000015.00', '3000003.75', '90000112.50'],
  ] as const)('%s', (_, quota, each, start, deposit, step, ceiling) => {
    const prices = completePrices('timed-bidding', {}, proposedStart(quota, each, ningxia), ningxia);
    expect(wire(prices)).toEqual({ start, deposit, step, ceiling, floor: null });
  });

  it('prices paddy as paddy, with or without its area', () => {
    expect(formatCny(proposedStart('SFQ', land('20.0000', '12.5000', '210000'), ningxia))).toBe(
      '20625000.00',
    );
    expect(formatCny(proposedStart('SFQ', land('0', '6.6667'), policyWith({}, 'guangdong')))).toBe(
      '30000150.00',
    );
  });

  it('keeps what was typed, and a null ceiling means none', () => {
    const typed = { start: parseCny('100.00'), ceiling: null, step: parseCny('30.00') };
    expect(wire(completePrices('timed-bidding', typed, 0n as Fen, ningxia))).toEqual({
      start: '100.00',
      step: '30.00',
      deposit: '20.00',
      ceiling: null,
      floor: null,
    });
  });

  it('gives other forms no step and no ceiling of their own', () => {
    expect(completePrices('fixed-price', {}, parseCny('100.00'), ningxia)).toMatchObject({
      step: null,
      ceiling: null,
    });
  });
});

describe('a purchase', () => {
  const prices = (floor?: string) =>
    completePrices(
      'reverse-purchase',
      { start: parseCny('900.00'), ...(floor !== undefined && { floor: parseCny(floor) }) },
      0n as Fen,
      ningxia,
    );

  it('has a lowest price, 0.01 where none was named, and no step of its own', () => {
    expect(wire(prices('600.00'))).toMatchObject({ floor: '600.00', step: null, ceiling: null });
    expect(wire(prices())).toMatchObject({ floor: '0.01' });
  });

  it.each(['0.00', '900.01'])('refuses a lowest price of %s', (floor) => {
    expect(refuseSenseless(prices(floor))).toMatchObject({
      refused: 'listing.price-invalid',
      params: { field: 'floorCny' },
    });
  });
});

describe('bounds', () => {
  const each = land('1.0000');
  const judge = (
    overrides: object,
    start: string,
    form: 'timed-bidding' | 'negotiated' = 'timed-bidding',
    ceiling?: string,
  ) => {
    const policy = policyWith(overrides);
    const typed = { start: parseCny(start), ...(ceiling && { ceiling: parseCny(ceiling) }) };
    const bounds = boundsOf(form, 'SFQ', each, policy);
    return refuseOutOfPolicy(
      capCeiling(completePrices(form, typed, 0n as Fen, policy), typed, bounds),
      bounds,
    );
  };

  it('sets none in the packs', () => {
    expect(judge({}, '0.01')).toBeNull();
    expect(judge({}, '99999999.00', 'negotiated')).toBeNull();
  });

  it.each([
    [{ floorPriceCnyPerMu: 60000 }, '899999.99', '/startPriceCny'],
    [{ floorPriceCnyPerMu: 60000 }, '900000.00', null],
    [{ capPriceCnyPerMu: 60000 }, '900000.01', '/startPriceCny'],
    [{ capPriceCnyPerMu: { dry: 60000 } }, '900000.00', null],
    [{ capPriceCnyPerMu: { paddy: 1 } }, '900000.00', null],
  ])('%j with %s', (overrides, start, pointer) => {
    expect(judge(overrides, start)?.pointer ?? null).toBe(pointer);
  });

  it('keeps a proposed ceiling within the cap and refuses a typed one above', () => {
    expect(judge({ capPriceCnyPerMu: 60000 }, '800000.00')).toBeNull();
    expect(judge({ capPriceCnyPerMu: 60000 }, '800000.00', 'timed-bidding', '900000.01')).toMatchObject({
      refused: 'listing.price-out-of-policy',
      params: { priceCny: '900000.01', highestCny: '900000.00' },
      pointer: '/ceilingCny',
    });
  });

  it.each([
    ['599999.99', false],
    ['600000.00', true],
    ['900000.00', true],
    ['900000.01', false],
  ])('holds a negotiated price of %s to the band around the guide', (start, allowed) => {
    expect(judge({ guidePriceCnyPerMu: 50000 }, start, 'negotiated') === null).toBe(allowed);
    expect(judge({ guidePriceCnyPerMu: 50000 }, start)).toBeNull();
  });
});

describe('senseless prices and small lots', () => {
  const prices = completePrices('timed-bidding', {}, parseCny('100.00'), ningxia);
  it.each([
    [{ start: 0n as Fen }, '/startPriceCny'],
    [{ step: 0n as Fen }, '/stepCny'],
    [{ deposit: parseCny('100.01') }, '/depositCny'],
    [{ ceiling: parseCny('99.99') }, '/ceilingCny'],
  ])('%o', (vary, pointer) => expect(refuseSenseless({ ...prices, ...vary })?.pointer).toBe(pointer));

  it('finds nothing wrong with a proposal', () => expect(refuseSenseless(prices)).toBeNull());

  it('asks for the smallest lot in 亩', () => {
    expect(smallestLot({ minLotMu: 20 })).toBe(13_334n);
    expect(refuseBelowMinLot(land('1.3334'), { minLotMu: 20 })).toBeNull();
    expect(refuseBelowMinLot(land('1.3333'), { minLotMu: 20 })).toMatchObject({
      params: { missingMu: '0.0015' },
    });
    expect(refuseBelowMinLot(land('0', '1.0000'), { minLotMu: 20 })).toMatchObject({
      refused: 'listing.below-min-lot',
    });
    expect(refuseBelowMinLot(land('0', '0', '5.0000'), { minLotMu: 20 })).toBeNull();
  });
});

describe('properties', () => {
  const price = fc.bigInt({ min: 1n, max: 10n ** 12n }) as fc.Arbitrary<Fen>;
  it('a proposal is always sensible, and stays so when the listing shrinks', () => {
    fc.assert(
      fc.property(price, fc.bigInt({ min: 2n, max: 10n ** 7n }), fc.nat({ max: 99 }), (start, area, pct) => {
        const prices = completePrices('timed-bidding', {}, start, ningxia);
        const before = { ...land('0'), area } as Quantities;
        const after = { ...before, area: area - (area * BigInt(pct)) / 200n } as Quantities;
        const reduced = reducePrices(prices, before, after);
        return (
          refuseSenseless(prices) === null && (reduced.start === 0n || refuseSenseless(reduced) === null)
        );
      }),
    );
  });
});
