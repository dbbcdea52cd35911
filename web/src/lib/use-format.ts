import type { CapacityUnits, SquareMetres } from '@muheng/contracts/common/quantity';
import { parseHa, parseKg } from '@muheng/contracts/common/quantity';
import { areaBrief, areaRound, areaText, capacityRound, capacityText } from './format/area.js';
import { usePreferences } from './preferences.js';

/**
 * Formatting bound to the reader's area unit. Takes wire strings, so a view model is exactly what the
 * API answers; every function throws RangeError on text that is no quantity.
 */
export interface Formatter {
  areaUnit: 'mu' | 'ha';
  area: (areaHa: string) => string;
  areaBrief: (areaHa: string) => string;
  areaRound: (areaHa: string) => string;
  capacity: (capacityKg: string) => string;
  capacityRound: (capacityKg: string) => string;
}

export function useFormat(): Formatter {
  const { areaUnit } = usePreferences();
  const m2 = (wire: string): SquareMetres => parseHa(wire);
  const units = (wire: string): CapacityUnits => parseKg(wire);
  return {
    areaUnit,
    area: (wire) => areaText(m2(wire), areaUnit),
    areaBrief: (wire) => areaBrief(m2(wire), areaUnit),
    areaRound: (wire) => areaRound(m2(wire), areaUnit),
    capacity: (wire) => capacityText(units(wire)),
    capacityRound: (wire) => capacityRound(units(wire)),
  };
}
