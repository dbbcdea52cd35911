import { describe, expect, it } from 'vitest';
import { labelLines } from './scale.js';

describe('labels beside the chart', () => {
  it('stand at their lines while these are apart', () => {
    expect(labelLines(120, 20)).toEqual({ leader: 125, ceiling: 24 });
    expect(labelLines(120, null)).toEqual({ leader: 125, ceiling: null });
  });

  it.each([20, 24, 36])(
    'never cover each other when the leader is at or near the ceiling (%i px)',
    (leaderY) => {
      const { leader, ceiling } = labelLines(leaderY, 20);
      expect(leader - (ceiling ?? 0)).toBeGreaterThanOrEqual(18);
    },
  );
});
