import { describe, expect, it } from 'vitest';
import { wireCny, wireHa, wireKg } from './typed.js';

describe('figures as people type them', () => {
  it('reads separators, spaces and full-width digits', () => {
    expect(wireHa(' 1,234.5 ')).toBe('1234.5000');
    expect(wireKg('９００００')).toBe('90000.0000');
    expect(wireCny('45640800')).toBe('45640800.00');
  });

  it('refuses what would lose something', () => {
    expect(wireHa('1.23456')).toBeNull();
    expect(wireCny('1.005')).toBeNull();
    expect(wireHa('-1')).toBeNull();
    expect(wireKg('abc')).toBeNull();
    expect(wireHa('')).toBeNull();
  });
});
