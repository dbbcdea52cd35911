import type { tuneInput } from '@muheng/contracts/surveillance';
import type { WireInput } from '../../../lib/wire.js';

/** What the detectors go by, in the order in which people read it (domain §13). */
export const thresholdNames = [
  'priceBandPct',
  'expiryWarningDays',
  'hoardingMonths',
  'transferFilingDays',
  'declarationMaxAgeDays',
  'capacityKgPerHaMin',
  'capacityKgPerHaMax',
  'traitSharedMax',
  'meetingsMin',
  'scoreMin',
  'joinMin',
] as const satisfies readonly (keyof WireInput<typeof tuneInput>['settings'])[];

/** A number from 0 to a million as it was typed; null: none. */
export function readThreshold(text: string): number | null {
  const typed = text.trim().replaceAll(',', '');
  return /^\d{1,7}(\.\d{1,4})?$/.test(typed) && Number(typed) <= 1_000_000 ? Number(typed) : null;
}
