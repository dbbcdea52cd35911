import { scaleHalfUp } from '@muheng/contracts/common/quantity';

/** What was paid for how much, over any set of trades that carry area. */
export interface Turnover {
  /** 分 */
  price: bigint;
  /** m² */
  area: bigint;
}

/** Volume-weighted price of one 亩 in 分, half up; null where no area changed hands. 1 亩 = 10 000 / 15 m². */
export const pricePerMu = ({ price, area }: Turnover): bigint | null =>
  area > 0n ? scaleHalfUp(price, 10_000n, area * 15n) : null;

/** Change in per cent with one decimal, half up, e.g. `-1.9`; null when there is nothing to compare. */
export function changePct(now: bigint | null, before: bigint | null): string | null {
  if (now === null || before === null || before === 0n) return null;
  const tenths = scaleHalfUp(now - before, 1_000n, before);
  const magnitude = (tenths < 0n ? -tenths : tenths).toString().padStart(2, '0');
  return `${tenths < 0n ? '-' : ''}${magnitude.slice(0, -1)}.${magnitude.slice(-1)}`;
}

export const weeksShown = 13;

export interface WeekTurnover extends Turnover {
  /** 0 is the week that ends now. */
  weeksAgo: number;
}

/** One price for each of the last 13 weeks, oldest first; null in a week without a trade. */
export function weeklyPrices(rows: readonly WeekTurnover[]): (bigint | null)[] {
  const weeks = Array.from({ length: weeksShown }, () => ({ price: 0n, area: 0n }));
  for (const { weeksAgo, price, area } of rows) {
    const week = weeks[weeksShown - 1 - weeksAgo];
    if (!week) continue;
    week.price += price;
    week.area += area;
  }
  return weeks.map(pricePerMu);
}

/** ±30 % around the mean of 90 days: outside it a price needs a word of explanation (domain §13). */
export const bandAround = (mean: bigint): { low: bigint; high: bigint } => ({
  low: scaleHalfUp(mean, 70n, 100n),
  high: scaleHalfUp(mean, 130n, 100n),
});
