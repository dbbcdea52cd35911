import { quantities } from '@muheng/contracts/common/component';
import { formatCny, parseHa } from '@muheng/contracts/common/quantity';
import { describe, expect, it } from 'vitest';
import type { Policy } from '../api/listings.js';
import { emptyListing } from './listing-draft.js';
import { priceBody, pricesOf, proposedStart, wanToFen } from './prices.js';

const policy = {
  startPriceCnyPerMu: { dry: '50000.00', paddy: '80000.00', lsq: '150000.00' },
  startPriceCnyPerKg: '30.00',
  stepPct: 5,
  depositPct: 20,
  ceilingPct: 150,
} as Policy;
const area = (ha: string, paddy = '0') => quantities(parseHa(ha), parseHa(paddy), 0n);

describe('prices of a listing as it is typed', () => {
  it('proposes the rulebook’s start prices', () => {
    expect(formatCny(proposedStart('SFQ', area('60.8544'), policy))).toBe('45640800.00');
    expect(formatCny(proposedStart('SFQ', area('40', '40'), policy))).toBe('48000000.00');
    expect(formatCny(proposedStart('LSQ', area('26.6667'), policy))).toBe('60000075.00');
    expect(formatCny(proposedStart('SFQ', quantities(0n, 0n, 1_000_000_000n), policy))).toBe('3000000.00');
  });

  it('reads 万元 and 万元 a 亩 exactly', () => {
    expect(wanToFen('4,564.08')).toBe(4_564_080_000n);
    expect(wanToFen('0.000001')).toBe(1n);
    expect(wanToFen('1.0000001')).toBeNull();
    const typed = pricesOf({ ...emptyListing, start: '7.00' }, area('20', '12.5'), policy);
    expect(formatCny(typed.start ?? 0n)).toBe('21000000.00');
    expect(formatCny(typed.step ?? 0n)).toBe('1050000.00');
    expect(formatCny(typed.deposit ?? 0n)).toBe('4200000.00');
    expect(formatCny(typed.ceiling ?? 0n)).toBe('31500000.00');
  });

  it('leaves to the market what nobody typed', () => {
    const draft = { ...emptyListing, startBy: 'total' as const, start: '2100', step: '' };
    expect(priceBody(draft, pricesOf(draft, area('20'), policy))).toEqual({ startPriceCny: '21000000.00' });
    const free = { ...draft, noCeiling: true, deposit: '300' };
    expect(priceBody(free, pricesOf(free, area('20'), policy))).toEqual({
      startPriceCny: '21000000.00',
      depositCny: '3000000.00',
      ceilingCny: null,
    });
  });

  it('says no to what is no price', () => {
    const draft = { ...emptyListing, start: 'seven' };
    expect(pricesOf(draft, area('20'), policy).start).toBeNull();
  });
});
