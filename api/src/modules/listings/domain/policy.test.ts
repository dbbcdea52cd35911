import { percentRatio } from '@muheng/contracts/common/policy';
import { isRefused } from '@muheng/contracts/common/problems';
import { describe, expect, it } from 'vitest';
import { lanesOf, resolvePolicy } from './policy.js';

const resolved = (pack: string, overrides?: unknown) => {
  const policy = resolvePolicy(pack, overrides);
  if (isRefused(policy)) throw new Error(JSON.stringify(policy));
  return policy;
};

describe('policy packs (domain §16)', () => {
  it('takes guangdong as named differences over ningxia', () => {
    const guangdong = resolved('guangdong');
    expect(guangdong).toMatchObject({ ceilingPct: 250, timedBiddingEntry: 'any-registered', noticeDays: 10 });
    expect(guangdong.startPriceCnyPerMu.paddy).toBe('300000.00');
  });

  it('lays overrides over the pack, amounts as numbers or strings', () => {
    const policy = resolved('ningxia', {
      noticeDays: 3,
      reservePct: 0,
      startPriceCnyPerMu: { paddy: 90000 },
    });
    expect(policy).toMatchObject({ noticeDays: 3, reservePct: 0 });
    expect(policy.startPriceCnyPerMu).toEqual({ dry: '50000.00', paddy: '90000.00', lsq: '150000.00' });
    expect(resolved('ningxia', { floorPriceCnyPerMu: '60000' }).floorPriceCnyPerMu?.lsq).toBe('60000.00');
  });

  it.each([
    [{ noticeDay: 3 }, 'request.unknown-field', 'noticeDay'],
    [{ startPriceCnyPerMu: { wet: '1.00' } }, 'request.unknown-field', 'startPriceCnyPerMu.wet'],
    [{ noticeDays: -1 }, 'request.field-format', 'noticeDays'],
    [{ depositPct: 0.00001 }, 'request.field-format', 'depositPct'],
    [{ lsqShares: { county: 99 } }, 'request.field-format', 'lsqShares'],
  ])('refuses %j', (overrides, refused, field) => {
    expect(resolvePolicy('ningxia', overrides)).toMatchObject({ refused, params: { field } });
  });

  it('refuses a pack that nobody wrote', () => {
    expect(resolvePolicy('toString')).toMatchObject({ refused: 'request.field-format' });
  });

  it('resolves to a value that resolves to itself', () => {
    const policy = resolved('guangdong', { capPriceCnyPerMu: 800000 });
    expect(resolved('ningxia', policy)).toEqual(policy);
  });

  it('asks the region government for linkage quota only, and only while the policy does', () => {
    expect(lanesOf(resolved('ningxia'), 'SFQ')).not.toContain('region-government');
    expect(lanesOf(resolved('ningxia'), 'LSQ')).toContain('region-government');
    expect(lanesOf(resolved('ningxia', { lsqGovApproval: 'off' }), 'LSQ')).not.toContain('region-government');
  });

  it('makes a percentage an exact ratio', () => {
    expect(percentRatio(0.05)).toEqual({ numerator: 500n, denominator: 1_000_000n });
    expect(percentRatio(150)).toEqual({ numerator: 1_500_000n, denominator: 1_000_000n });
  });
});
