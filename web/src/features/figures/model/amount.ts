import type { QuantitiesWire } from '@muheng/contracts/common/component';
import { groupDigits } from '../../../lib/format/digits.js';

const wireOf = { area: 'areaHa', paddy: 'paddyHa', capacity: 'capacityKg' } as const;

/** One component as it came over the wire, with groups of three digits. */
export function figureOf(
  wire: { areaHa: string; paddyHa: string; capacityKg: string },
  component: keyof typeof wireOf,
): string {
  return groupDigits(wire[wireOf[component]]);
}

/** As `figureOf`; nothing is a dash, so that what there is stands out. */
export function amountOf(wire: QuantitiesWire, component: keyof typeof wireOf): string {
  const text = figureOf(wire, component);
  return /^[0.,]+$/.test(text) ? '—' : text;
}
