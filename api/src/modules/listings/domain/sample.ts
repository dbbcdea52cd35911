import { percentRatio } from '@muheng/contracts/common/policy';

/** How fine the die is: one side for each millionth. */
export const sides = 1_000_000;

/** Whether a throw of a die with `sides` sides (0 and up) draws a listing, `pct` of a hundred being drawn. */
export const isDrawn = (pct: number, roll: number): boolean => {
  const { numerator, denominator } = percentRatio(pct);
  return BigInt(roll) * denominator < numerator * BigInt(sides);
};
