import type { Fen } from '@muheng/contracts/common/quantity';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planInstalments } from './instalments.js';

const signedAt = new Date('2026-03-02T01:00:00Z');
const plan = [
  { pct: 50, days: 30 },
  { pct: 30, days: 60 },
  { pct: 20, days: 90 },
];

describe('a balance in parts', () => {
  it('follows the plan, in days after the contract', () => {
    const parts = planInstalments(1_000_01n as Fen, signedAt, { installments: 'on', installmentPlan: plan });
    expect(parts.map(({ part, amount, dueAt }) => [part, amount, dueAt.toISOString().slice(0, 10)])).toEqual([
      [1, 50_001n, '2026-04-01'],
      [2, 30_000n, '2026-05-01'],
      [3, 20_000n, '2026-05-31'],
    ]);
  });

  it('is none where the policy does not allow it, or one part would be all', () => {
    expect(planInstalments(100n as Fen, signedAt, { installments: 'off', installmentPlan: plan })).toEqual(
      [],
    );
    expect(planInstalments(100n as Fen, signedAt, {})).toEqual([]);
    expect(planInstalments(1n as Fen, signedAt, { installments: 'on', installmentPlan: plan })).toEqual([]);
  });

  it('adds up to the balance, part by part in the order of time', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 15n }), (balance) => {
        const parts = planInstalments(balance as Fen, signedAt, {
          installments: 'on',
          installmentPlan: plan,
        });
        const sum = parts.reduce((total, { amount }) => total + amount, 0n);
        expect(parts.length === 0 || sum === balance).toBe(true);
        expect(parts.every(({ amount, part }, i) => amount > 0n && part === i + 1)).toBe(true);
      }),
    );
  });
});
