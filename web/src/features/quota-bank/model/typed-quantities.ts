import { wireHa, wireKg } from '../../../lib/typed.js';

/** Three quantities as they are being typed; empty is absent. */
export interface TypedQuantities {
  areaHa: string;
  paddyHa: string;
  capacityKg: string;
}

export const noQuantities: TypedQuantities = { areaHa: '', paddyHa: '', capacityKg: '' };
export const quantityPointers = ['/areaHa', '/paddyHa', '/capacityKg'];

type Fault = 'notHa' | 'notKg';

/** What is no quantity, field by field; empty when all can be read. */
export function quantityFaults(typed: TypedQuantities): Partial<Record<keyof TypedQuantities, Fault>> {
  return {
    ...(typed.areaHa !== '' && wireHa(typed.areaHa) === null ? { areaHa: 'notHa' as const } : {}),
    ...(typed.paddyHa !== '' && wireHa(typed.paddyHa) === null ? { paddyHa: 'notHa' as const } : {}),
    ...(typed.capacityKg !== '' && wireKg(typed.capacityKg) === null ? { capacityKg: 'notKg' as const } : {}),
  };
}

/** What was typed, on the wire; null when something cannot be read. */
export function quantityBody(typed: TypedQuantities): Partial<TypedQuantities> | null {
  if (Object.keys(quantityFaults(typed)).length > 0) return null;
  const areaHa = wireHa(typed.areaHa);
  const paddyHa = wireHa(typed.paddyHa);
  const capacityKg = wireKg(typed.capacityKg);
  return {
    ...(typed.areaHa !== '' && areaHa !== null ? { areaHa } : {}),
    ...(typed.paddyHa !== '' && paddyHa !== null ? { paddyHa } : {}),
    ...(typed.capacityKg !== '' && capacityKg !== null ? { capacityKg } : {}),
  };
}
