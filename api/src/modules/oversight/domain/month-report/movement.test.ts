import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BucketFact } from './facts.js';
import { movementOf } from './movement.js';

const party = { code: '640425', name: '彭阳县' };
const fact = (bucket: string, incoming: bigint, outgoing: bigint, closing: bigint): BucketFact => ({
  party,
  asset: 'SFQ.AREA',
  bucket,
  incoming,
  outgoing,
  closing,
});
const buckets = [
  'origin',
  'available',
  'listed',
  'in-settlement',
  'earmarked',
  'frozen',
  'written-off',
  'expired',
];

describe('a month of a party', () => {
  it('says what came in, what was sold, what was used up and what is left', () => {
    // 100 banked, of which 30 were listed, 20 of these sold; 10 written off; 5 expired.
    const movement = movementOf([
      fact('origin', 0n, 100n, -500n),
      fact('available', 100n, 45n, 455n),
      fact('listed', 30n, 20n, 10n),
      fact('written-off', 10n, 0n, 10n),
      fact('expired', 5n, 0n, 5n),
    ]);
    expect(movement).toEqual({
      opening: 400n,
      banked: 100n,
      transferred: -20n,
      writtenOff: 10n,
      otherOut: 5n,
      closing: 465n,
    });
  });

  it('balances, whatever moved', () => {
    const amount = fc.bigInt({ min: 0n, max: 1_000_000n });
    const facts = fc.array(
      fc.tuple(fc.constantFrom(...buckets), amount, amount, amount).map((each) => fact(...each)),
    );
    fc.assert(
      fc.property(facts, (each) => {
        const m = movementOf(each);
        expect(m.opening + m.banked + m.transferred - m.writtenOff - m.otherOut).toBe(m.closing);
      }),
    );
  });
});
