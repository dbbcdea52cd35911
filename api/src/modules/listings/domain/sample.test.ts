import { describe, expect, it } from 'vitest';
import { isDrawn, sides } from './sample.js';

const share = (pct: number): number => {
  let drawn = 0;
  for (let roll = 0; roll < sides; roll += 1000) if (isDrawn(pct, roll)) drawn += 1;
  return drawn;
};

describe('a sample', () => {
  it.each([
    [0, 0],
    [10, 100],
    [12.5, 125],
    [100, 1000],
  ])('of %d %% is so many of a thousand throws', (pct, wanted) => {
    expect(share(pct)).toBe(wanted);
  });
});
