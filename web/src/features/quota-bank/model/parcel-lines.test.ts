import { describe, expect, it } from 'vitest';
import { readParcels } from './parcel-lines.js';

describe('parcels as they are typed', () => {
  it('reads commas of either width and tabs, and leaves empty lines out', () => {
    expect(readParcels('640425A001,J48,17,旱地,1.25\n\n640425A002\t\t\t水田\t0.5')).toEqual({
      parcels: [
        { code: '640425A001', mapSheet: 'J48', patchNo: '17', landClass: '旱地', areaHa: '1.2500' },
        { code: '640425A002', mapSheet: null, patchNo: null, landClass: '水田', areaHa: '0.5000' },
      ],
    });
    expect(readParcels('640425A001，J48，17，旱地，1')).toHaveProperty('parcels');
  });

  it.each([
    ['', 1],
    ['A1,J48,17,旱地,1', 1],
    ['640425A001,J48,17,旱地,1\n640425A002,J48,17,,1', 2],
    ['640425A001,J48,17,旱地,1.00001', 1],
    ['640425A001,17,旱地,1', 1],
  ])('%j: names line %i', (text, fault) => expect(readParcels(text)).toEqual({ fault }));
});
