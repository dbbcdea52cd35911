import { describe, expect, it } from 'vitest';
import { amountOf, figureOf } from './amount.js';

const wire = { areaHa: '1234567.8901', paddyHa: '0.0000', capacityKg: '-12345.6000' };

describe('an amount of one component', () => {
  it('has groups of three digits before the point only, and keeps its sign', () => {
    expect(figureOf(wire, 'area')).toBe('1,234,567.8901');
    expect(figureOf(wire, 'capacity')).toBe('−12,345.6000');
    expect(figureOf({ ...wire, areaHa: '-123.0000' }, 'area')).toBe('−123.0000');
  });
  it('is a dash when there is none', () => {
    expect(amountOf(wire, 'paddy')).toBe('—');
    expect(amountOf(wire, 'area')).toBe('1,234,567.8901');
  });
});
