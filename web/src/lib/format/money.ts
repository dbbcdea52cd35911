import { type Fen, formatCny, scaleHalfUp, type SquareMetres } from '@muheng/contracts/common/quantity';
import nzh from 'nzh/cn';
import { groupDigits, scaledText, trimZeros } from './digits.js';

/** 分 → `"62,400,000.00"`. */
export const yuanText = (amount: Fen): string => groupDigits(formatCny(amount));

/** 分 → 万元 with four decimals, six when there are 角 or 分: the decimals are never dropped (look.md). */
export function wanText(amount: Fen): string {
  const exact = scaledText(amount, 6);
  return groupDigits(exact.endsWith('00') ? exact.slice(0, -2) : exact);
}

/** 分 → 万元 without idle zeros, for axes, limits and button labels: `"7,200"`. */
export const wanBrief = (amount: Fen): string => groupDigits(trimZeros(scaledText(amount, 6)));

/** 分 → 亿元 with two decimals, half up, for headline totals. */
export const yiText = (amount: Fen): string =>
  groupDigits(scaledText(scaleHalfUp(amount, 1n, 100_000_000n), 2));

/** Total in 分 over area in m² → 万元/亩 with two decimals, half up; null without area. */
export function wanPerMuText(total: Fen, area: SquareMetres): string | null {
  return area <= 0n ? null : groupDigits(scaledText(scaleHalfUp(total, 100n, 1500n * area), 2));
}

/** Chinese banker's capitals: 6480000000n → `"陆仟肆佰捌拾万元整"`. */
export function capitalsText(amount: Fen): string {
  const text = formatCny(amount).replace(/\.00$/, '');
  return nzh.toMoney(text, { outSymbol: false, forceZheng: true });
}

/** Change of `value` against `base` in tenths of a percent, half up; null when the base is zero. */
export function changePermille(value: Fen, base: Fen): bigint | null {
  return base === 0n ? null : scaleHalfUp(value - base, 1000n, base);
}
