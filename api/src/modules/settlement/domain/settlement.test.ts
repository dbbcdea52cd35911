import { tradeStatuses, type TradeStatus } from '@muheng/contracts/common/statuses';
import { isRefused } from '@muheng/contracts/common/problems';
import { type Fen, formatCny, parseCny } from '@muheng/contracts/common/quantity';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contractDue, paymentDue, publicityEnd } from './deadlines.js';
import { consequencesOf, contractDefaulter } from './default.js';
import { daysLate, lateCharge, paymentDefaultAt } from './late-charge.js';
import {
  endedTrades,
  nextTradeStatus,
  refuseConfirmation,
  type TradeEvent,
  tradeTransitions,
} from './lifecycle.js';

const at = (text: string): Date => new Date(`${text}+08:00`);
const events = Object.keys(tradeTransitions) as TradeEvent[];

describe('the life of a trade (domain §7)', () => {
  it('runs from pre-deal to completed', () => {
    const path: TradeEvent[] = [
      'publish',
      'object',
      'dismiss-objection',
      'confirm',
      'sign',
      'call-payment',
      'pay',
      'file-transfer',
      'transfer-quota',
      'issue-certificate',
      'distribute-proceeds',
      'complete',
    ];
    const end = path.reduce<TradeStatus>(
      (status, event) => nextTradeStatus(status, event) as TradeStatus,
      'pre-deal',
    );
    expect(end).toBe('completed');
  });

  it('never leaves an end, and annuls nothing once its contract is signed', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...events), { maxLength: 120 }), (path) => {
        let status: TradeStatus = 'pre-deal';
        let signed = false;
        for (const event of path) {
          const next = nextTradeStatus(status, event);
          if (isRefused(next)) continue;
          if (endedTrades.includes(status) || (signed && next === 'annulled')) return false;
          status = next;
          signed ||= status === 'contract-signed';
        }
        return true;
      }),
      { numRuns: 1_000 },
    );
  });

  it('reaches every status from the first', () => {
    const seen = new Set<TradeStatus>(['pre-deal']);
    for (const status of seen) {
      for (const event of events) {
        const next = nextTradeStatus(status, event);
        if (!isRefused(next)) seen.add(next);
      }
    }
    expect(tradeStatuses.filter((status) => !seen.has(status))).toEqual([]);
  });

  it('is confirmed only after publicity, without objection, freeze or undecided breach', () => {
    const publicityEndsAt = at('2026-03-25T00:00:00');
    const trade = {
      status: 'result-publicity' as TradeStatus,
      publicityEndsAt,
      breachUndecided: false,
      failedAtNotice: false,
      freezeReason: null,
    };
    const code = (vary: object, now = publicityEndsAt) =>
      refuseConfirmation({ ...trade, ...vary }, now)?.refused ?? 'ok';
    expect(code({})).toBe('ok');
    expect(code({}, at('2026-03-24T23:59:59.999'))).toBe('settlement.not-due');
    expect(code({ status: 'objection-hold' })).toBe('settlement.objection-open');
    expect(code({ status: 'completed' })).toBe('settlement.wrong-status');
    expect(code({ freezeReason: '卫星图斑' })).toBe('settlement.frozen');
    expect(code({ breachUndecided: true })).toBe('county-first.breach-undecided');
    expect(code({ failedAtNotice: true })).toBe('county-first.failed-at-notice');
  });
});

describe('deadlines (domain §16)', () => {
  it('counts working and calendar days', () => {
    const close = at('2026-03-17T09:09:00');
    expect(publicityEnd(close, { resultPublicityDays: 5 }, new Map())).toEqual(at('2026-03-25T00:00:00'));
    expect(contractDue(close, { contractDays: 10 }, new Map())).toEqual(at('2026-04-01T00:00:00'));
    expect(paymentDue(close, { paymentDays: 30 }, new Map())).toEqual(at('2026-04-16T09:09:00'));
  });
  it('counts in the unit that the policy names', () => {
    const close = at('2026-03-17T09:09:00');
    const turned = { contractDaysUnit: 'calendar', paymentDaysUnit: 'working' } as const;
    expect(contractDue(close, { contractDays: 10, ...turned }, new Map())).toEqual(at('2026-03-27T09:09:00'));
    expect(paymentDue(close, { paymentDays: 5, ...turned }, new Map())).toEqual(at('2026-03-25T00:00:00'));
  });
});

describe('late charge (domain §14)', () => {
  const due = at('2026-04-16T09:09:00');
  const pct = { lateDailyPct: 0.05 };
  it.each([
    ['2026-04-16T09:09:00', 0n, '0.00'],
    ['2026-04-16T09:09:00.001', 1n, '20538.36'],
    ['2026-04-17T09:09:00', 1n, '20538.36'],
    ['2026-04-17T09:09:01', 2n, '41076.72'],
  ])('paid at %s', (paid, days, charge) => {
    expect(daysLate(due, at(paid))).toBe(days);
    expect(formatCny(lateCharge(parseCny('41076720.00'), due, at(paid), pct))).toBe(charge);
  });

  it('rounds once, on the total', () => {
    expect(lateCharge(1_000n as Fen, due, at('2026-04-18T09:09:00'), pct)).toBe(1n);
    expect(lateCharge(999n as Fen, due, at('2026-04-17T09:09:00'), pct)).toBe(0n);
  });

  it('becomes a default after thirty days', () => {
    expect(paymentDefaultAt(due, { lateDefaultDays: 30 })).toEqual(at('2026-05-16T09:09:00'));
  });
});

describe('default (domain §14)', () => {
  const policy = { forfeitTo: 'seller', defaultBanMonths: 12, secondBanMonths: 36 } as const;
  const now = at('2026-04-01T00:00:00');
  const deposit = parseCny('9128160.00');

  it.each([
    [{ seller: true, buyer: false }, 'buyer'],
    [{ seller: false, buyer: true }, 'seller'],
    [{ seller: false, buyer: false }, 'buyer'],
  ])('signed %j: the %s defaults', (signed, defaulter) => expect(contractDefaulter(signed)).toBe(defaulter));

  it('takes the buyer’s deposit and bans it, longer the second time', () => {
    expect(consequencesOf('buyer', deposit, 0, now, policy)).toEqual({
      defaulter: 'buyer',
      deposit: { goes: 'forfeited', to: 'seller', amount: deposit },
      sellerOwes: 0n,
      banUntil: at('2027-04-01T00:00:00'),
      freezeQuota: false,
    });
    expect(consequencesOf('buyer', deposit, 1, now, policy).banUntil).toEqual(at('2029-04-01T00:00:00'));
  });

  it('makes a defaulting seller give the deposit twice and freezes the quantity', () => {
    expect(consequencesOf('seller', deposit, 0, now, policy)).toMatchObject({
      deposit: { goes: 'refunded', amount: deposit },
      sellerOwes: deposit,
      freezeQuota: true,
    });
  });
});
