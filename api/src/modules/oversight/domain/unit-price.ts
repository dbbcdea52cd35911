import { scaleHalfUp } from '@muheng/contracts/common/quantity';
import { pricePerMu } from './price-statistics.js';

const kgScale = 10_000n;

export interface Sold {
  /** 分 */
  price: bigint;
  /** m² */
  area: bigint;
  /** 0.0001 kg */
  capacity: bigint;
}

/**
 * Volume-weighted unit price in 分, half up: the whole price over the whole area in 亩 where area is sold, over the
 * whole capacity in kilograms where only capacity is (domain §12). Nothing sold has no price.
 */
export function unitPrice({ price, area, capacity }: Sold): bigint {
  const perMu = pricePerMu({ price, area });
  if (perMu !== null) return perMu;
  return capacity > 0n ? scaleHalfUp(price, kgScale, capacity) : 0n;
}

/** How the index is made, for whoever wants to make it again. */
export const priceMethod = {
  'zh-CN':
    '按成交（竞得）月份（北京时间）统计已公示且未违约、未撤销的成交；成交总价除以成交总量加权平均。含面积的成交按亩计，仅含产能的按公斤计；同一成交含多个等级的不分等级。协议、统筹成交及关联方成交单列，不与竞价成交混算。',
  en: 'Published trades that neither defaulted nor were annulled, by the month of award (Beijing time): total price over total quantity. Trades with area count by mu, trades of capacity alone by kilogram; a trade of several grades has none. Negotiated and allotted trades, and those between related parties, stand apart from prices found in competition.',
} as const;
