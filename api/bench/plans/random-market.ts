import type { Candidate, CoverProblem } from '../../src/modules/planner/domain/cover.js';

const counties = 22;
const day = 86_400_000;

/** A market of lots drawn from a seed: a fifth by the square metre, a quarter with paddy; a need of about four lots. */
export function randomMarket(lots: number, seed: number): CoverProblem {
  let state = seed * 7_919 + 1;
  const draw = (most: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * most);
  };
  const candidates = Array.from({ length: lots }, (): Candidate => {
    const area = 50_000 + draw(600_000);
    const kgPerMu = 300 + draw(6) * 100;
    return {
      amounts: [area, draw(4) === 0 ? draw(area) : 0, area * 15 * kgPerMu],
      price: Math.floor((area * 15 * (5_000_000 + draw(3_000_000))) / 10_000),
      parts: draw(5) === 0 ? area : 1,
      seller: draw(counties),
      ready: draw(60) * day,
    };
  });
  const area = 400_000 + draw(800_000);
  const need = [area, draw(3) * 40_000, area * 15 * 500] as const;
  const room = 1 + draw(50) / 100;
  const cap = need.map((each) => Math.floor(each * room)) as [number, number, number];
  return { candidates, need, cap };
}
