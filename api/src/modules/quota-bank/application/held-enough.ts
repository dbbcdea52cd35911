import { parseQuantities, type Quantities, type QuantitiesWire } from '@muheng/contracts/common/component';
import { Refusal } from '../../../kernel/errors/refusal.js';
import { isNothing, readable } from '../domain/amounts.js';
import { shortComponent } from '../domain/draw-quota.js';

type Wire = { [Key in keyof QuantitiesWire]?: QuantitiesWire[Key] | undefined };

/** Quantities as typed; null when none of the three was typed, which stands for all that there is. */
export function typedQuantities(wire: Wire): Quantities | null {
  const { areaHa, paddyHa, capacityKg } = wire;
  if (areaHa === undefined && paddyHa === undefined && capacityKg === undefined) return null;
  return parseQuantities({ areaHa: areaHa ?? '0', paddyHa: paddyHa ?? '0', capacityKg: capacityKg ?? '0' });
}

/** Throws `quota.nothing-asked` for three zeros. */
export function requireSomething(asked: Quantities, pointer = '/areaHa'): void {
  if (isNothing(asked)) throw new Refusal('quota.nothing-asked', { pointer });
}

/** What of `held` is asked for; all of it when nothing was typed. Throws `quota.nothing-asked`, `quota.nothing-held`. */
export function askedOf(held: Quantities, wire: Wire, subject: string): Quantities {
  const asked = typedQuantities(wire) ?? held;
  requireSomething(asked);
  const component = shortComponent(held, asked);
  if (component === null) return asked;
  throw new Refusal('quota.nothing-held', {
    params: {
      subject,
      component,
      held: readable(component, held[component]),
      asked: readable(component, asked[component]),
    },
    pointer: component === 'capacity' ? '/capacityKg' : `/${component}Ha`,
  });
}

/** Throws `quota.insufficient` when `asked` is more than there is. */
export function requireEnough(party: string, available: Quantities, asked: Quantities): void {
  const component = shortComponent(available, asked);
  if (component === null) return;
  throw new Refusal('quota.insufficient', {
    params: {
      party,
      component,
      available: readable(component, available[component]),
      asked: readable(component, asked[component]),
      missing: readable(component, asked[component] - available[component]),
    },
    pointer: component === 'capacity' ? '/capacityKg' : `/${component}Ha`,
  });
}
