import { describe, expect, it } from 'vitest';
import { drawMap } from './map-shapes.js';

const ring = (x: number, y: number): number[] =>
  [x, y, x + 1, y, x + 1, y + 1, x, y + 1, x, y].map((degrees) => degrees * 1_000_000);

describe('an approved map as a picture', () => {
  it('lays north above and east to the right, within its frame', () => {
    const { width, height, counties } = drawMap([
      { code: 'south-west', rings: [ring(105, 36)] },
      { code: 'north-east', rings: [ring(106, 37)] },
    ]);
    const [low, high] = counties.map(({ at }) => at);
    expect(low?.[0]).toBeLessThan(high?.[0] ?? 0);
    expect(low?.[1]).toBeGreaterThan(high?.[1] ?? 0);
    for (const { at } of counties) {
      expect(at[0]).toBeGreaterThan(0);
      expect(at[0]).toBeLessThan(width);
      expect(at[1]).toBeLessThan(height);
    }
  });

  it('keeps every ring of a county in one path', () => {
    const [one] = drawMap([{ code: 'one', rings: [ring(105, 36), ring(106, 37)] }]).counties;
    expect(one?.path.match(/M/g)).toHaveLength(2);
    expect(one?.path.match(/Z/g)).toHaveLength(2);
  });
});
