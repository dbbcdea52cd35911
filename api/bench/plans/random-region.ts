import type { ClearingMarket } from '../../src/modules/planner/domain/clearing.js';

/** A region drawn from a seed: 22 counties, 2,000 lots and 500 needs, of which some are worth more than any lot asks. */
export function randomRegion(seed: number): ClearingMarket {
  let state = seed;
  const draw = (most: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * most);
  };
  const county = (at: number): string => `64${String(at).padStart(4, '0')}`;
  const supplies = Array.from({ length: 2_000 }, () => {
    const area = 50_000 + draw(300_000);
    const paddy = draw(3) === 0 ? draw(area) : 0;
    const amounts = [area, paddy, area * 15 * 500] as const;
    return { county: county(draw(22)), amounts, ask: area * (5_000 + draw(5_000)), isLimited: true };
  });
  const demands = Array.from({ length: 500 }, (_, at) => {
    const area = 20_000 + draw(900_000);
    const worth = [8_000 + draw(8_000), 3_000, 0.1] as const;
    const amounts = [area, draw(area), area * 6_000] as const;
    return { party: `P${at}`, region: county(draw(22)), amounts, worth };
  });
  const surplus = new Map(
    Array.from({ length: 22 }, (_, at) => [county(at), [9_000_000, 2_000_000, 6e10] as const]),
  );
  return { supplies, demands, surplus };
}
