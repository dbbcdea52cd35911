import { describe, expect, it } from 'vitest';
import { type Eligible, tiersOf } from './priority.js';

const told = {
  noticeAt: '2026-03-02T01:00:00.000Z',
  cityWindowEndsAt: null,
  depositCloseAt: '2026-03-16T01:00:00.000Z',
};
const need = { areaHa: '12.3456', paddyHa: '0.0000', capacityKg: '74073.6000' };
const eligible = (code: string, sameCity: boolean, answer: Eligible['answer']): Eligible => ({
  code,
  nameZh: code,
  nameEn: code,
  sameCity,
  answer,
  answeredAt: null,
});
const all = [eligible('640402', true, 'declined'), eligible('640106', false, 'won')];

describe('tiers of a priority certificate (domain §8)', () => {
  it('keeps the county’s own needs back first, and then tells the whole region', () => {
    const [own, city, region] = tiersOf(told, { needs: 2, need }, all);
    expect(own).toMatchObject({ tier: 0, applies: true, needs: 2, need, eligible: [] });
    expect(city).toMatchObject({ tier: 1, applies: false, toldAt: null, eligible: [] });
    expect(region).toMatchObject({
      tier: 2,
      applies: true,
      toldAt: told.noticeAt,
      until: told.depositCloseAt,
    });
    expect(region?.eligible.map(({ code, answer }) => [code, answer])).toEqual([
      ['640402', 'declined'],
      ['640106', 'won'],
    ]);
  });

  it('lets the city go first where the policy opens a window, and the region when it ends', () => {
    const cityWindowEndsAt = '2026-03-05T16:00:00.000Z';
    const [, city, region] = tiersOf({ ...told, cityWindowEndsAt }, { needs: 0, need }, all);
    expect(city).toMatchObject({ applies: true, toldAt: told.noticeAt, until: cityWindowEndsAt });
    expect(city?.eligible.map(({ code }) => code)).toEqual(['640402']);
    expect(region).toMatchObject({ toldAt: cityWindowEndsAt });
  });
});
