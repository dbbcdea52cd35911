import { describe, expect, it } from 'vitest';
import type { CountyPosition } from '../api/publication.js';
import { balanceLines } from './balances.js';

const none = { areaHa: '0.0000', paddyHa: '0.0000', capacityKg: '0.0000' };
const position = (county: string, available: string, margin: string): CountyPosition => ({
  county,
  quota: 'SFQ',
  available: { ...none, areaHa: available },
  listed: none,
  need: none,
  reserve: none,
  margin: { ...none, areaHa: margin },
  surplus: none,
  deficit: none,
  computedAt: null,
});

describe('published balances', () => {
  it('are summed by city and for the region, signs kept', () => {
    const rows = [
      position('640425', '60.8544', '12.5000'),
      position('640106', '0.0000', '-45.0000'),
      position('640422', '1.0001', '-0.0001'),
    ];
    const lines = balanceLines(rows, 'area');
    expect(lines.map(({ code, level }) => `${level} ${code}`)).toEqual([
      'city 6401',
      'county 640106',
      'city 6404',
      'county 640422',
      'county 640425',
      'region 64',
    ]);
    expect(lines.map(({ amounts }) => amounts.margin)).toEqual([
      -450_000n,
      -450_000n,
      124_999n,
      -1n,
      125_000n,
      -325_001n,
    ]);
    expect(lines.at(-1)?.amounts.available).toBe(618_545n);
  });
});
