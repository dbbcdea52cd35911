import { describe, expect, it } from 'vitest';
import { noQuantities, quantityBody, quantityFaults } from './typed-quantities.js';

describe('quantities as they are typed', () => {
  it('leaves out what is empty and writes the rest in full', () => {
    expect(quantityBody({ ...noQuantities, areaHa: '12.5', capacityKg: '1,000' })).toEqual({
      areaHa: '12.5000',
      capacityKg: '1000.0000',
    });
    expect(quantityBody(noQuantities)).toEqual({});
  });

  it('names what it cannot read and sends nothing', () => {
    const typed = { areaHa: '1.23456', paddyHa: 'x', capacityKg: '' };
    expect(quantityFaults(typed)).toEqual({ areaHa: 'notHa', paddyHa: 'notHa' });
    expect(quantityBody(typed)).toBeNull();
  });
});
