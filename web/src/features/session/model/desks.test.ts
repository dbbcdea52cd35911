import { describe, expect, it } from 'vitest';
import { homeOf, safeNext } from './desks.js';

describe('after sign-in', () => {
  it('goes back inside this site only', () => {
    expect(safeNext('/seller/bank?x=1')).toBe('/seller/bank?x=1');
    for (const next of [
      '//evil.example',
      '/\\evil.example',
      'https://evil.example',
      '/login',
      undefined,
      7,
    ]) {
      expect(safeNext(next)).toBeNull();
    }
  });

  it('leads each kind of unit to its desk', () => {
    expect(homeOf('county')).toBe('/seller');
    expect(homeOf('project-owner')).toBe('/buyer');
    expect(homeOf('region-finance')).toBe('/finance');
  });
});
