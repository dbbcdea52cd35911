import { shareOf } from '../../lib/geometry.js';

/** How a tile is filled: six greens of surplus, three ochres of shortage, white when both cancel out. */
export type Shade =
  | { kind: 'surplus'; level: 1 | 2 | 3 | 4 | 5 | 6 }
  | { kind: 'shortage'; level: 1 | 2 | 3 }
  | { kind: 'balanced' }
  | { kind: 'none' };

/** Squares of 0.4, 0.5, 0.6, 0.75, 0.9: one large county must not wash out the rest. */
const surplusSteps = [0.16, 0.25, 0.36, 0.5625, 0.81] as const;
const shortageSteps = [1 / 3, 2 / 3] as const;

const level = (share: number, steps: readonly number[]): number =>
  1 + steps.filter((step) => share >= step).length;

/** The shade of a net value against the greatest surplus and the greatest shortage on the map. */
export function shadeOf(net: bigint | null, greatest: { surplus: bigint; shortage: bigint }): Shade {
  if (net === null) return { kind: 'none' };
  if (net === 0n) return { kind: 'balanced' };
  if (net > 0n) {
    return {
      kind: 'surplus',
      level: level(shareOf(net, greatest.surplus), surplusSteps) as 1 | 2 | 3 | 4 | 5 | 6,
    };
  }
  return { kind: 'shortage', level: level(shareOf(-net, greatest.shortage), shortageSteps) as 1 | 2 | 3 };
}
