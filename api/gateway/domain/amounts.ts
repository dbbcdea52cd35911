/**
 * Amounts are integers in the smallest unit of their currency (分 for CNY): `bigint` inside and in the
 * database, JSON numbers on Stripe's wire, where every integer up to 2^53 is exact.
 */

/** The largest amount of one payment: 10^13 分, a hundred thousand million yuan. */
export const MAX_AMOUNT = 10_000_000_000_000n;

/** An amount as Stripe's JSON has it. Above 2^53 (only a balance could get there) it is the nearest number. */
export function wireAmount(smallestUnits: bigint): number {
  return Number(smallestUnits);
}

/** `19900n`, `cny` → `¥199.00`, for messages and the console. */
export function formatAmount(amount: bigint, currency: string): string {
  const sign = amount < 0n ? '-' : '';
  const digits = (amount < 0n ? -amount : amount).toString().padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  const figure = `${whole}.${digits.slice(-2)}`;
  return currency === 'cny' ? `${sign}¥${figure}` : `${sign}${figure} ${currency.toUpperCase()}`;
}
