import { components, type Quantities } from '@muheng/contracts/common/component';
import { type Refused, refuse } from '@muheng/contracts/common/problems';
import { readable } from './amounts.js';

/**
 * What is supplied has to cover what a project occupies, component by component (domain §9 "Quality"): 占一补一 for
 * area, 占水田补水田 for paddy, 占优补优 for capacity. A refusal at write-off; at a bid only a warning.
 */
export function refuseImbalance(occupied: Quantities, supplied: Quantities): Refused | null {
  const component = components.find((each) => supplied[each] < occupied[each]);
  if (!component) return null;
  return refuse('quota.balance-rule', {
    rule: component,
    component,
    occupied: readable(component, occupied[component]),
    supplied: readable(component, supplied[component]),
    missing: readable(component, occupied[component] - supplied[component]),
  });
}
