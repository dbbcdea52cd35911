import { describe, expect, it } from 'vitest';
import { putUp } from './put-up.js';

const lot = (id: string, areaHa: string, capacityKg: string) => ({
  id,
  number: id,
  available: { areaHa, paddyHa: '0.0000', capacityKg },
});
const wanted = { areaHa: '10.0000', paddyHa: '0.0000', capacityKg: '60000.0000' };

describe('what a seller puts up', () => {
  it('takes from the lots in their order, each component by itself', () => {
    const { items, missing } = putUp(wanted, [
      lot('A', '4.0000', '50000.0000'),
      lot('B', '20.0000', '90000.0000'),
    ]);
    expect(items).toEqual([
      { lotId: 'A', areaHa: '4.0000', paddyHa: '0.0000', capacityKg: '50000.0000' },
      { lotId: 'B', areaHa: '6.0000', paddyHa: '0.0000', capacityKg: '10000.0000' },
    ]);
    expect(missing).toEqual({ area: 0n, paddy: 0n, capacity: 0n });
  });

  it('says what is missing, and leaves out a lot that is not needed', () => {
    expect(putUp(wanted, [lot('A', '4.0000', '0.0000')]).missing).toMatchObject({ area: 60_000n });
    const { items } = putUp(wanted, [lot('A', '10.0000', '60000.0000'), lot('B', '1.0000', '1.0000')]);
    expect(items.map((item) => item.lotId)).toEqual(['A']);
  });
});
