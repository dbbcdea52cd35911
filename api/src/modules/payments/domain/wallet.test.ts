import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverable, exposureLimit, spread, withdrawable } from './wallet.js';

describe('what a wallet may stand for', () => {
  it.each([
    ['nothing yet', 1_000n, 0n, 100, 1_000n, 1_000n],
    ['part of it', 1_000n, 600n, 100, 400n, 400n],
    ['to the last 分', 1_000n, 1_000n, 100, 0n, 0n],
    ['twice its money, where the policy trusts', 1_000n, 1_500n, 200, 500n, 0n],
    ['more than it should, after a forfeiture', 400n, 600n, 100, 0n, 0n],
    ['a limit that is no whole 分', 333n, 0n, 150, 499n, 333n],
  ])('%s', (_name, funds, held, pct, left, free) => {
    expect(coverable({ funds, held }, pct)).toBe(left);
    expect(withdrawable({ funds, held })).toBe(free);
  });

  const fen = fc.bigInt({ min: 0n, max: 10n ** 15n });
  it('never more than the limit, and what is taken out never touches what stands', () => {
    fc.assert(
      fc.property(fen, fen, fc.integer({ min: 100, max: 1_000 }), (funds, held, pct) => {
        const room = coverable({ funds, held }, pct);
        expect(room === 0n || held + room === exposureLimit(funds, pct)).toBe(true);
        const out = withdrawable({ funds, held });
        expect(out === 0n || funds - out === held).toBe(true);
      }),
    );
  });

  it('takes from the oldest money first, all that is wanted or all that there is', () => {
    fc.assert(
      fc.property(fc.array(fen, { maxLength: 8 }), fen, (lefts, amount) => {
        const sources = lefts.map((left, place) => ({ left, place }));
        const taken = spread(sources, amount);
        const sum = taken.reduce((total, part) => total + part.amount, 0n);
        const all = lefts.reduce((total, left) => total + left, 0n);
        expect(sum).toBe(all < amount ? all : amount);
        expect(taken.every((part) => part.amount > 0n && part.amount <= part.source.left)).toBe(true);
        // Each but the last is used up before the next is touched.
        expect(taken.slice(0, -1).every((part) => part.amount === part.source.left)).toBe(true);
      }),
    );
  });
});
