import type { Component, Quantities } from '@muheng/contracts/common/component';
import { scaleUp } from '@muheng/contracts/common/quantity';

export interface QualityWarning {
  component: Exclude<Component, 'area'>;
  /** What the area on offer would have to bring with it to be as good as what the buyer occupies. */
  wanted: bigint;
  offered: bigint;
}

/**
 * 占优补优 and 占水田补水田 as a warning before a bid (domain §9 "Quality"): an offer whose paddy or capacity for each m²
 * is below that of the need it is bought for will fail at write-off unless the rest comes from elsewhere. Rounded up to a
 * whole unit. Says nothing where no area is on offer: components are sold apart (domain §5).
 */
export function qualityWarnings(need: Quantities, offer: Quantities): QualityWarning[] {
  if (need.area === 0n || offer.area === 0n) return [];
  return (['paddy', 'capacity'] as const)
    .map((component) => ({
      component,
      wanted: scaleUp(need[component], offer.area, need.area),
      offered: offer[component],
    }))
    .filter((line) => line.offered < line.wanted);
}
