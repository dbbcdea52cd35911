import { counties } from '@muheng/contracts/common/regions';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type GivenMap, readApprovalNo, readRegionMap } from './region-map.js';

const square = (x: number, y: number): number[][] => [
  [x, y],
  [x + 0.1, y],
  [x + 0.1, y + 0.1],
  [x, y + 0.1],
  [x, y],
];
const whole = (change: (code: string) => Partial<GivenMap['features'][number]> = () => ({})): GivenMap => ({
  features: counties.map(({ code }, index) => ({
    properties: { code },
    geometry: { type: 'Polygon', coordinates: [square(105 + index / 20, 36)] },
    ...change(code),
  })),
});

describe('an approved map', () => {
  it('is read county by county, in millionths of a degree, in the order of the codes', () => {
    const read = readRegionMap(whole());
    expect(read).toMatchObject({ points: counties.length * 5 });
    if ('refused' in read) throw new Error(read.refused);
    expect(read.counties.map(({ code }) => code)).toEqual(counties.map(({ code }) => code));
    expect(read.counties[0]?.rings[0]?.every(Number.isInteger)).toBe(true);
  });

  it('takes codes under adcode and as numbers, and counties of several parts', () => {
    const read = readRegionMap(
      whole((code) => ({
        properties: { adcode: Number(code) },
        geometry: { type: 'MultiPolygon', coordinates: [[square(105, 36)], [square(106, 37)]] },
      })),
    );
    expect(read).toMatchObject({ points: counties.length * 10 });
  });

  const [first] = counties.map(({ code }) => code);
  it.each([
    ['map.region-unknown', whole((code) => (code === first ? { properties: { code: '110101' } } : {}))],
    ['map.region-twice', { features: [...whole().features, ...whole().features] }],
    ['map.region-missing', { features: whole().features.slice(1) }],
    [
      'map.ring-open',
      whole((code) =>
        code === first ? { geometry: { type: 'Polygon', coordinates: [square(105, 36).slice(0, 4)] } } : {},
      ),
    ],
    [
      'map.outside',
      whole((code) =>
        code === first ? { geometry: { type: 'Polygon', coordinates: [square(36, 105)] } } : {},
      ),
    ],
  ])('is refused with %s', (code, map) => {
    expect(readRegionMap(map as GivenMap)).toMatchObject({ refused: code });
  });

  it('names the counties that are missing', () => {
    expect(readRegionMap({ features: whole().features.slice(1) })).toMatchObject({
      params: { codes: first },
    });
  });

  it('is refused when a page could not draw it at once', () => {
    const ring = Array.from({ length: 20_001 }, (_, n) => [105 + (n % 1_000) / 1_000, 36 + n / 100_000]);
    ring.push([...(ring[0] ?? [])]);
    const map = whole(() => ({ geometry: { type: 'Polygon', coordinates: [ring] } }));
    expect(readRegionMap(map)).toMatchObject({ refused: 'map.too-detailed' });
  });

  it('never grows: what is kept has no more points than what was given', () => {
    const point = fc.tuple(
      fc.double({ min: 104.5, max: 107.5, noNaN: true }),
      fc.double({ min: 35.5, max: 39.5, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(point, { minLength: 3, maxLength: 30 }), (open) => {
        const ring = [...open, open[0] ?? [105, 36]].map((each) => [...each]);
        const read = readRegionMap(whole(() => ({ geometry: { type: 'Polygon', coordinates: [ring] } })));
        if ('refused' in read) throw new Error(read.refused);
        expect(read.points).toBeLessThanOrEqual(ring.length * counties.length);
      }),
      { numRuns: 50 },
    );
  });
});

describe('an approval number', () => {
  it.each([
    ['宁S(2026)001号', '宁S(2026)001号'],
    ['审图号：宁S（2026）001号', '宁S(2026)001号'],
    [' GS (2024) 0650号 ', 'GS(2024)0650号'],
    ['宁S[2023]第028号', '宁S[2023]第028号'],
  ])('%s is one', (typed, read) => {
    expect(readApprovalNo(typed)).toBe(read);
  });

  it.each(['', '2026', 'GS2024', '宁S(26)1号', '宁S(2026)001号 附图'])('%s is none', (typed) => {
    expect(readApprovalNo(typed)).toBeNull();
  });
});
