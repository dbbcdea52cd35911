import { shanghaiDay } from '@muheng/contracts/common/calendar';
import { formatCny, formatMu, parseCny, parseHa, scaleHalfUp } from '@muheng/contracts/common/quantity';
import Nzh from 'nzh';

/** Amounts and dates as Chinese papers write them. */

const thousands = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ',');

/** `1234567.8900` → `1,234,567.8900`. */
export function grouped(decimal: string): string {
  const [whole = '', fraction] = decimal.split('.');
  return fraction === undefined ? thousands(whole) : `${thousands(whole)}.${fraction}`;
}

/** `50204880.00` → `5,020.4880 万元`: 分 are the sixth decimal of 万元, the last two of which are shown if not zero. */
export function inWanYuan(priceCny: string): string {
  const fen = parseCny(priceCny);
  const digits = fen.toString().padStart(7, '0');
  const fraction = digits.slice(-6);
  const shown = fraction.endsWith('00') ? fraction.slice(0, 4) : fraction;
  return `${thousands(digits.slice(0, -6))}.${shown} 万元`;
}

/** The price of one 亩 of area in 万元 with two decimals; null where no area is sold. */
export function perMu(priceCny: string, areaHa: string): string | null {
  const area = parseHa(areaHa);
  if (area === 0n) return null;
  // 分 × 10000 ÷ (m² × 15) is 分 a 亩; ÷ 10000 more gives 0.01 万元.
  return `${grouped(formatCny(scaleHalfUp(parseCny(priceCny), 10_000n, area * 15n * 10_000n)))} 万元/亩`;
}

/** 伍仟零贰拾万肆仟捌佰捌拾元整. */
export const inCapitals = (priceCny: string): string =>
  Nzh.cn.toMoney(priceCny, { outSymbol: false, forceZheng: true });

export const inMu = (areaHa: string): string => `${grouped(formatMu(parseHa(areaHa)))} 亩`;

/** 二〇二六年十二月十八日, in Shanghai. */
export function dayInWords(instant: string): string {
  const [year = '', month = '', day = ''] = shanghaiDay(new Date(instant)).split('-');
  const digits = [...year].map((digit) => '〇一二三四五六七八九'[Number(digit)]).join('');
  const number = (text: string): string => Nzh.cn.encodeS(Number(text));
  return `${digits}年${number(month)}月${number(day)}日`;
}

/** 2028 年 12 月 17 日. */
export function dayInFigures(instant: string): string {
  const [year = '', month = '', day = ''] = shanghaiDay(new Date(instant)).split('-');
  return `${year} 年 ${Number(month)} 月 ${Number(day)} 日`;
}
